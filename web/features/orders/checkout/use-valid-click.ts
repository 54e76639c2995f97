import { useNow } from '../../../shared/chain/use-now.ts';
import { isClickValid, LAST_CLICK_KEY, type LastClick, readLastClick } from '../../../shared/referrals/last-click.ts';
import { useRecommenderId } from '../../../shared/referrals/use-recommender-id.ts';
import { useStored } from '../../../shared/storage/use-stored.ts';
import type { ConnectedAccount } from '../../../shared/wallet/use-account.ts';

/** The click that will count for an order of a commodity; null: none, it is too old, or it is the buyer's own link. */
export function useValidClick(commodityId: number, account: ConnectedAccount): LastClick | null {
  const now = useNow();
  const [click] = useStored(LAST_CLICK_KEY, readLastClick);
  const ownId = useRecommenderId(account.address).data;
  if (!click || now === undefined || click.recommenderId === ownId) return null;
  return isClickValid(click, commodityId, now) ? click : null;
}
