/** What stands where there is nothing yet, or where something broke: what it is, and what to do. */
import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly body: string;
  readonly children?: ReactNode;
}

/** A title, a sentence, and what can be done about it. */
export function Empty({ title, body, children }: Props) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      <p>{body}</p>
      {children}
    </div>
  );
}
