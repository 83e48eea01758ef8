/** Tools of the head that take the work elsewhere: a link for now. */
import { Icon } from '../parts/icon.tsx';
import { writeAddress } from '../state/address.ts';
import { encodeDocument } from '../state/link.ts';
import { useStudio } from '../state/studio.ts';
import { text } from '../text/shell.ts';

/** Copies a link to what is on screen. */
export function ShareTools() {
  const copy = async (): Promise<void> => {
    const { doc, place, view, say } = useStudio.getState();
    const address = new URL(writeAddress(place, view, await encodeDocument(doc)), location.href);
    await navigator.clipboard.writeText(address.href);
    say({ tone: 'done', text: text.copied });
  };
  return (
    <button type="button" className="button" onClick={() => void copy()}>
      <Icon name="share" />
      {text.share}
    </button>
  );
}
