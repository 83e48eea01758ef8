/** The report's style sheet: light and dark, from a phone to a wide screen, and on paper. */

const light = `
--page:#ffffff;--ink:#1a1f26;--soft:#4c5561;--rule:#d5dae0;--wash:#f3f5f8;
--accent:#00589c;--better:#00589c;--worse:#a63c00;--warm:#fff4e8;--warm-rule:#d98a3d;
--tie:#39424d;--peer:#b0568c;--faculty:#0072b2;--resident:#e69f00;--resident-rim:#8a5f00`;

const dark = `
--page:#14181d;--ink:#e7eaee;--soft:#a9b2bd;--rule:#39414b;--wash:#1c2229;
--accent:#7cc0ff;--better:#7cc0ff;--worse:#ff9c63;--warm:#2b2117;--warm-rule:#b8742f;
--tie:#c3ccd6;--peer:#d78fba;--faculty:#3d9bd6;--resident:#e69f00;--resident-rim:#f2c35c`;

/** On a dark page the blue of charts is too dim: Okabe and Ito's sky blue stands in. */
const darkCharts = `
svg [fill="#0072b2"]{fill:#56b4e9}
svg [stroke="#0072b2"]{stroke:#56b4e9}
`;

const page = `
*{box-sizing:border-box}
html{color-scheme:light dark;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--page);color:var(--ink);
 font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif;
 overflow-wrap:break-word}
main{max-width:1160px;margin:0 auto;padding:24px 32px 64px}
p,li,dd{max-width:72ch}
h1,h2,h3,h4{line-height:1.2;font-weight:650;text-wrap:balance}
h1{font-size:clamp(1.6rem,1.1rem + 2.2vw,2.5rem);margin:8px 0 12px;max-width:28ch}
h2{font-size:1.45rem;margin:56px 0 12px;padding-top:16px;border-top:1px solid var(--rule)}
h3{font-size:1.12rem;margin:28px 0 8px}
h4{font-size:1rem;margin:16px 0 4px}
.kind,.about,.note,.unit,.doc,caption,figcaption span{color:var(--soft)}
.kind{margin:0;font-size:.9rem}
.about{margin:0 0 8px}
.note{font-size:.9rem}
.questions{padding-left:20px}
.answer{font-size:1.25rem;line-height:1.5;max-width:62ch;margin:8px 0 16px}
#answer h2{margin-top:24px}
a{color:var(--accent)}
.skip{position:absolute;left:-999px;background:var(--page);padding:8px 12px}
.skip:focus{left:8px;top:8px;z-index:1}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.contents ul{display:flex;flex-wrap:wrap;gap:4px 20px;list-style:none;padding:0;margin:16px 0 0;max-width:none;font-size:.95rem}
.warning{background:var(--warm);border-left:4px solid var(--warm-rule);padding:4px 20px 8px;margin-top:24px}
.warning h2{border:0;margin-top:8px;padding-top:4px}
code{font:.88em/1.5 ui-monospace,"SFMono-Regular",Menlo,Consolas,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere}
.command{display:block;background:var(--wash);padding:8px 12px}
.ids{max-width:none}
summary{cursor:pointer;color:var(--accent);padding:4px 0}
.fold>summary{font-weight:600;padding:8px 0}
`;

const tables = `
.scroll{overflow-x:auto;max-width:100%;margin:16px 0}
table{border-collapse:collapse;font-variant-numeric:tabular-nums;font-size:.95rem;min-width:100%}
caption{text-align:left;font-size:.9rem;padding:0 0 8px;max-width:80ch}
th,td{padding:6px 12px 6px 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--rule)}
th{font-weight:400}
thead th{color:var(--soft);font-size:.93em;vertical-align:bottom;border-bottom:1px solid var(--soft)}
.number{text-align:right;white-space:nowrap}
thead .number{white-space:normal}
.across th{font-weight:650;padding-top:16px}
.across .unit,th .unit{font-weight:400;font-size:.92em}
.outcomes tbody th[scope=row]{padding-left:12px}
.doc{display:block;font-size:.95em;max-width:48ch}
.evidence{font-size:.9rem}
.evidence th[scope=row]{min-width:15rem}
.evidence td:last-child{min-width:12rem;max-width:36ch}
.columns{columns:3 15rem;column-gap:32px;padding-left:18px;max-width:none;font-size:.9rem}
.columns li{break-inside:avoid}
.grade{white-space:nowrap}
.better{color:var(--better)}
.worse{color:var(--worse)}
.unclear{color:var(--soft);font-weight:400}
.meaning{white-space:nowrap;padding-left:8px}
.unverified{color:var(--worse)}
dl.facts{display:grid;grid-template-columns:max-content 1fr;gap:8px 24px}
dl.facts dd,dl.meanings dd{margin:0}
dl.facts dt,dl.meanings dt{color:var(--soft)}
dl.meanings{display:grid;grid-template-columns:max-content 1fr;gap:4px 24px;font-size:.9rem}
`;

