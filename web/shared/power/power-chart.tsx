import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { useFormat } from '../format/use-format.ts';
import { useText } from '../i18n/use-text.ts';
import { powerMessages } from './power-messages.ts';
import type { PowerPoint } from './power-series.ts';

const [WIDTH, HEIGHT] = [480, 180];
const MARGIN = { top: 10, right: 14, bottom: 26, left: 52 };

/** Power at the start of each epoch as a line. */
export function PowerChart({ points }: { points: readonly PowerPoint[] }) {
  const text = useText(powerMessages);
  const format = useFormat();
  const [first, last] = [points[0]?.epoch ?? 0, points.at(-1)?.epoch ?? 0];
  const top = points.reduce((max, { power }) => (power > max ? power : max), 1n);
  const x = scaleLinear([first, Math.max(last, first + 1)], [MARGIN.left, WIDTH - MARGIN.right]);
  const y = scaleLinear([0, Number(top)], [HEIGHT - MARGIN.bottom, MARGIN.top]).nice(3);
  const path = line<PowerPoint>(
    ({ epoch }) => x(epoch),
    ({ power }) => y(Number(power)),
  )(points);
  const fill = area<PowerPoint>(
    ({ epoch }) => x(epoch),
    y(0),
    ({ power }) => y(Number(power)),
  )(points);
  const epochs = x.ticks(Math.min(6, last - first + 1)).filter(Number.isInteger);
  const end = points.at(-1);
  return (
    <svg
      role="img"
      aria-label={text('power.chart', { from: String(first), to: String(last) })}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="w-full text-jade"
    >
      {y.ticks(3).map((tick) => (
        <g key={tick}>
          <line x1={MARGIN.left} x2={WIDTH - MARGIN.right} y1={y(tick)} y2={y(tick)} className="stroke-line" />
          <text x={MARGIN.left - 6} y={y(tick)} dy="0.32em" textAnchor="end" className="fill-muted text-[11px]">
            {format.amount(BigInt(Math.round(tick)))}
          </text>
        </g>
      ))}
      {epochs.map((tick) => (
        <text key={tick} x={x(tick)} y={HEIGHT - 8} textAnchor="middle" className="fill-muted text-[11px]">
          {tick}
        </text>
      ))}
      {fill && <path d={fill} fill="currentColor" opacity="0.12" />}
      {path && <path d={path} fill="none" stroke="currentColor" strokeWidth="2" strokeLinejoin="round" />}
      {end && <circle cx={x(end.epoch)} cy={y(Number(end.power))} r="3.5" fill="currentColor" />}
    </svg>
  );
}
