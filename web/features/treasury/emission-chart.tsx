import { scaleLinear } from 'd3-scale';
import { epochAmounts } from '../../../protocol/token/emission.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { EPOCHS_PER_ERA, erasOf } from './emission-view.ts';
import { treasuryMessages } from './messages.ts';

const [WIDTH, HEIGHT] = [480, 210];
const MARGIN = { top: 26, right: 14, bottom: 26, left: 14 };
const LEAST_ERAS = 6;
const UNIT = 10n ** 18n;

/** CTT of each epoch: steps that halve, and where we are on them. */
export function EmissionChart({ firstEpoch, epoch }: { firstEpoch: number; epoch: number }) {
  const text = useText(treasuryMessages);
  const format = useFormat();
  const elapsed = Math.max(0, epoch - firstEpoch);
  const eras = erasOf(firstEpoch, Math.max(LEAST_ERAS, Math.floor(elapsed / EPOCHS_PER_ERA) + 2));
  const [first, last] = [eras[0], eras.at(-1)];
  const whole = (amount: bigint) => Number(amount / UNIT);
  const x = scaleLinear([firstEpoch, last?.until ?? firstEpoch + 1], [MARGIN.left, WIDTH - MARGIN.right]);
  const y = scaleLinear([0, whole(first?.amount ?? 1n)], [HEIGHT - MARGIN.bottom, MARGIN.top]);
  const { winners, treasury } = epochAmounts(elapsed);
  const [atX, atY] = [x(Math.max(epoch, firstEpoch)), y(whole(winners + treasury))];
  return (
    <svg
      role="img"
      aria-label={text('treasury.emissionChart', {
        first: format.token(first?.amount ?? 0n),
        from: String(firstEpoch),
        half: String(first?.until ?? 0),
        now: String(epoch),
        amount: format.token(winners + treasury),
      })}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="w-full text-jade"
    >
      {eras.map(({ number, from, until, amount }) => (
        <g key={number}>
          <rect
            x={x(from)}
            y={y(whole(amount))}
            width={x(until) - x(from) - 1.5}
            height={y(0) - y(whole(amount))}
            fill="currentColor"
            opacity={epoch >= from && epoch < until ? 0.45 : 0.2}
          />
          <text x={x(from)} y={HEIGHT - 8} textAnchor="start" className="fill-muted text-[11px]">
            {from}
          </text>
          <text
            x={(x(from) + x(until)) / 2}
            y={y(whole(amount)) - 5}
            textAnchor="middle"
            className="numbers fill-muted text-[11px]"
          >
            {format.number(whole(amount))}
          </text>
        </g>
      ))}
      <line x1={MARGIN.left} x2={WIDTH - MARGIN.right} y1={y(0)} y2={y(0)} className="stroke-line" />
      <line x1={atX} x2={atX} y1={y(0)} y2={atY} className="stroke-seal" strokeWidth="1.5" />
      <circle cx={atX} cy={atY} r="4.5" className="fill-seal stroke-surface" strokeWidth="1.5" />
      <text x={atX + 8} y={atY + 18} className="fill-seal text-[12px] font-medium">
        {text('treasury.nowMark', { epoch: String(epoch) })}
      </text>
    </svg>
  );
}
