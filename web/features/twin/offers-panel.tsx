import { Link } from '@tanstack/react-router';
import { useText } from '../../shared/i18n/use-text.ts';
import { buttonClass } from '../../shared/ui/button.tsx';
import { Section } from '../../shared/ui/card.tsx';
import { Money } from '../../shared/ui/money.tsx';
import { Timestamp } from '../../shared/ui/timestamp.tsx';
import { twinMessages } from './messages.ts';
import { useListings } from './use-listing.ts';

/** What can be bought of the commodity now. */
export function OffersPanel({ commodityId }: { commodityId: number }) {
  const text = useText(twinMessages);
  const listings = useListings(commodityId);
  if (!listings?.length) return null;
  return (
    <Section title={text('twin.onSaleNow')}>
      <ul className="grid gap-3">
        {listings.map(({ lotId, lotCode, unitPrice, available, saleEndsAt }) => (
          <li
            key={lotId}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-2xl border border-jade/40 bg-jade-soft px-5 py-4"
          >
            <div>
              <Link
                to="/lots/$number"
                params={{ number: String(lotId) }}
                className="font-medium underline-offset-4 hover:underline"
              >
                {text('twin.lot', { code: lotCode })}
              </Link>
              <p className="text-sm text-muted">
                {text('twin.available', { count: available })} · {text('twin.saleEnds')}{' '}
                <Timestamp at={saleEndsAt} relative />
              </p>
            </div>
            <Link to="/checkout/$lot" params={{ lot: String(lotId) }} className={buttonClass('primary')}>
              {text('twin.buy')} <span className="sr-only">{text('twin.lot', { code: lotCode })}</span>
              <Money amount={unitPrice} />
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
