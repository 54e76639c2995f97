import { and, eq, isNull, lt, sql } from 'drizzle-orm';
import { CLICK_LIFETIME } from '../../protocol/referrals/referral-grant.ts';
import { chainTime } from '../chain/chain-head.ts';
import type { Relay } from '../relay.ts';
import { ProblemError } from '../server/problem-error.ts';
import { referralClicks, referralGrants } from './tables.ts';

/** A browser followed a link. @throws ProblemError `referral-unknown` when the link is revoked or over */
export async function recordClick({ db }: Relay, code: string, visitorId: string) {
  return db.transaction(async (tx) => {
    const now = await chainTime(tx);
    const [grant] = await tx
      .update(referralGrants)
      .set({ clicks: sql`${referralGrants.clicks} + 1` })
      .where(
        and(
          eq(referralGrants.code, code),
          isNull(referralGrants.revokedAt),
          sql`${referralGrants.validUntil} > ${now}`,
        ),
      )
      .returning();
    if (grant === undefined) throw new ProblemError('referral-unknown');
    await tx.insert(referralClicks).values({ code, visitorId, clickedAt: now });
    const { commodityId, recommenderId } = grant;
    return { commodityId, recommenderId, validUntil: Math.min(grant.validUntil, now + CLICK_LIFETIME) };
  });
}

/** Clicks that count no more tell nothing but who was where; gives how many were removed. */
export async function forgetClicks({ db }: Relay, now: number): Promise<number> {
  const old = lt(referralClicks.clickedAt, now - CLICK_LIFETIME);
  return (await db.delete(referralClicks).where(old).returning({ id: referralClicks.id })).length;
}
