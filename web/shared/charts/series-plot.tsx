import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';

export interface SeriesPoint {
  readonly key: string;
  readonly claim: number | null;
  readonly measured: number | null;
}

interface Props {
  /** Everything the picture says, for those who do not see it; put a table beside it. */
  label: string;
  points: readonly SeriesPoint[];
  legalMin: number;
  legalMax: number;
  format: (value: number) => string;
}

const WIDTH = 320;
const HEIGHT = 150;
const LEFT = 44;
const RIGHT = 12;
const TOP = 12;
const BOTTOM = 26;

/** Claims and findings of one parameter from lot to lot. The legal limits are drawn where they are near. */
export function SeriesPlot({ label, points, legalMin, legalMax, format }: Props) {
  const values = points.flatMap(({ claim, measured }) => [claim, measured]).filter((value) => value !== null);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = Math.max((high - low) * 0.35, 1);
  const y = scaleLinear()
    .domain([low - room, high + room])
    .range([HEIGHT - BOTTOM, TOP]);
  const x = scalePoint()
    .domain(points.map(({ key }) => key))
    .range([LEFT, WIDTH - RIGHT])
    .padding(0.4);
  const at = ({ key }: SeriesPoint) => x(key) ?? LEFT;
  const limits = [legalMin, legalMax].filter((limit) => limit > low - room && limit < high + room);
  const path = line<SeriesPoint>()
    .defined(({ measured }) => measured !== null)
    .x(at)
    .y(({ measured }) => y(measured ?? 0))(points);
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="w-full">
      {y
        .ticks(3)
        .filter(Number.isInteger)
        .map((tick) => (
          <g key={tick}>
            <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(tick)} y2={y(tick)} className="stroke-line" />
            <text x={LEFT - 8} y={y(tick) + 4} textAnchor="end" className="numbers fill-muted text-[11px]">
              {format(tick)}
            </text>
          </g>
        ))}
      {limits.map((limit) => (
        <line
          key={limit}
          x1={LEFT}
          x2={WIDTH - RIGHT}
          y1={y(limit)}
          y2={y(limit)}
          className="stroke-amber"
          strokeDasharray="4 4"
        />
      ))}
      <path d={path ?? ''} fill="none" className="stroke-seal" strokeWidth="2" />
      {points.map((point) => (
        <g key={point.key}>
          {point.claim !== null && (
            <rect
              x="-5"
              y="-5"
              width="10"
              height="10"
              transform={`translate(${at(point)} ${y(point.claim)}) rotate(45)`}
              className="fill-surface stroke-jade"
              strokeWidth="2"
            />
          )}
          {point.measured !== null && <circle cx={at(point)} cy={y(point.measured)} r="4" className="fill-seal" />}
          <text x={at(point)} y={HEIGHT - 8} textAnchor="middle" className="fill-muted text-[10px]">
            {point.key.length > 8 ? `…${point.key.slice(-6)}` : point.key}
          </text>
        </g>
      ))}
    </svg>
  );
}
