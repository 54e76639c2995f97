import type { ReactNode } from 'react';
import type { ShareRates } from '../../../../protocol/settlement/share-rates.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Card } from '../../../shared/ui/card.tsx';
import { Money } from '../../../shared/ui/money.tsx';
import { checkoutMessages } from '../checkout-messages.ts';
import type { PriceBreakdown } from './price-breakdown.ts';

interface Props {
  price: PriceBreakdown;
  feeBps: number;
  commissionBps: number;
  rates: ShareRates;
  /** Number of the recommender whose link brought the buyer; null: nobody. */
  recommenderId: number | null;
}

const PARTS = [
  ['producer', 'bg-jade'],
  ['experiencers', 'bg-seal'],
  ['expert', 'bg-sky'],
  ['platform', 'bg-line-strong'],
  ['commission', 'bg-amber'],
] as const;

/** Where the buyer's money goes, as a bar and in numbers. */
export function PriceCard({ price, feeBps, commissionBps, rates, recommenderId }: Props) {
  const text = useText(checkoutMessages);
  const format = useFormat();
  const commission = format.bps(commissionBps);
  return (
    <Card className="grid gap-4">
      <div className="flex items-baseline justify-between gap-4">
        <h2 className="font-display text-xl font-semibold">{text('checkout.total')}</h2>
        <span className="font-display text-2xl font-semibold">
          <Money amount={price.total} />
        </span>
      </div>
      <Bar price={price} />
      <h3 className="text-sm font-medium text-muted">{text('checkout.where')}</h3>
      <dl className="grid gap-1.5">
        <Row color="bg-jade" label={text('checkout.producer')} amount={price.producer} />
        <Row label={text('checkout.fee', { rate: format.bps(feeBps) })} amount={price.fee} />
        <Row color="bg-seal" label={text('checkout.experiencers')} amount={price.experiencers} isPart />
        <Row color="bg-sky" label={text('checkout.expert')} amount={price.expert} isPart />
        <Row color="bg-line-strong" label={text('checkout.platform')} amount={price.platform} isPart />
        {recommenderId !== null && (
          <Row color="bg-amber" label={text('checkout.commission', { rate: commission })} amount={price.commission} />
        )}
      </dl>
      <p className="text-sm text-muted">
        {text('checkout.commune', { amount: format.amount(price.commune), rate: format.bps(rates.communeBps) })}
      </p>
      {recommenderId !== null ? (
        <p className="rounded-lg bg-amber-soft px-3 py-2 text-sm">
          <span className="font-medium">{text('checkout.referred', { id: recommenderId })}</span>{' '}
          {text('checkout.referredHelp', { rate: commission })}
        </p>
      ) : (
        commissionBps > 0 && <p className="text-sm text-muted">{text('checkout.notReferred', { rate: commission })}</p>
      )}
    </Card>
  );
}

function Bar({ price }: { price: PriceBreakdown }) {
  return (
    <div aria-hidden="true" className="flex h-3 gap-px overflow-hidden rounded-full">
      {PARTS.map(([part, color]) => {
        const share = price.total === 0n ? 0 : Number((price[part] * 10_000n) / price.total) / 100;
        return share > 0 && <span key={part} className={color} style={{ width: `${share}%` }} />;
      })}
    </div>
  );
}

interface RowProps {
  label: ReactNode;
  amount: bigint;
  color?: string;
  /** Of the line above. */
  isPart?: boolean;
}

function Row({ label, amount, color, isPart = false }: RowProps) {
  return (
    <div className={`flex items-baseline justify-between gap-4 ${isPart ? 'pl-5 text-sm text-muted' : ''}`}>
      <dt className="flex items-baseline gap-2">
        {color && <span aria-hidden="true" className={`size-2.5 shrink-0 rounded-full ${color}`} />}
        {label}
      </dt>
      <dd>
        <Money amount={amount} />
      </dd>
    </div>
  );
}
