/** The command `evaluate` on the built program. */
import { describe, expect, it } from 'vitest';
import { mentorscape, smallScenario, workFolder } from './program.ts';

const folder = workFolder({
  'small.yaml': smallScenario,
  'hour.yaml': 'mentorscape: 1\nbasedOn: small.yaml\npolicies: [{ policy: protectedTime }]\n',
});
const cwd = folder.path;

describe('evaluate', () => {
  it('answers the questions of each level with paired differences', async () => {
    const args = ['evaluate', 'small.yaml', 'hour.yaml', '--replicates', '2', '--workers', '1'];
    const { code, stdout, stderr } = await mentorscape(
      [...args, '--view', 'kirkpatrick', '--json'],
      {
        cwd,
      },
    );
    expect([code, stderr]).toEqual([0, '']);
    const { view, levels } = JSON.parse(stdout) as {
      view: string;
      levels: { level: string; comparisons: { outcome: string; replicates: number }[] }[];
    };
    expect(view).toBe('kirkpatrick');
    expect(levels.map(({ level }) => level)).toEqual([
      '1 Reaction',
      '2 Learning',
      '3 Behaviour',
      '4 Results',
    ]);
    for (const { comparisons } of levels) expect(comparisons.length).toBeGreaterThan(0);
    const costs = levels[3].comparisons.find(({ outcome }) => outcome === 'netCost');
    expect(costs?.replicates).toBe(2);
    const told = await mentorscape(args, { cwd });
    expect(told.stdout).toContain('Inputs: What does it take?');
    expect(told.stdout).toContain('Cost of programmes');
  });

  it('refuses a view that does not exist', async () => {
    const { code, stderr } = await mentorscape(
      ['evaluate', 'small.yaml', 'hour.yaml', '--view', 'logical'],
      { cwd },
    );
    expect(code).toBe(2);
    expect(stderr).toBe(
      '--view: expected one of logic, kirkpatrick, cipp, found "logical". Did you mean logic.\n',
    );
  });
});
