import { and, desc, eq, gte, inArray, isNull, ne, sql } from 'drizzle-orm';
import type { Address } from 'viem';
import { CLICK_LIFETIME, EVERY_COMMODITY } from '../../protocol/referrals/referral-grant.ts';
import { chainRecommenders } from '../chain/tables.ts';
import type { Queryable } from '../db/client.ts';
import { referralClicks, referralGrants } from './tables.ts';

interface Purchase {
  visitorId: string;
  commodityId: number;
  buyer: Address;
  /** Seconds of the chain. */
  now: number;
}

/** Who brought a buyer: the last valid click of his browser within 15 days, for this commodity or for all, never his own. */
export async function findReferral(db: Queryable, { visitorId, commodityId, buyer, now }: Purchase) {
  const [click] = await db
    .select({
      code: referralGrants.code,
      recommenderId: referralGrants.recommenderId,
      clickedAt: referralClicks.clickedAt,
    })
    .from(referralClicks)
    .innerJoin(referralGrants, eq(referralGrants.code, referralClicks.code))
    // An id that has changed hands takes its former owner's grants with it: the register knows only the present one's signature.
    .innerJoin(
      chainRecommenders,
      and(
        eq(chainRecommenders.recommenderId, referralGrants.recommenderId),
        eq(chainRecommenders.account, referralGrants.account),
      ),
    )
    .where(
      and(
        eq(referralClicks.visitorId, visitorId),
        gte(referralClicks.clickedAt, now - CLICK_LIFETIME),
        inArray(referralGrants.commodityId, [commodityId, EVERY_COMMODITY]),
        isNull(referralGrants.revokedAt),
        sql`${referralGrants.validUntil} > ${now}`,
        ne(referralGrants.account, buyer),
      ),
    )
    .orderBy(desc(referralClicks.clickedAt), desc(referralClicks.id))
    .limit(1);
  return click ?? null;
}
