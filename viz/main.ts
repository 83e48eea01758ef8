/** The page: runs a scenario on request and shows the fingerprint of its trajectory. */
import { run } from './engine-client.ts';

declare global {
  /** For the browser tests and for the curious, in the browser's console. */
  var mentorscape: { readonly run: typeof run };
}

function element<T extends Element>(selector: string): T {
  const found = document.querySelector<T>(selector);
  if (!found) throw new Error(`index.html: expected ${selector}, found nothing.`);
  return found;
}

const form = element<HTMLFormElement>('#run');
const button = element<HTMLButtonElement>('#run button');
const status = element<HTMLElement>('#status');
const digest = element<HTMLElement>('#digest');

async function show(): Promise<void> {
  const entries = new FormData(form);
  button.disabled = true;
  status.textContent = 'Running …';
  digest.textContent = '';
  try {
    const result = await run(String(entries.get('scenario')), Number(entries.get('seed')));
    status.textContent = `${result.weeks} weeks simulated. Fingerprint of the whole course:`;
    digest.textContent = result.digest;
  } catch (error) {
    status.textContent = error instanceof Error ? error.message : String(error);
  } finally {
    button.disabled = false;
  }
}

form.addEventListener('submit', (event) => {
  event.preventDefault(); // also because the content policy allows no form to be sent
  void show();
});

globalThis.mentorscape = { run };
