/** The frame: head, the place that is gone to, and what lies over it. */
import { CSPProvider } from '@base-ui/react/csp-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import { type ComponentType, lazy, Suspense, useEffect, useRef } from 'react';
import { Empty } from '../parts/empty.tsx';
import { Notice } from '../parts/notice.tsx';
import { useStudio } from '../state/studio.ts';
import { text } from '../text/shell.ts';
import { Boundary } from './boundary.tsx';
import { Head } from './head.tsx';
import { places } from './places.ts';
import { useShortcuts } from './shortcuts.ts';
import { Tour } from './tour.tsx';

const pages = new Map<string, ComponentType>(
  places.map(({ id, load }) => [id, lazy(async () => ({ default: (await load()).Page }))]),
);

/** The whole page. */
export function App() {
  const id = useStudio(({ place }) => place);
  const place = places.find((each) => each.id === id);
  const Page = pages.get(id);
  const main = useRef<HTMLElement>(null);
  const before = useRef(id);
  useShortcuts();
  useEffect(() => {
    document.title = place ? `${place.title} – ${text.name}` : text.name;
    // after a change of place the keyboard goes on from the new page
    if (before.current !== id) main.current?.focus();
    before.current = id;
  }, [id, place]);
  return (
    <CSPProvider disableStyleElements>
      <Tooltip.Provider delay={300}>
        <button type="button" className="skip button main" onClick={() => main.current?.focus()}>
          {text.skip}
        </button>
        <Head />
        <main className="page" id="page" tabIndex={-1} ref={main}>
          <Boundary key={id}>
            <Suspense fallback={<p className="quiet">{text.loading}</p>}>
              {Page ? <Page /> : <NotFound />}
            </Suspense>
          </Boundary>
        </main>
        <Tour />
        <Notice />
      </Tooltip.Provider>
    </CSPProvider>
  );
}

function NotFound() {
  const go = useStudio((studio) => studio.go);
  return (
    <Empty title={text.notFound.title} body={text.notFound.body}>
      <button type="button" className="button main" onClick={() => go('what-if')}>
        {text.notFound.go}
      </button>
    </Empty>
  );
}
