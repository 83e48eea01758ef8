/** Where senior ties went within a year: bands from stage to stage, as wide as they are many. */
import { stages } from '../../models/mentoring/stages.ts';
import { NumberTable } from '../parts/number-table.tsx';
import { text } from '../text/people.ts';
import { elsewhere, type StageFlow } from './course.ts';

const width = 520;
const height = 320;
const left = 140;
const right = width - 140;
const gap = 8;

interface Side {
  readonly title: string;
  readonly flows: readonly StageFlow[];
}

/** The panel. */
export function Flows({ sides }: { readonly sides: readonly Side[] }) {
  return (
    <section className="panel stack" aria-label={text.flow}>
      <div>
        <h3>{text.flow}</h3>
        <p className="small quiet">{text.flowHow}</p>
      </div>
      <div className="people-columns">
        {sides.map((side) => (
          <div key={side.title}>
            <p className="small">{side.title}</p>
            <Bands {...side} />
          </div>
        ))}
      </div>
      <NumberTable
        summary={text.table}
        caption={text.flowCaption}
        columns={text.flowColumns}
        rows={sides.flatMap(({ title, flows }) =>
          flows.map(({ from, to, ties }) => [
            `${title}: ${nameOf(from, 'from')} – ${nameOf(to, 'to')}`,
            title,
            nameOf(from, 'from'),
            nameOf(to, 'to'),
            `${ties}`,
          ]),
        )}
        file="stage-flow"
      />
    </section>
  );
}

function nameOf(place: number, end: 'from' | 'to'): string {
  if (place === elsewhere) return end === 'from' ? text.notYet : text.over;
  return stages[place].name;
}

function Bands({ title, flows }: Side) {
  const all = flows.reduce((sum, { ties }) => sum + ties, 0);
  const places = elsewhere + 1;
  const scale = (height - gap * places) / Math.max(1, all);
  const sum = (end: 'from' | 'to', place: number): number =>
    flows.filter((flow) => flow[end] === place).reduce((ties, flow) => ties + flow.ties, 0);
  const startOf = (end: 'from' | 'to'): number[] => {
    let y = 0;
    return Array.from({ length: places }, (_, place) => {
      const own = y;
      y += sum(end, place) * scale + gap;
      return own;
    });
  };
  const [starts, ends] = [startOf('from'), startOf('to')];
  const [leaving, coming] = [[...starts], [...ends]];
  return (
    <svg
      className="flows"
      viewBox={`0 0 ${width} ${height + gap}`}
      role="img"
      aria-label={text.flowPicture(title, all)}
    >
      {flows.map(({ from, to, ties }) => {
        const thick = ties * scale;
        const [a, b] = [leaving[from] + thick / 2, coming[to] + thick / 2];
        leaving[from] += thick;
        coming[to] += thick;
        const mid = (left + right) / 2;
        const kind = from === elsewhere ? 'new' : to === elsewhere ? 'ended' : 'kept';
        return (
          <path
            key={`${from} ${to}`}
            className={`flow-band ${kind}`}
            d={`M${left + 6} ${a}C${mid} ${a} ${mid} ${b} ${right - 6} ${b}`}
            strokeWidth={Math.max(0.6, thick)}
          />
        );
      })}
      {Array.from({ length: places }, (_, place) => (
        <g key={nameOf(place, 'to')}>
          <Stop x={left} y={starts[place]} ties={sum('from', place)} scale={scale} />
          <Stop x={right - 6} y={ends[place]} ties={sum('to', place)} scale={scale} />
          {sum('from', place) > 0 && (
            <text
              x={left - 6}
              y={starts[place] + sum('from', place) * scale * 0.5 + 4}
              className="flow-name end"
            >
              {nameOf(place, 'from')}
            </text>
          )}
          {sum('to', place) > 0 && (
            <text
              x={right + 6}
              y={ends[place] + sum('to', place) * scale * 0.5 + 4}
              className="flow-name"
            >
              {nameOf(place, 'to')}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}

interface StopProps {
  readonly x: number;
  readonly y: number;
  readonly ties: number;
  readonly scale: number;
}

function Stop({ x, y, ties, scale }: StopProps) {
  return ties === 0 ? null : (
    <rect x={x} y={y} width={6} height={Math.max(1, ties * scale)} className="flow-stop" />
  );
}
