/** Text in which the words of the glossary can be asked about, by pointer or by keyboard. */
import { Popover } from '@base-ui/react/popover';
import { Fragment, type ReactNode } from 'react';
import { glossary } from '../text/glossary.ts';

/** The longest first, so that a longer term is not hidden by a shorter one inside it. */
const words = Object.keys(glossary).sort((a, b) => b.length - a.length);
const pattern = new RegExp(`\\b(${words.join('|')})\\b`, 'gi');

/** A sentence; each term is explained at its first appearance. */
export function Terms({ children }: { readonly children: string }) {
  const seen = new Set<string>();
  const parts: ReactNode[] = children.split(pattern).map((part, k) => {
    const meaning = glossary[part.toLowerCase()];
    if (k % 2 === 0 || meaning === undefined || seen.has(part.toLowerCase())) return part;
    seen.add(part.toLowerCase());
    return <Term key={part} word={part} meaning={meaning} />;
  });
  return parts.map((part, k) => (
    // parts of a sentence never change their places within it
    <Fragment key={`${k} ${typeof part === 'string' ? part : ''}`}>{part}</Fragment>
  ));
}

function Term({ word, meaning }: { readonly word: string; readonly meaning: string }) {
  return (
    <Popover.Root>
      <Popover.Trigger className="term" openOnHover delay={250}>
        {word}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className="over" sideOffset={6}>
          <Popover.Popup className="tip">
            <Popover.Description>{meaning}</Popover.Description>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
