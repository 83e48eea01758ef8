/** The report: one HTML file that needs no script, no network and no other file. */
import type { Markup } from './markup.ts';
import { html, trusted } from './markup.ts';
import { readInput } from './reading.ts';
import type { DrawingOptions } from './render-svg.ts';
import type { ReportInput } from './report-input.ts';
import { answerSection, questionOf, questionSection, warningSection } from './section-answer.ts';
import { changesSection } from './section-changes.ts';
import { costsSection } from './section-costs.ts';
import { evidenceSection } from './section-evidence.ts';
import { networkSection } from './section-network.ts';
import { overTimeSection } from './section-over-time.ts';
import { limitsSection, reproduceSection } from './section-reproduce.ts';
import { settingsSection } from './section-settings.ts';
import { style } from './style.ts';

/** Nothing may be fetched and nothing may run. */
export const contentPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** Sections in the order of the contents. */
const contents: readonly (readonly [id: string, title: string])[] = [
  ['answer', 'Answer'],
  ['warnings', 'Who might be harmed'],
  ['changes', 'What changes'],
  ['over-time', 'Over the years'],
  ['costs', 'Costs'],
  ['network', 'Network'],
  ['settings', 'What differs'],
  ['assumptions', 'Assumptions'],
  ['limits', 'Limits'],
  ['reproduce', 'Reproduce'],
];

/**
 * The whole report as HTML text. The same input gives the same bytes.
 * @throws RangeError without any scenario.
 */
export async function renderReport(
  input: ReportInput,
  options: DrawingOptions = {},
): Promise<string> {
  const reading = readInput(input);
  const sections: (Markup | false)[] = [
    answerSection(reading),
    warningSection(reading),
    reading.scenarios.length > 0 && (await changesSection(reading, options)),
    await overTimeSection(reading, options),
    costsSection(reading),
    networkSection(reading),
    settingsSection(reading),
    evidenceSection(reading),
    limitsSection(reading),
    reproduceSection(reading),
  ];
  const links = contents
    .filter((_, k) => sections[k] !== false)
    .map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`);
  return html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(contentPolicy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Mentorscape ${input.version}">
<title>${questionOf(reading)} – Mentorscape report</title>
<link rel="icon" href="data:,">
<style>${trusted(style)}</style>
</head>
<body>
<a class="skip" href="#answer">Skip to the answer</a>
<main>
${questionSection(reading)}
<nav class="contents" aria-label="Contents"><ul>${links}</ul></nav>
${sections}
</main>
</body>
</html>
`.text;
}