const figures = `
figure{margin:0}
svg{max-width:100%;height:auto;display:block}
figcaption strong,figcaption span{display:block}
figcaption strong{font-weight:600;line-height:1.3}
figcaption span{font-size:.9em;margin:2px 0 8px}
figure details{font-size:.88rem}
.charts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(420px,100%),1fr));gap:32px 48px;margin:20px 0}
.chart{min-width:0}
.chart>svg{width:100%;max-width:500px}
.networks>div{align-self:center;min-width:0}
.networks{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(480px,100%),1fr));gap:32px;margin:16px 0}
.legend{display:flex;flex-wrap:wrap;gap:4px 24px;list-style:none;padding:0;margin:12px 0;max-width:none;font-size:.95rem}
.legend li{display:flex;align-items:center;gap:8px}
.key{font-weight:600}
.network path{stroke-linejoin:round}
.net-senior{fill:var(--tie);fill-opacity:.3}
.net-senior.key{fill-opacity:.7}
.net-peer{fill:none;stroke:var(--peer);stroke-width:1;stroke-dasharray:4 3;stroke-opacity:.75}
.net{stroke-width:1.3}
.net-faculty{fill:var(--faculty);stroke:var(--faculty)}
.net-resident{fill:var(--resident);stroke:var(--resident-rim)}
.net-none{fill:var(--page)}
`;

const narrow = `
@media (max-width:640px){
main{padding:16px 16px 48px}
h2{margin-top:40px}
.answer{font-size:1.12rem}
table{font-size:.88rem}
th,td{padding-right:10px}
dl.facts,dl.meanings{grid-template-columns:1fr;gap:2px}
dl.facts dd,dl.meanings dd{margin-bottom:8px}
.warning{padding:4px 14px 8px}
.warning ul{padding-left:18px}
caption{max-width:calc(100vw - 32px)}
tbody th[scope=row]{min-width:7rem}
.outcomes,.outcomes thead,.outcomes tbody{display:block}
.outcomes caption{display:block}
.outcomes tr{display:grid;grid-template-columns:1.5fr .9fr .9fr 1fr;border-bottom:1px solid var(--rule);padding:4px 0}
.outcomes .across{display:block}
.outcomes th,.outcomes td{border:0;padding:2px 0}
.outcomes tbody th[scope=row]{padding-left:0}
.outcomes .across th{display:block;padding-top:14px}
.outcomes th:nth-child(5),.outcomes th:nth-child(6){display:none}
.outcomes td:nth-child(5){grid-column:1/3;text-align:left;color:var(--soft)}
.outcomes td:nth-child(5)::before{content:"nine of ten: "}
.outcomes td:nth-child(6){grid-column:3/5;text-align:right}
}
`;

const paper = `
@page{margin:16mm 14mm;@bottom-right{content:counter(page);font:9pt system-ui,sans-serif;color:#4c5561}}
@media print{
:root{${light}}
html{color-scheme:light}
body{font-size:10.5pt}
main{max-width:none;padding:0}
.skip,.contents,figure details{display:none}
h2{margin-top:28pt}
#assumptions{break-before:page}
#assumptions h2{margin-top:0;border:0}
h2,h3,h4,summary,caption,thead,.across,.legend,#network>p{break-after:avoid}
figure,tr,.warning li,.answer,.legend{break-inside:avoid}
thead{display:table-header-group}
.scroll{overflow:visible}
.charts{grid-template-columns:1fr 1fr;gap:18pt 20pt}
.networks{grid-template-columns:1fr 1fr;gap:14pt}
table,.legend,.columns,figcaption{font-size:9pt}
figcaption strong{font-size:10pt}
.evidence{font-size:8pt}
.evidence th[scope=row]{width:32%}
.evidence .number,.evidence .grade{white-space:normal}
.ids{font-size:6.5pt;line-height:1.3}
details::details-content{content-visibility:visible;display:block;block-size:auto}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`;

/** The whole style sheet. */
export const style = [
  `:root{${light}}`,
  `@media screen and (prefers-color-scheme:dark){:root{${dark}}${darkCharts}}`,
  page,
  tables,
  figures,
  narrow,
  paper,
].join('\n');
