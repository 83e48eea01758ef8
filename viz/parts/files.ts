/** Files to and from the reader's machine; nothing goes anywhere else. */

/** Offers a text as a download. */
export function saveText(name: string, content: string, type: string): void {
  saveBytes(name, new Blob([content], { type: `${type};charset=utf-8` }));
}

/** Offers bytes as a download. */
export function saveBytes(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // the browser has begun to read it by then
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Largest file that is opened, in bytes: as large as the command line takes. */
const largest = 5_000_000;

/** A file's text. @throws RangeError with a sentence when it is too large. */
export async function readText(file: File, most = largest): Promise<string> {
  if (file.size > most) {
    throw new RangeError(
      `${file.name} has ${(file.size / 1e6).toFixed(1)} MB; at most ${(most / 1e6).toFixed(0)} MB can be opened.`,
    );
  }
  return file.text();
}
