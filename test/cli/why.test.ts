/** The command `why` on the built program. */
import { describe, expect, it } from 'vitest';
import { mentorscape, smallScenario, workFolder } from './program.ts';

const folder = workFolder({ 'small.yaml': smallScenario });
const cwd = folder.path;

describe('why', () => {
  it('lists the people of a future, and explains the decisions of one of them', async () => {
    const listed = await mentorscape(['why', 'small.yaml', '--json'], { cwd });
    expect([listed.code, listed.stderr]).toEqual([0, '']);
    const { people } = JSON.parse(listed.stdout) as { people: { person: number }[] };
    expect(people.length).toBeGreaterThan(7);
    const args = ['why', 'small.yaml', '--person', `${people[0].person}`, '--all', '--json'];
    const told = await mentorscape(args, { cwd });
    expect([told.code, told.stderr]).toEqual([0, '']);
    const { decisions, turns } = JSON.parse(told.stdout) as {
      turns: { week: number; spell: string; on: boolean }[];
      decisions: {
        kind: string;
        week: number;
        value: number;
        terms: { name: string; value: number }[];
      }[];
    };
    expect(decisions.length).toBeGreaterThan(10);
    for (const { spell } of turns) {
      expect(['burnedOut', 'peerGroup', 'mentored', 'gone']).toContain(spell);
    }
    const { kind, week, value, terms } = decisions[0];
    expect(terms.reduce((sum, term) => sum + term.value, 0)).toBeCloseTo(value, 9);
    const what = ['--kind', kind, '--week', `${week}`];
    const full = await mentorscape([...args.slice(0, 4), ...what], { cwd });
    expect(full.stdout).toContain('luck asked for more than');
  });

  it('refuses a person who is not there, and a kind that does not exist', async () => {
    const nobody = await mentorscape(['why', 'small.yaml', '--person', '999999'], { cwd });
    expect([nobody.code, nobody.stdout]).toEqual([2, '']);
    expect(nobody.stderr).toBe(
      '--person: expected a person of this future, found 999999. Leave out --person to list the people.\n',
    );
    const kind = await mentorscape(['why', 'small.yaml', '--person', '1', '--kind', 'exits'], {
      cwd,
    });
    expect(kind.code).toBe(2);
    expect(kind.stderr).toContain('Did you mean exit.');
  });

  it('asks for one decision before it takes a term away', async () => {
    const { people } = JSON.parse(
      (await mentorscape(['why', 'small.yaml', '--json'], { cwd })).stdout,
    );
    const args = [
      'why',
      'small.yaml',
      '--person',
      `${people[0].person}`,
      '--all',
      '--without',
      'need',
    ];
    const { code, stderr } = await mentorscape(args, { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('--without: expected one decision');
  });
});
