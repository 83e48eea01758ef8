/** One policy: a switch, its first lever at hand, and everything else when it is asked for. */
import { Switch } from '@base-ui/react/switch';
import { memo, useId, useState } from 'react';
import { defaultsOf, isChoice } from '../../sim/model/parameters.ts';
import type { Model, PolicyInForce } from '../../sim/model/simulation.ts';
import { Icon } from '../parts/icon.tsx';
import { Lever } from '../parts/lever.tsx';
import { addStage, moveLever, removeStage, switchPolicy } from '../state/edits.ts';
import { useStudio } from '../state/studio.ts';
import { text } from '../text/what-if.ts';
import { StageDates } from './stage-dates.tsx';

interface Props {
  readonly policy: Model['policies'][string];
  readonly name: string;
  readonly horizon: number;
  /** Its stages in the plan, each with its place there. */
  readonly stages: readonly Stage[];
}

/** One stage of a policy. */
export interface Stage {
  readonly set: PolicyInForce;
  readonly place: number;
}

/** A policy's card. A lever that moves draws its own card anew, not those of all policies. */
export const PolicyCard = memo(function PolicyCard({ policy, name, horizon, stages }: Props) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const { change } = useStudio.getState();
  const on = stages.length > 0;
  const levers = Object.entries(policy.levers);
  // the lever that a slider suits best stands first
  const [main] = levers.find(([, spec]) => !isChoice(spec)) ?? levers[0] ?? [];
  const shown = levers.filter(([lever]) => open || lever === main);
  return (
    <div className={`policy ${on ? 'on' : ''}`}>
      <div className="policy-head">
        <Switch.Root
          className="switch"
          checked={on}
          aria-labelledby={id}
          onCheckedChange={(next) => change((now) => switchPolicy(now, name, next))}
        >
          <Switch.Thumb className="switch-thumb" />
        </Switch.Root>
        <span id={id} className="policy-title">
          {policy.title}
        </span>
        <button
          type="button"
          className="button bare icon slim"
          aria-expanded={open}
          aria-label={open ? text.hide(policy.title) : text.details(policy.title)}
          onClick={() => setOpen(!open)}
        >
          <Icon name={open ? 'up' : 'down'} />
        </button>
      </div>
      {open && <p className="small quiet">{policy.doc}</p>}
      {(on ? stages : [undefined]).map((stage, k) => (
        <div key={stage?.place ?? 'off'} className="stage">
          {stages.length > 1 && <h4 className="small">{text.stage(k + 1)}</h4>}
          {shown.map(([lever, spec]) => (
            <Lever
              key={lever}
              spec={spec}
              value={(stage?.set.levers ?? defaultsOf(policy.levers))[lever]}
              pale={!on}
              change={(value) =>
                change(
                  (now) => moveLever(now, name, stage?.place, lever, value),
                  `${name} ${lever} ${stage?.place}`,
                )
              }
            />
          ))}
          {open && stage && <StageDates horizon={horizon} title={policy.title} {...stage} />}
          {open && stage && stages.length > 1 && (
            <button
              type="button"
              className="button link small"
              onClick={() => change((now) => removeStage(now, stage.place))}
            >
              {text.removeStage}
            </button>
          )}
        </div>
      ))}
      {open && on && (
        <button
          type="button"
          className="button link small"
          onClick={() => change((now) => addStage(now, stages[stages.length - 1].place))}
        >
          {text.addStage}
        </button>
      )}
      {open && (
        <p className="small quiet">
          {text.source}: {policy.source}
        </p>
      )}
    </div>
  );
}, sameCard);

function sameCard(a: Props, b: Props): boolean {
  return (
    a.policy === b.policy &&
    a.horizon === b.horizon &&
    a.stages.length === b.stages.length &&
    a.stages.every(({ set, place }, k) => set === b.stages[k].set && place === b.stages[k].place)
  );
}
