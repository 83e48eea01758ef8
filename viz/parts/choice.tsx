/** A titled list to choose from; the place that has it says by a class how wide it is. */
interface Props {
  readonly className: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  set(value: string): void;
}

/** The list. */
export function Choice({ className, label, value, options, set }: Props) {
  return (
    <label className={className}>
      <span className="small quiet">{label}</span>
      <select className="field" value={value} onChange={({ target }) => set(target.value)}>
        {options.map(([each, title]) => (
          <option key={each} value={each}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}
