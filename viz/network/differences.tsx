/** What differs between two futures of the same people: counts, a key to the lines, and each tie in a table. */
import { NumberTable } from '../parts/number-table.tsx';
import { text } from '../text/network.ts';
import type { TieCounts, TieDifference } from './difference.ts';
import { differenceRows } from './difference.ts';
import type { Frame } from './frame.ts';
import { whenText } from './when.ts';

interface Props {
  readonly difference: TieDifference;
  readonly frames: readonly [Frame, Frame];
  readonly titles: readonly [string, string];
}

/** The panel. */
export function Differences({ difference, frames, titles }: Props) {
  const { senior, peer } = difference;
  const all = {
    both: senior.both + peer.both,
    first: senior.first + peer.first,
    second: senior.second + peer.second,
  };
  const when = whenText(frames[0].week);
  const row = (title: string, { both, first, second }: TieCounts): string[] => [
    title,
    `${both}`,
    `${first}`,
    `${second}`,
  ];
  const [kind, both, only] = text.differenceColumns;
  return (
    <section className="panel stack" aria-label={text.difference}>
      <div>
        <h2>{text.difference}</h2>
        <p className="small quiet">{text.differenceHow}</p>
      </div>
      <p className="net-counts">
        {text.differenceCounts(all.both, all.first, all.second, ...titles)}
      </p>
      <ul className="legend net-key" aria-label={text.legend}>
        <li>
          <svg viewBox="0 0 36 12" aria-hidden="true">
            <path d="M1 6H35" className="net-only-line" strokeWidth="4" />
          </svg>
          {text.onlyLine}
        </li>
        <li>
          <svg viewBox="0 0 36 12" aria-hidden="true">
            <path d="M1 6H35" className="net-both-line" strokeWidth="1" />
          </svg>
          {text.bothLine}
        </li>
      </ul>
      <NumberTable
        open
        summary={text.difference}
        caption={text.differenceCaption(when)}
        columns={[kind, both, ...titles.map((title) => `${only} “${title}”`)]}
        rows={[row(text.seniorKind, senior), row(text.peerKind, peer), row(text.allKinds, all)]}
        file="tie-counts"
      />
      <NumberTable
        summary={text.eachTie}
        caption={text.tiesCaption(when)}
        columns={text.tiesColumns}
        rows={differenceRows(difference, frames, titles)}
        file="tie-difference"
      />
    </section>
  );
}
