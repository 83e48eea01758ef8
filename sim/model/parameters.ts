/** Declared parameters: one declaration gives the type, validation, help, sweep range and report label. */

/** A meta-analysis or trial, B observational, C qualitative or expert, D assumption. */
export type Grade = 'A' | 'B' | 'C' | 'D';

/** Where a number comes from, by its grade. */
export const gradeMeaning: Readonly<Record<Grade, string>> = {
  A: 'meta-analysis or trial',
  B: 'observational study',
  C: 'qualitative study or expert',
  D: 'assumption',
};

interface Declared {
  readonly title: string;
  /** What it does and how to read it, one or two sentences. */
  readonly doc: string;
  readonly grade: Grade;
  /** Where the default and the range come from. */
  readonly source: string;
  /** Where another of the same declarations is at none of these options, this one has no effect. */
  readonly onlyWhen?: Readonly<Record<string, readonly string[]>>;
}

/** A number. `range` is what the model accepts, `plausible` what a sweep covers. */
export interface NumberSpec extends Declared {
  readonly unit: string;
  readonly default: number;
  readonly range: readonly [number, number];
  readonly plausible: readonly [number, number];
  readonly integer?: boolean;
  /** Of a lever: at this value the whole policy does nothing. */
  readonly idleAt?: number;
}

/** One of a few named options. */
export interface ChoiceSpec extends Declared {
  readonly options: readonly string[];
  readonly default: string;
}

export type ParameterSpec = NumberSpec | ChoiceSpec;
export type ParameterSpecs = Readonly<Record<string, ParameterSpec>>;

/** The values of declared parameters, by name. */
export type Values<S extends ParameterSpecs> = string extends keyof S
  ? AnyValues
  : {
      readonly [K in keyof S]: S[K] extends { readonly options: readonly (infer Option)[] }
        ? Option
        : number;
    };

/** Values whose declaration is not known to the compiler. */
export type AnyValues = Readonly<Record<string, number | string>>;

/** Declares parameters and keeps their exact types. */
export function parameters<const S extends ParameterSpecs>(specs: S): S {
  return specs;
}

export function isChoice(spec: ParameterSpec): spec is ChoiceSpec {
  return 'options' in spec;
}

/** The defaults of declared parameters. */
export function defaultsOf<S extends ParameterSpecs>(specs: S): Values<S> {
  const values: Record<string, number | string> = {};
  for (const [name, spec] of Object.entries(specs)) values[name] = spec.default;
  return values as Values<S>;
}

/** What a parameter accepts, in words. */
export function allowedText(spec: ParameterSpec): string {
  if (isChoice(spec)) return `one of ${spec.options.join(', ')}`;
  const kind = spec.integer ? 'a whole number' : 'a number';
  return `${kind} from ${spec.range[0]} to ${spec.range[1]} (${spec.unit})`;
}

/** Whether `value` is acceptable. */
export function accepts(spec: ParameterSpec, value: unknown): value is number | string {
  if (isChoice(spec)) return typeof value === 'string' && spec.options.includes(value);
  return (
    typeof value === 'number' &&
    value >= spec.range[0] &&
    value <= spec.range[1] &&
    (!spec.integer || Math.floor(value) === value)
  );
}

/** Whether a value's source says that its magnitude is only recalled: shown wherever the value is. */
export function isUnverified({ source }: Declared): boolean {
  return source.includes('unverified');
}

/** The grade, and that a magnitude is unverified where it is. */
export function gradeText(spec: Declared): string {
  return isUnverified(spec) ? `${spec.grade}, unverified` : spec.grade;
}
