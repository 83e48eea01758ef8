/** One message at a time, said to screen readers too; errors stay until they are closed. */
import { useEffect } from 'react';
import { useStudio } from '../state/studio.ts';
import { text } from '../text/shell.ts';
import { Icon } from './icon.tsx';

/** Milliseconds that good news stays. */
const goodNews = 4000;

/** The notice at the foot of the page. */
export function Notice() {
  const notice = useStudio((studio) => studio.notice);
  const { say } = useStudio.getState();
  useEffect(() => {
    if (notice?.tone !== 'done') return;
    const timer = setTimeout(() => say(undefined), goodNews);
    return () => clearTimeout(timer);
  }, [notice, say]);
  return (
    <div role={notice?.tone === 'error' ? 'alert' : 'status'}>
      {notice && (
        <div className={`notice ${notice.tone}`}>
          <p>{notice.text}</p>
          <button
            type="button"
            className="button bare icon"
            aria-label={text.close}
            onClick={() => say(undefined)}
          >
            <Icon name="close" />
          </button>
        </div>
      )}
    </div>
  );
}
