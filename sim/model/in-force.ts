/** How strongly each policy of a run is in force in a week: dates, ramps, and what others leave. */
import type { InForce, Policy } from './model.ts';
import type { AnyValues } from './parameters.ts';
import type { World } from './world.ts';

interface Dated {
  readonly policy: Pick<Policy<World>, 'scales'>;
  readonly set: {
    readonly policy: string;
    readonly levers: AnyValues;
    readonly start: number;
    readonly end: number;
    readonly ramp: number;
  };
}

/** The policies in the week, in their order; strength 0 when a policy is not in force. */
export function inForceAt(policies: readonly Dated[], week: number): InForce[] {
  const alone = policies.map(({ set }) => datedAt(set, week));
  if (policies.every(({ policy }) => !policy.scales)) return alone;
  return policies.map(({ policy, set }, k) => {
    if (policy.scales || alone[k].strength === 0) return alone[k];
    let left = 1;
    policies.forEach((other, j) => {
      if (!other.policy.scales || alone[j].strength === 0) return;
      left *= other.policy.scales(other.set.levers, alone[j], set.policy);
    });
    return { ...alone[k], strength: alone[k].strength * left, left };
  });
}

function datedAt({ start, end, ramp }: Dated['set'], week: number): InForce {
  const on = week >= start && week < end;
  const strength = on ? Math.min(1, (week - start + 1) / Math.max(1, ramp)) : 0;
  return { start, end, ramp, strength, left: 1 };
}
