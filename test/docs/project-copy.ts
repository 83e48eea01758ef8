/** A built copy of the project in a temporary folder, in which the documents' commands are run. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from './markdown.ts';

const copied = ['sim', 'models', 'report', 'cli', 'scenarios', 'package.json', 'tsconfig.json'];

/** What a command did. */
export interface Ending {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** A folder of its own with the sources, built; `node_modules` is shared with the repository. */
export class ProjectCopy {
  readonly folder: string;

  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), 'mentorscape-docs-'));
    for (const name of [...copied, 'tsconfig.build.json']) {
      cpSync(join(root, name), join(this.folder, name), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(this.folder, 'node_modules'), 'junction');
    this.build();
  }

  /** Compiles what is there now. @throws Error with the compiler's complaints. */
  build(): void {
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const { status, out } = this.node(tsc, '-p', 'tsconfig.build.json');
    if (status !== 0) throw new Error(`tsc: ${out}`);
  }

  /** Runs a Node program in the folder, without a shell. */
  node(...args: string[]): Ending {
    const options = { cwd: this.folder, encoding: 'utf8', timeout: 120_000 } as const;
    const { status, stdout, stderr } = spawnSync(process.execPath, args, options);
    return { status, out: stdout, err: stderr };
  }

  /** The command `mentorscape` as built here. */
  mentorscape(...args: string[]): Ending {
    return this.node(join(this.folder, 'cli/bin.js'), ...args);
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  /** Deletes the folder. */
  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Words of a command line; quotes keep words together. Enough for the documents' commands. */
export function wordsOf(command: string): string[] {
  const words = command.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? [];
  return words.map((word) => word.replace(/^"(.*)"$|^'(.*)'$/, '$1$2'));
}
