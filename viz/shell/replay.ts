/** Replays the last change: back to the document before it, and forth again after a breath. */
import { useStudio } from '../state/studio.ts';

/** Milliseconds on the document before, long enough to read it. */
const breath = 1400;

/** Goes back one step, waits, and returns unless something else was done meanwhile. */
export function replayLastChange(): void {
  const { undo, past } = useStudio.getState();
  if (past.length === 0) return;
  undo();
  const gone = useStudio.getState().doc;
  setTimeout(() => {
    const { doc, redo } = useStudio.getState();
    if (doc === gone) redo();
  }, breath);
}
