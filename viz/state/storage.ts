/** Small texts kept in this browser; where a browser keeps nothing, nothing is kept and nothing fails. */

const prefix = 'mentorscape.';

/** The text kept under a name. */
export function recall(name: string): string | undefined {
  try {
    return localStorage.getItem(prefix + name) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a text; false where the browser refuses. */
export function remember(name: string, value: string): boolean {
  try {
    localStorage.setItem(prefix + name, value);
    return true;
  } catch {
    return false;
  }
}

/** Drops a text. */
export function forget(name: string): void {
  try {
    localStorage.removeItem(prefix + name);
  } catch {
    // a browser that keeps nothing has nothing to drop
  }
}
