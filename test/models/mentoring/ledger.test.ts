/** The ledger balances: what accounts hold is what people spent, whichever way it is added up. */
import { describe, expect, it } from 'vitest';
import { mentoring } from '../../../models/mentoring/model.ts';
import { arm, cell, runAll } from '../../behaviour/department.ts';
import { department } from './small-world.ts';

const policies = [
  'policies:',
  '  - { policy: protectedTime, hoursPerWeek: 2, coverage: 0.5 }',
  '  - { policy: peerGroups, who: everyone, facilitated: "yes" }',
  '  - { policy: mentorTraining }',
  '  - { policy: workloadRelief }',
  '',
].join('\n');

describe('the ledger', () => {
  it('holds the hours that count for nothing as they were asked, and no money for them', () => {
    const { simulation, world } = department({ minorityTax: 3 }, 'population: { faculty: 60 }\n');
    const row = world.constant.accounts['unrecognised'];
    let asked = 0;
    for (let week = 1; week <= 60; week++) {
      simulation.runTo(week);
      asked += world.people.column.unrecognisedHours.reduce((sum, hours) => sum + hours, 0);
    }
    expect(asked).toBeGreaterThan(10);
    expect(world.tables.ledger.column.hours[row]).toBeCloseTo(asked, 8);
    expect(world.tables.ledger.column.money[row]).toBe(0);
  });

  it('charges everyday mentoring at the cost of the hour', () => {
    const { simulation, world } = department({ hourCost: 130 }, policies);
    simulation.runTo(80);
    const { hours, money } = world.tables.ledger.column;
    const row = world.constant.accounts['mentoring'];
    expect(hours[row]).toBeGreaterThan(100);
    expect(money[row]).toBeCloseTo(130 * hours[row], 6);
    for (const spent of [...hours, ...money]) expect(spent).toBeGreaterThanOrEqual(0);
  });

  it('adds up to the same by month and over the run, and net is programmes and turnover', () => {
    const record = 'outcomes: [programmeCost, turnoverCost, netCost, mentoringHours]';
    const settings = `${policies}warmUp: 1 year\nhorizon: 2 years\n`;
    const [[monthly, whole]] = runAll(
      [
        arm(`${settings}record: { ${record}, every: month }\n`),
        arm(`${settings}record: { ${record}, every: year }\n`),
      ],
      'ledger by month',
      1,
    );
    for (const outcome of ['programmeCost', 'turnoverCost', 'netCost', 'mentoringHours']) {
      const at = cell(monthly, outcome, 'everybody');
      const sum = monthly.rows.reduce((total, row) => total + (row[at] * 4) / 52, 0);
      expect(sum, outcome).toBeGreaterThan(0);
      const years = whole.rows.reduce((total, row) => total + row[at], 0);
      expect(sum / years, outcome).toBeCloseTo(1, 9);
    }
    const [programmes, turnover, net] = ['programmeCost', 'turnoverCost', 'netCost'].map((name) => {
      return whole.rows[0][cell(whole, name, 'everybody')];
    });
    expect(net).toBeCloseTo(programmes + turnover, 4);
  });

  it('has an account for every policy', () => {
    const { world } = department();
    for (const policy of Object.keys(mentoring.policies)) {
      expect(world.constant.accounts[policy], policy).toBeGreaterThanOrEqual(3);
    }
  });
});
