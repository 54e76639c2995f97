import { Link } from '@tanstack/react-router';
import type { ProducerQuery, Standing } from '../../../generated/graphql.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Badge } from '../../../shared/ui/badge.tsx';
import { buttonClass } from '../../../shared/ui/button.tsx';
import { Money } from '../../../shared/ui/money.tsx';
import { Seal, type SealKind } from '../../../shared/ui/seal.tsx';
import { commoditiesMessages } from '../messages.ts';
import type { LotRow } from './lot-row.ts';
import { earnedOf, LotsTable } from './lots-table.tsx';
import { useCommodityName } from './use-commodity-name.ts';

type Commodity = ProducerQuery['commodities'][number];

export const STANDING_SEALS: Readonly<Record<Standing, SealKind>> = {
  NEW: 'New',
  TRUSTED: 'Trusted',
  MIXED: 'Mixed',
  FLAGGED: 'Flagged',
};

interface Props {
  commodity: Commodity;
  rows: readonly LotRow<Commodity['lots'][number]>[];
}

/** A commodity in the console with its lots. */
export function CommodityCard({ commodity, rows }: Props) {
  const text = useText(commoditiesMessages);
  const name = useCommodityName(commodity);
  const format = useFormat();
  const { bond, pledged, retired, standing, orders } = commodity;
  const number = String(commodity.number);
  const earned = commodity.lots.reduce((total, lot) => total + earnedOf(lot), 0n);
  const figures = [
    ['produce.bond', <Money key="bond" amount={bond} />],
    ['produce.pledged', <Money key="pledged" amount={pledged} />],
    ['produce.orders', format.number(BigInt(orders))],
    ['produce.earned', <Money key="earned" amount={earned} />],
  ] as const;
  return (
    <article className="grid gap-5 rounded-2xl border border-line bg-surface p-5 shadow-card sm:p-6">
      <header className="flex flex-wrap items-center gap-3">
        <h3 className="font-display text-xl font-semibold">{name ?? text('produce.unnamed', { number })}</h3>
        <Seal kind={STANDING_SEALS[standing]} />
        {retired && <Badge tone="amber">{text('produce.retired')}</Badge>}
        <span className="ml-auto flex flex-wrap gap-2">
          <Link to="/produce/commodities/$number" params={{ number }} className={buttonClass('secondary', 'small')}>
            {text('produce.open')}
          </Link>
          {!retired && (
            <Link
              to="/produce/commodities/$number/offer"
              params={{ number }}
              data-tour="offer-lot"
              className={buttonClass('primary', 'small')}
            >
              {text('produce.offer')}
            </Link>
          )}
        </span>
      </header>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-2 sm:grid-cols-4">
        {figures.map(([label, value]) => (
          <div key={label} className="grid content-start">
            <dt className="text-sm text-muted">{text(label)}</dt>
            <dd className="numbers font-medium">{value}</dd>
          </div>
        ))}
      </dl>
      {rows.length === 0 ? <p className="text-muted">{text('produce.lotsNone')}</p> : <LotsTable rows={rows} />}
    </article>
  );
}
