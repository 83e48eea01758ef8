/** The question, the answer in two sentences, and warnings about groups that are harmed. */
import type { Comparison } from '../sim/analysis/paired.ts';
import type { Answer } from './answer.ts';
import { answerOf } from './answer.ts';
import type { Harm } from './harm.ts';
import { harmsOf } from './harm.ts';
import { levelAnswer } from './level-answer.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';
import type { NumberFormat } from './numbers.ts';
import { levelText } from './numbers.ts';
import type { Reading } from './reading.ts';
import { fewestForRange, formatOf } from './reading.ts';
import type { ReportArm } from './report-input.ts';
import { armTitle, countText, groupNoun, listText } from './vocabulary.ts';
import { futuresText, isFrequency, mattersFrom } from './words.ts';

/** Groups of an outcome that are warned of with numbers; the others are named. */
const mostNumbers = 3;

const smallNumbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** What a report asks: the scenario's question, or one that covers several. */
export function questionOf({ baseline, scenarios }: Reading): string {
  if (scenarios.length > 1) {
    const count = smallNumbers[scenarios.length] ?? String(scenarios.length);
    return `What would each of these ${count} scenarios change?`;
  }
  const { scenario } = scenarios[0] ?? baseline;
  return scenario.question || scenario.title || scenario.name;
}

/** The head of the page. */
export function questionSection(reading: Reading): Markup {
  const { baseline, scenarios, input } = reading;
  const years = baseline.scenario.horizon / 52;
  const asked =
    scenarios.length > 1 &&
    html`<ul class="questions">${scenarios.map(({ scenario }) => html`<li>${scenario.question || scenario.title}</li>`)}</ul>`;
  const against = scenarios.length > 0 ? ` compared with “${armTitle(baseline)}”` : '';
  const names = listText(scenarios.map((arm) => `“${armTitle(arm)}”`));
  const futures =
    scenarios.length > 0
      ? `${countText(input.replicates, 'pair')} of simulated futures`
      : countText(input.replicates, 'simulated future');
  return html`<header id="question">
<p class="kind">Mentorscape report · ${reading.model.title}</p>
<h1>${questionOf(reading)}</h1>${asked}
<p class="about">${names || `“${armTitle(baseline)}”`}${against} · ${plainYears(years)} ahead · ${futures}</p>
</header>`;
}

function plainYears(years: number): string {
  const shown = Math.round(years * 10) / 10;
  return `${shown} ${shown === 1 ? 'year' : 'years'}`;
}

/** The answer, in two sentences for each scenario. */
export function answerSection(reading: Reading): Markup {
  const { scenarios, baseline } = reading;
  const answers =
    scenarios.length === 0
      ? [sentences('', levelAnswer(reading, baseline))]
      : scenarios.map((arm) =>
          sentences(scenarios.length > 1 ? armTitle(arm) : '', answerOf(reading, arm)),
        );
  return html`<section id="answer" aria-labelledby="answer-heading">
<h2 id="answer-heading">The answer</h2>
${answers}
<p class="note">“Nine of ten futures” is the range that nine of ten simulated futures fall in. “Cannot tell apart yet” means that the futures simulated so far do not show whether there is a difference.</p>
</section>`;
}

function sentences(title: string, [first, second]: Answer): Markup {
  const heading = title !== '' && html`<h3>${title}</h3>`;
  return html`${heading}<p class="answer">${first}</p><p class="answer">${second}</p>`;
}

/** Groups that fare worse, one line for each outcome; nothing when nobody does. */
export function warningSection(reading: Reading): Markup | false {
  const blocks = reading.scenarios.flatMap((arm) => warningsOf(reading, arm));
  if (blocks.length === 0) return false;
  return html`<section id="warnings" class="warning" aria-labelledby="warnings-heading">
<h2 id="warnings-heading"><span aria-hidden="true">⚠ </span>Who might be harmed</h2>
${blocks}
<p class="note">A group is named when it fares worse on average by more than the smallest difference that matters, and when looking at many groups does not explain it (Holm’s correction at 5%).</p>
</section>`;
}

function warningsOf(reading: Reading, arm: ReportArm): Markup[] {
  const own = reading.input.comparisons.filter((c) => c.scenario === arm.scenario.name);
  // before there is a range, a loss says as little as a gain
  if (!own.some((c) => c.replicates >= fewestForRange)) return [];
  const harms = harmsOf(reading.model, own);
  if (harms.length === 0) return [];
  const lines = (chosen: readonly Harm[]): Markup[] => {
    const outcomes = [...new Set(chosen.map(({ comparison }) => comparison.outcome))];
    return outcomes.map((outcome) =>
      harmLine(
        reading,
        outcome,
        chosen.map((h) => h.comparison).filter((c) => c.outcome === outcome),
      ),
    );
  };
  const hidden = harms.filter((harm) => harm.certain && harm.hiddenByMean);
  const plain = harms.filter((harm) => harm.certain && !harm.hiddenByMean);
  const open = harms.filter((harm) => !harm.certain);
  const title = reading.scenarios.length > 1 && html`<h3>${armTitle(arm)}</h3>`;
  return [
    html`${title}${part('People on average fare better, but these groups fare worse:', lines(hidden))}
${part('These groups fare worse:', lines(plain))}
${part('Not enough futures to say whether these groups fare worse:', lines(open))}`,
  ];
}

function part(heading: string, lines: readonly Markup[]): Markup | false {
  return lines.length > 0 && html`<p>${heading}</p><ul>${lines}</ul>`;
}

/** `from 91 to 86 in 100`. */
function fromTo(comparison: Comparison, format: NumberFormat): string {
  const unit = isFrequency(format) ? ` ${format.unit}` : '';
  return `from ${levelText(comparison.baseline, format)} to ${levelText(comparison.value, format)}${unit}`;
}

/** `“Satisfaction”: residents fall from 0.64 to 0.61 (−0.04 to −0.02), …`. */
function harmLine(reading: Reading, outcome: string, comparisons: readonly Comparison[]): Markup {
  const declared = reading.model.outcomes[outcome];
  const format = formatOf(reading, outcome);
  const size = (c: Comparison): number => Math.abs(c.difference ?? 0);
  const ranked = [...comparisons].sort((a, b) => size(b) - size(a));
  const most = ranked.slice(0, mostNumbers).map((c) => {
    return `${groupNoun(c.group)} ${fromTo(c, format)} (${futuresText(c, format, true)})`;
  });
  const also = ranked.slice(mostNumbers).map((c) => groupNoun(c.group));
  const rest = also.length > 0 && ` Less, but also: ${listText(also)}.`;
  return html`<li><strong>${declared.title}</strong>: ${listText(most)}.${rest} A difference of ${mattersFrom(declared, format)} matters.</li>`;
}
