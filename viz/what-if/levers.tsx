/** All policies of the model in their groups, generated from the declarations. */
import { useState } from 'react';
import { Icon } from '../parts/icon.tsx';
import { Modal } from '../parts/modal.tsx';
import type { Doc } from '../state/document.ts';
import { activePlan, modelOf } from '../state/document.ts';
import { clearPlan } from '../state/edits.ts';
import { useStudio } from '../state/studio.ts';
import { text } from '../text/what-if.ts';
import { PolicyCard } from './policy-card.tsx';

interface Props {
  readonly doc: Doc;
}

/** The levers. */
export function Levers({ doc }: Props) {
  const model = modelOf(doc);
  const groups = new Map<string, string[]>();
  for (const [name, { group = text.otherGroup }] of Object.entries(model.policies)) {
    groups.set(group, [...(groups.get(group) ?? []), name]);
  }
  const on = new Set(activePlan(doc).policies.map(({ policy }) => policy)).size;
  return (
    <section className="levers" aria-label={text.levers}>
      <div className="row spread">
        <h2>{text.policies}</h2>
        <span className="small quiet">{text.differs(on)}</span>
      </div>
      {[...groups].map(([group, names]) => (
        <section key={group} className="lever-group" aria-label={group}>
          <h3>{group}</h3>
          {names.map((name) => (
            <PolicyCard
              key={name}
              name={name}
              policy={model.policies[name]}
              horizon={doc.base.horizon}
              stages={activePlan(doc).policies.flatMap((set, place) =>
                set.policy === name ? [{ set, place }] : [],
              )}
            />
          ))}
        </section>
      ))}
      {on > 0 && (
        <button
          type="button"
          className="button"
          onClick={() => useStudio.getState().change(clearPlan)}
        >
          {text.clear}
        </button>
      )}
    </section>
  );
}

/** The levers of a phone: in a sheet from below. */
export function LeverSheet({ doc }: Props) {
  const [open, setOpen] = useState(false);
  const on = new Set(activePlan(doc).policies.map(({ policy }) => policy)).size;
  return (
    <div className="lever-sheet no-print">
      <Modal
        title={text.showLevers}
        hint={text.policiesHint}
        kind="sheet"
        open={open}
        onOpenChange={setOpen}
        trigger={
          <button type="button" className="button main">
            <Icon name="levers" />
            {text.showLevers}
            {on > 0 && ` (${on})`}
          </button>
        }
      >
        <Levers doc={doc} />
      </Modal>
    </div>
  );
}
