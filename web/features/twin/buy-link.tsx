import { Link } from '@tanstack/react-router';
import { useText } from '../../shared/i18n/use-text.ts';
import { buttonClass } from '../../shared/ui/button.tsx';
import { Money } from '../../shared/ui/money.tsx';
import { twinMessages } from './messages.ts';
import { useListing } from './use-listing.ts';

/** Leads to the checkout of a lot, when the platform sells it. */
export function BuyLink({ lot, lotCode }: { lot: number; lotCode: string }) {
  const text = useText(twinMessages);
  const listing = useListing(lot);
  if (!listing) return null;
  return (
    <Link to="/checkout/$lot" params={{ lot: String(lot) }} className={buttonClass('primary', 'large')}>
      {text('twin.buy')}
      <span className="sr-only">{text('twin.lot', { code: lotCode })}</span>
      <Money amount={listing.unitPrice} />
    </Link>
  );
}
