/** What is shown and how: scenario, future, colour and size. */
import { Choice } from '../parts/choice.tsx';
import { useStudio } from '../state/studio.ts';
import { text } from '../text/network.ts';
import type { ColourField, SizeField } from './look.ts';
import { colourFields, sizeFields } from './look.ts';
import { mostFutures } from './view.ts';

interface Props {
  readonly plan: number | undefined;
  readonly beside: number | 'today' | undefined;
  readonly differing: boolean;
  readonly replicate: number;
  readonly colour: ColourField;
  readonly size: SizeField;
}

/** The row of choices. */
export function Choices({ plan, beside, differing, replicate, colour, size }: Props) {
  const plans = useStudio((studio) => studio.doc.plans);
  const { look } = useStudio.getState();
  const sizeName = (field: SizeField): string =>
    field === 'even' ? text.even : field === 'contacts' ? text.contacts : text.fields[field];
  const shown = plan === undefined ? 'today' : `${plan}`;
  const scenarios = [
    ['today', text.today] as const,
    ...plans.map(({ title }, k) => [`${k}`, title || text.untitled(k)] as const),
  ];
  return (
    <div className="row net-choices no-print">
      <Choice
        className="net-choice"
        label={text.scenario}
        value={shown}
        options={scenarios}
        set={(value) => look({ plan: value })}
      />
      <Choice
        className="net-choice"
        label={text.beside}
        value={beside === undefined ? 'none' : `${beside}`}
        options={[['none', text.nothingBeside], ...scenarios.filter(([value]) => value !== shown)]}
        set={(value) => look({ beside: value === 'none' ? undefined : value, side: undefined })}
      />
      {beside !== undefined && (
        <Choice
          className="net-choice"
          label={text.contacts}
          value={differing ? 'differing' : 'all'}
          options={[
            ['all', text.allTies],
            ['differing', text.differingTies],
          ]}
          set={(value) => look({ ties: value === 'all' ? undefined : value })}
        />
      )}
      <label className="net-choice">
        <span className="small quiet">{text.future}</span>
        <input
          type="number"
          className="field"
          title={text.futureHint}
          min={0}
          max={mostFutures}
          value={replicate}
          onChange={({ target }) =>
            look({ future: target.value === '' ? undefined : target.value })
          }
        />
      </label>
      <Choice
        className="net-choice"
        label={text.colour}
        value={colour}
        options={colourFields.map((field) => [field, text.fields[field]])}
        set={(value) => look({ colour: value })}
      />
      <Choice
        className="net-choice"
        label={text.size}
        value={size}
        options={sizeFields.map((field) => [field, sizeName(field)])}
        set={(value) => look({ size: value })}
      />
    </div>
  );
}
