/** The report as a page: complete, self-contained, well-formed and safe against hostile text. */

import { describe, expect, it } from 'vitest';
import { mentoringParameters } from '../../models/mentoring/parameters/index.ts';
import { minimal } from '../../models/minimal/model.ts';
import { renderReport } from '../../report/html.ts';
import type { Model } from '../../sim/model/simulation.ts';
import { arm, comparison, comparisons, model, peerGroups, reportInput } from './fixture.ts';
import { elementsOf } from './strict-markup.ts';

const hostile = `<script>alert(1)</script>"'><img src=x onerror=alert(1)>&\u0000`;

/** Text as a reader sees it, without the sections for those who check. */
function readText(page: string): string {
  return page
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<section id="(?:reproduce|assumptions)"[\s\S]*?<\/section>/g, '')
    .replace(/<[^>]*>/g, ' ');
}

describe('a report', () => {
  it('has every section, one first heading, and is the same each time', async () => {
    const page = await renderReport(reportInput());
    expect(await renderReport(reportInput())).toBe(page);
    const { ids } = elementsOf(page);
    const wanted =
      'question answer changes over-time costs network settings assumptions limits reproduce';
    for (const id of wanted.split(' ')) expect(ids).toContain(id);
    expect(page.match(/<h1[ >]/g)).toHaveLength(1);
    expect(page).toContain('<html lang="en-GB">');
    expect(page).toContain('<h1>What if residents met in peer groups?</h1>');
  });

  it('is well-formed: elements close in order, ids are unique, links lead somewhere', async () => {
    const { ids, faults, targets } = elementsOf(await renderReport(reportInput()));
    expect(faults).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const target of targets) expect(ids).toContain(target);
  });

  it('needs nothing from outside and has no script', async () => {
    const page = await renderReport(reportInput());
    expect(page).not.toMatch(/<script|<link rel="stylesheet|<iframe|<img|@import|url\(/i);
    expect(page).not.toMatch(/(?:src|href|action)\s*=(?!"#|"data:,)/i);
    expect(page).not.toMatch(/\son[a-z]+\s*=/i);
    expect(page).toContain("content=\"default-src 'none'; style-src 'unsafe-inline';");
  });

  it('escapes what strangers write', async () => {
    const input = reportInput({
      arms: [
        arm({ title: hostile, question: hostile }),
        arm({ name: 'groups.yaml', title: hostile, question: hostile, policies: [peerGroups] }),
      ],
      comparisons: [...comparisons, comparison('hasMentor', hostile, 0.4, 0.5, 0.01)],
      failures: [{ arm: 1, replicate: 3, seed: hostile, message: hostile }],
      ...{ command: hostile, seed: hostile, version: hostile, modelHash: hostile },
    });
    const page = await renderReport(input);
    expect(elementsOf(page).faults).toEqual([]);
    expect(page).not.toMatch(/<script|<img/);
    expect(page).not.toContain('\u0000');
    expect(page).toContain('&lt;script&gt;alert(1)');
    const groupings = {
      ...model.groupings,
      role: { ...model.groupings['role'], labels: [hostile] },
    };
    const strange = await renderReport({ ...input, model: { ...model, groupings } });
    expect(elementsOf(strange).faults).toEqual([]);
    expect(strange).not.toMatch(/<script|<img/);
  });

  it('gives every number its range, unit and number of futures, every assumption grade and source', async () => {
    const page = await renderReport(reportInput());
    expect(page).toContain('30 pairs of futures');
    expect(page).toContain('+9 to +19');
    expect(page).toContain('in 100 people; a difference of 3 matters');
    const rows =
      page.match(/<tr role="row"><th scope="row" role="rowheader">[\s\S]*?<\/tr>/g) ?? [];
    const graded = rows.filter((row) => row.includes('class="grade"'));
    const levers = Object.keys(model.policies['peerGroups'].levers).length;
    const parameters = Object.keys({ ...model.shape.parameters, ...model.population }).length;
    expect(graded).toHaveLength(levers + parameters);
    expect(page).toContain('<strong class="unverified">unverified</strong>');
  });

  it('shows what differs from the defaults', async () => {
    const changed = { ...arm().scenario.parameters, exitFaculty: 0.06 };
    const input = reportInput({
      arms: [arm(), arm({ name: 'groups.yaml', parameters: changed, policies: [peerGroups] })],
    });
    const text = readText(await renderReport(input)).replace(/\s+/g, ' ');
    const usual = mentoringParameters.exitFaculty.default;
    expect(text).toContain(`Faculty leaving 1/year ${usual} ${usual} 0.06`);
    expect(text).toContain('Size people 8 6 changed');
    expect(text).toContain('In force from the start of year 2, without end.');
  });

  it('says how to get it again', async () => {
    const page = await renderReport(reportInput());
    for (const fact of ['npx mentorscape compare', 'cafe0123', '0.1.0', '0123456789abcdef']) {
      expect(page.slice(page.indexOf('id="reproduce"'))).toContain(fact);
    }
  });

  it('speaks of people and futures', async () => {
    expect(readText(await renderReport(reportInput()))).not.toMatch(/\b(agents?|runs?)\b/i);
  });
});

describe('a report of other inputs', () => {
  it('warns of a harmed group', async () => {
    const harmed = comparisons.map((c) =>
      c.outcome === 'burnedOut' && c.group === 'faculty'
        ? comparison('burnedOut', 'faculty', 0.4, 0.46, 0.02)
        : c,
    );
    const text = readText(await renderReport(reportInput({ comparisons: harmed })));
    expect(text).toContain('People on average fare better, but these groups fare worse:');
    expect(text).toContain('faculty from 40 to 46 in 100 (+4 to +8)');
  });

  it('carries no picture of people who are in a roster, and hides small groups', async () => {
    const few = { 'people/faculty': [{ year: 1, mean: 3, low: 3, high: 3 }] };
    const arms = reportInput().arms.map((one) => ({
      ...one,
      trajectories: { ...one.trajectories, ...few },
    }));
    const page = await renderReport(reportInput({ rosterDigest: 'feed4567', arms }));
    expect(page).not.toContain('net-faculty"');
    expect(page).toContain('reports carry neither its people nor their ties');
    expect(page).toContain('feed4567');
    expect(page).not.toContain('over-time-hasMentor-faculty');
    expect(page).toContain('the baseline drifts');
  });

  it('can be a single scenario, several, a failed one, or another model', async () => {
    const [baseline, other] = reportInput().arms;
    const alone = await renderReport(reportInput({ arms: [baseline], comparisons: [] }));
    expect(alone).toContain('Nothing is compared here');
    const third = arm({ name: 'third.yaml', title: 'Third' });
    const several = await renderReport(reportInput({ arms: [baseline, other, third] }));
    expect(several).toContain('What would each of these two scenarios change?');
    const empty = { ...other, networks: [], trajectories: {}, runIds: [] };
    const failed = await renderReport(reportInput({ arms: [baseline, empty], comparisons: [] }));
    expect(failed).toContain('No pair of futures finished');
    const plain = { parameters: {}, population: {}, record: { every: 52, outcomes: ['ties'] } };
    const small = await renderReport(
      reportInput({
        model: minimal as unknown as Model,
        arms: [arm(plain), arm({ ...plain, name: 'groups.yaml' })],
        comparisons: [{ ...comparisons[0], outcome: 'ties', unit: 'ties' }],
      }),
    );
    for (const page of [alone, several, failed, small]) {
      expect(elementsOf(page).faults).toEqual([]);
      expect(page).not.toMatch(/NaN|undefined|\[object/);
    }
  });
});
