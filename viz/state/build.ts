/** What the build knew: the program's version, and the hash of each model's built source. */

declare const __VERSION__: string;
declare const __MODEL_HASHES__: Readonly<Record<string, string>>;

/** Version of Mentorscape. */
export const version: string = __VERSION__;

/** By model; the same as the command line's, so that runs have the same names. */
export const modelHashes: Readonly<Record<string, string>> = __MODEL_HASHES__;
