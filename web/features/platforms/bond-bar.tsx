import { coverOf } from '../../../protocol/platforms/cover-of.ts';
import { useEpoch } from '../../shared/chain/use-epoch.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { classNames } from '../../shared/ui/class-names.ts';
import { platformsMessages } from './messages.ts';
import { filledBps } from './platform-view.ts';
import { useMinBond } from './use-min-bond.ts';

interface Props {
  bond: bigint;
  leaving: bigint;
  leaveEpoch: number | null;
}

/** What of the bond covers the orders of now. */
export function useCover({ bond, leaving, leaveEpoch }: Props): bigint {
  const epoch = useEpoch()?.epoch ?? 0;
  return coverOf({ bond, leaving, leaveEpoch: leaveEpoch ?? 0 }, epoch);
}

/** The bond beside what statements need: the bar is full at twice as much, its mark stands at what is needed. */
export function BondBar(props: Props) {
  const text = useText(platformsMessages);
  const format = useFormat();
  const required = useMinBond().data;
  const cover = useCover(props);
  if (required === undefined) return <span aria-hidden="true">…</span>;
  const whole = props.bond > 2n * required ? props.bond : 2n * required;
  const percent = (amount: bigint) => `${filledBps(amount, whole) / 100}%`;
  return (
    <div className="grid gap-1.5">
      <p className="numbers text-sm text-muted">
        {text('platforms.bondOf', { bond: format.amount(props.bond), required: format.amount(required) })}
      </p>
      <div aria-hidden="true" className="relative h-2.5 overflow-hidden rounded-full bg-sunken">
        <div className="absolute inset-y-0 left-0 bg-line-strong/60" style={{ width: percent(props.bond) }} />
        <div
          className={classNames('absolute inset-y-0 left-0', cover >= required ? 'bg-jade' : 'bg-danger')}
          style={{ width: percent(cover) }}
        />
        <div className="absolute inset-y-0 w-0.5 bg-ink" style={{ left: percent(required) }} />
      </div>
    </div>
  );
}
