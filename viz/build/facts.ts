/** What the build knew: the program's version, and the hash of each model's built source. */
import { hashes, version as programVersion } from 'virtual:mentorscape';

/** Version of Mentorscape. */
export const version: string = programVersion;

/** By model; the same as the command line's, so that runs have the same names. */
export const modelHashes: Readonly<Record<string, string>> = hashes;
