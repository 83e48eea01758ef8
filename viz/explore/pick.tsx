/** A titled list to choose from, as wide as its column. */
interface PickProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  set(value: string): void;
}

/** The list. */
export function Pick({ label, value, options, set }: PickProps) {
  return (
    <label className="explore-pick">
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
