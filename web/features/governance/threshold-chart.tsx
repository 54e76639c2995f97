import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { useFormat } from '../../shared/format/use-format.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { governanceMessages } from './messages.ts';
import type { Standing, ThresholdPoint } from './threshold-curve.ts';

const [WIDTH, HEIGHT] = [420, 260];
const MARGIN = { top: 12, right: 16, bottom: 40, left: 44 };
const ALL = 10_000;
const TICKS = [0, 2_500, 5_000, 7_500, ALL];
/** Room that the point's name needs on its right. */
const NAME_ROOM = 7_800;

interface Props {
  /** Everything the picture says, for those who do not see it. */
  label: string;
  points: readonly ThresholdPoint[];
  standing: Standing | null;
  floorBps: number;
}

/** Share in favour that is needed over turnout; above the line a vote passes. */
export function ThresholdChart({ label, points, standing, floorBps }: Props) {
  const text = useText(governanceMessages);
  const format = useFormat();
  const x = scaleLinear([0, ALL], [MARGIN.left, WIDTH - MARGIN.right]);
  const y = scaleLinear([0, ALL], [HEIGHT - MARGIN.bottom, MARGIN.top]);
  const path = line<ThresholdPoint>(
    ({ turnoutBps }) => x(turnoutBps),
    ({ shareBps }) => y(shareBps),
  )([...points]);
  const passing = area<ThresholdPoint>(
    ({ turnoutBps }) => x(turnoutBps),
    y(ALL),
    ({ shareBps }) => y(shareBps),
  )(points.filter(({ turnoutBps }) => turnoutBps >= floorBps));
  const point = standing?.shareBps === null || !standing ? null : { at: standing.turnoutBps, share: standing.shareBps };
  const needed = standing?.neededBps ?? null;
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="w-full text-jade">
      {TICKS.map((tick) => (
        <g key={tick}>
          <line x1={MARGIN.left} x2={WIDTH - MARGIN.right} y1={y(tick)} y2={y(tick)} className="stroke-line" />
          <text x={MARGIN.left - 6} y={y(tick)} dy="0.32em" textAnchor="end" className="fill-muted text-[11px]">
            {format.bps(tick)}
          </text>
          <text x={x(tick)} y={HEIGHT - MARGIN.bottom + 15} textAnchor="middle" className="fill-muted text-[11px]">
            {format.bps(tick)}
          </text>
        </g>
      ))}
      <text
        x={(MARGIN.left + WIDTH - MARGIN.right) / 2}
        y={HEIGHT - 6}
        textAnchor="middle"
        className="fill-muted text-[11px]"
      >
        {text('governance.curveX')}
      </text>
      {passing && <path d={passing} fill="currentColor" opacity="0.1" />}
      {path && <path d={path} fill="none" stroke="currentColor" strokeWidth="2" strokeLinejoin="round" />}
      <line
        x1={x(floorBps)}
        x2={x(floorBps)}
        y1={y(0)}
        y2={y(ALL)}
        className="stroke-amber"
        strokeWidth="1.5"
        strokeDasharray="5 4"
      />
      {point && (
        <g>
          {needed !== null && (
            <line
              x1={x(point.at)}
              x2={x(point.at)}
              y1={y(point.share)}
              y2={y(needed)}
              className="stroke-seal"
              strokeDasharray="2 3"
            />
          )}
          <circle cx={x(point.at)} cy={y(point.share)} r="5.5" className="fill-seal stroke-surface" strokeWidth="2" />
          <text
            x={x(point.at) + (point.at > NAME_ROOM ? -10 : 10)}
            y={y(point.share)}
            dy="0.32em"
            textAnchor={point.at > NAME_ROOM ? 'end' : 'start'}
            className="fill-seal text-[12px] font-medium"
          >
            {format.bps(point.share)} {text('governance.curveY')}
          </text>
        </g>
      )}
    </svg>
  );
}
