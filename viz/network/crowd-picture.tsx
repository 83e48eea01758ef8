/** The picture of a crowd: marks for groups, as large as they are many, and lines as wide as their ties. */
import { text } from '../text/network.ts';
import type { Crowd, Flow } from './crowd.ts';
import { groupName } from './crowd.ts';
import { peerLayer } from './frame.ts';

const width = 1000;
const height = 720;
/** Distance of the two roles from the middle of their department. */
const apart = 46;
const widest = 16;
/** Lines drawn at most: the narrowest of many would only darken the picture. */
const mostLines = 400;

interface Props {
  readonly crowd: Crowd;
  readonly colours: readonly string[];
  readonly label: string;
}

/** The picture. */
export function CrowdPicture({ crowd, colours, label }: Props) {
  const { groups, flows } = crowd;
  const departments = [...new Set(groups.map(({ department }) => department))];
  const most = Math.max(1, ...groups.map(({ people }) => people));
  const crowded = Math.max(0.45, Math.min(1, 12 / departments.length));
  const radius = (people: number): number => 6 + 34 * crowded * Math.sqrt(people / most);
  const points = groups.map(({ department, role }) => {
    const place = departments.indexOf(department);
    const angle = (2 * Math.PI * place) / departments.length - Math.PI / 2;
    const single = departments.length === 1 ? 0 : 1;
    const [x, y] = [
      width / 2 + single * (width / 2 - 110) * Math.cos(angle),
      height / 2 + single * (height / 2 - 100) * Math.sin(angle),
    ];
    const side = (role === 1 ? -1 : 1) * apart * Math.max(0.7, crowded);
    return { x: x + side, y };
  });
  const busiest = Math.max(1, ...flows.map(({ ties }) => ties));
  const thick = ({ ties }: Flow): number => Math.max(0.5, (widest * ties) / busiest);
  return (
    <svg className="net-crowd" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <defs>
        <marker id="net-arrow" viewBox="0 0 6 6" refX="5" refY="3" orient="auto">
          <path d="M0 0 6 3 0 6Z" className="net-arrow" />
        </marker>
      </defs>
      {flows.slice(-mostLines).map((flow) => {
        const { from, to, layer } = flow;
        const peer = layer === peerLayer;
        const key = `${layer} ${from} ${to}`;
        const className = peer ? 'net-flow peer' : 'net-flow';
        const [a, b] = [points[from], points[to]];
        if (from === to) {
          const r = radius(groups[from].people) + thick(flow) / 2 + (peer ? 8 : 2);
          const own = { cx: a.x, cy: a.y, r, strokeWidth: thick(flow) };
          return <circle key={key} className={className} {...own} />;
        }
        const d = curve(a, b, radius(groups[to].people) + 3, peer ? -1 : 1);
        const arrow = peer ? undefined : 'url(#net-arrow)';
        const own = { d, strokeWidth: thick(flow), markerEnd: arrow };
        return <path key={key} className={className} {...own} />;
      })}
      {groups.map((group, k) => {
        const r = radius(group.people);
        const { x, y } = points[k];
        const triangle = `M${x} ${y - r * 1.15} ${x + r} ${y + 0.8 * r} ${x - r} ${y + 0.8 * r}Z`;
        return (
          <g key={groupName(group)}>
            <title>{`${groupName(group)}: ${group.people}`}</title>
            {group.role === 1 ? (
              <path d={triangle} fill={colours[k]} className="net-group" />
            ) : (
              <circle cx={x} cy={y} r={r} fill={colours[k]} className="net-group" />
            )}
            <text x={x} y={y + r + 20} className="net-group-count">
              {group.people}
            </text>
          </g>
        );
      })}
      {departments.map((department) => {
        const own = points.filter((_, k) => groups[k].department === department);
        const x = own.reduce((sum, point) => sum + point.x, 0) / own.length;
        return (
          <text key={department} x={x} y={own[0].y - 52} className="net-group-name">
            {text.department(department)}
          </text>
        );
      })}
    </svg>
  );
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A bent line that ends before the mark it leads to; `way` says to which side it bends. */
function curve(a: Point, b: Point, before: number, way: number): string {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = Math.hypot(dx, dy) || 1;
  const bend = way * Math.min(60, 0.15 * length);
  const mid = {
    x: (a.x + b.x) / 2 - (bend * dy) / length,
    y: (a.y + b.y) / 2 + (bend * dx) / length,
  };
  const [ex, ey] = [b.x - mid.x, b.y - mid.y];
  const rest = Math.hypot(ex, ey) || 1;
  const end = { x: b.x - (before * ex) / rest, y: b.y - (before * ey) / rest };
  return `M${a.x} ${a.y}Q${mid.x} ${mid.y} ${end.x} ${end.y}`;
}
