/** How to get the same report again, and what it cannot tell. */
import type { Markup } from './markup.ts';
import { html } from './markup.ts';
import type { Reading } from './reading.ts';
import { armTitle, countText } from './vocabulary.ts';

/** Limits in plain words. */
export function limitsSection({ input, baseline }: Reading): Markup {
  const roster = input.rosterDigest !== '';
  return html`<section id="limits" aria-labelledby="limits-heading">
<h2 id="limits-heading">What this cannot tell</h2>
<ul>
<li>This is a simulation, not a prediction. It shows what follows if the assumptions hold; no place is exactly like the one simulated.</li>
<li>${roster ? 'People and ties come from a roster. What it does not record, such as moods and hours, was filled in by assumption.' : 'The people are made up after published figures. They are nobody’s staff.'}</li>
${roster && html`<li>A roster is taken as it is and has not settled, so the baseline drifts in the first years. Look at differences rather than levels.</li>`}
<li>The range of futures covers luck only: who meets, who leaves, who is promoted. It does not cover doubt about the assumptions, which may be larger.</li>
<li>“${armTitle(baseline)}” is what everything is compared with. A difference is the effect of the scenario inside the model, not a measured effect.</li>
<li>Only what the outcomes count is shown. Read gains for all beside what happens to the groups that stand worst.</li>
</ul>
</section>`;
}

/** Command, version, seed and fingerprints. */
export function reproduceSection({ input, model }: Reading): Markup {
  const { failures, arms } = input;
  const entry = (term: string, value: Markup | string): Markup =>
    html`<dt>${term}</dt><dd>${value}</dd>`;
  const roster =
    input.rosterDigest !== '' &&
    entry('Roster fingerprint', html`<code>${input.rosterDigest}</code>`);
  const ids = arms.map(
    (arm) => html`<h3>${armTitle(arm)}</h3><p class="ids"><code>${arm.runIds.join(' ')}</code></p>`,
  );
  const missed = failures.map(
    ({ arm, replicate, message }) =>
      html`<li>${arms[arm] ? armTitle(arms[arm]) : `Scenario ${arm + 1}`}, future ${replicate + 1}: ${message}</li>`,
  );
  return html`<section id="reproduce" aria-labelledby="reproduce-heading">
<h2 id="reproduce-heading">How to reproduce this</h2>
<p>The same command with the same version gives the same report, to the last digit.</p>
<dl class="facts">
${entry('Command', html`<code class="command">${input.command}</code>`)}
${entry('Mentorscape', `version ${input.version}`)}
${entry('Model', html`${model.title} (<code>${model.name}</code>, version ${model.version}, fingerprint <code>${input.modelHash}</code>)`)}
${entry('Seed', html`<code>${input.seed}</code>`)}
${entry('Futures', `${countText(input.replicates, 'future')} of each scenario; future 1 of one scenario has the same luck as future 1 of another`)}
${roster}
</dl>
${missed.length > 0 && html`<p><strong>${countText(failures.length, 'future')} did not finish and ${failures.length === 1 ? 'is' : 'are'} left out:</strong></p><ul>${missed}</ul>`}
<details class="fold"><summary>Fingerprints of all futures (run ids)</summary>${ids}</details>
</section>`;
}
