/** The command `equity` on the built program. */
import { describe, expect, it } from 'vitest';
import { mentorscape, smallScenario, workFolder } from './program.ts';

const folder = workFolder({
  'ours.yaml': `${smallScenario}\n`.replace(
    /^population:.*$/m,
    'population: { faculty: 40, residents: 30, departments: 2 }',
  ),
});
const cwd = folder.path;

describe('equity', () => {
  it('gives gaps of two-sided groupings and the worst-off group of each outcome', async () => {
    const args = ['equity', 'ours.yaml', '--replicates', '3', '--workers', '1'];
    const { code, stdout, stderr } = await mentorscape([...args, '--json'], { cwd });
    expect([code, stderr]).toEqual([0, '']);
    const { gaps, worstOff } = JSON.parse(stdout) as {
      gaps: { outcome: string; group: string; other: string; difference: number; low: number }[];
      worstOff: { outcome: string; group: string; mean: number }[];
    };
    const gap = gaps.find(({ outcome, group }) => outcome === 'burnout' && group === 'residents');
    expect(gap?.other).toBe('faculty');
    expect(gap?.low).toBeLessThan(gap?.difference ?? 0);
    expect(worstOff.find(({ outcome }) => outcome === 'burnout')?.mean).toBeGreaterThan(0);
    const told = await mentorscape(args, { cwd });
    expect(told.stdout).toContain('Residents less faculty');
    expect(told.stdout).toContain('Worst off:');
  });

  it('gives the gaps of one grouping, of each group to the last', async () => {
    const args = ['equity', 'ours.yaml', '--replicates', '2', '--workers', '1', '--json'];
    const { code, stdout } = await mentorscape([...args, '--by', 'rank'], { cwd });
    expect(code).toBe(0);
    const { gaps } = JSON.parse(stdout) as { gaps: { group: string; other: string }[] };
    expect([...new Set(gaps.map(({ group }) => group))]).toEqual([
      'interns',
      'later residents',
      'junior faculty',
    ]);
    expect(new Set(gaps.map(({ other }) => other))).toEqual(new Set(['senior faculty']));
  });

  it('names the groupings there are for one that there is not', async () => {
    const { code, stdout, stderr } = await mentorscape(['equity', 'ours.yaml', '--by', 'rang'], {
      cwd,
    });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('role, gender, minority, rank');
    expect(stderr).toContain('Did you mean rank');
  });
});
