import { randomBytes } from 'node:crypto';
import { and, desc, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import { type Address, type Hex, isAddressEqual } from 'viem';
import { EVERY_COMMODITY, type ReferralGrant, referralGrantDigest } from '../../protocol/referrals/referral-grant.ts';
import type { ReferralLink } from '../api/referrals.ts';
import { chainTime } from '../chain/chain-head.ts';
import { chainLots, chainRecommenders } from '../chain/tables.ts';
import { orders } from '../orders/tables.ts';
import type { Relay } from '../relay.ts';
import { ProblemError } from '../server/problem-error.ts';
import { verifySignature } from '../sessions/verify-signature.ts';
import { referralGrants } from './tables.ts';

const CODE_BYTES = 6;
const LIMIT = 500;

/** Makes a link of a signed grant; the same grant again gives the same link. Gives its code. */
export async function grantLink(relay: Relay, account: Address, grant: ReferralGrant, signature: Hex): Promise<string> {
  const { db, chain } = relay;
  const { recommenderId, commodityId } = grant;
  const [recommender] = await db
    .select()
    .from(chainRecommenders)
    .where(eq(chainRecommenders.recommenderId, recommenderId));
  if (recommender === undefined || !isAddressEqual(recommender.account, account)) {
    throw new ProblemError('recommender-not-yours', { recommenderId });
  }
  if (grant.validUntil <= (await chainTime(db))) throw new ProblemError('grant-expired');
  await checkCommodity(relay, commodityId);
  const digest = referralGrantDigest(grant, chain.chainId, chain.contracts.recommenders);
  if (!(await verifySignature(chain, account, digest, signature))) throw new ProblemError('grant-invalid');
  const code = randomBytes(CODE_BYTES).toString('base64url');
  await db
    .insert(referralGrants)
    .values({ ...grant, code, digest, account, signature })
    .onConflictDoNothing({ target: referralGrants.digest });
  const [kept] = await db
    .select({ code: referralGrants.code })
    .from(referralGrants)
    .where(eq(referralGrants.digest, digest));
  if (kept === undefined) throw new Error('the database kept no grant');
  return kept.code;
}

/** One that has a lot; without one there is nothing to sell yet. */
async function checkCommodity({ db }: Relay, commodityId: number): Promise<void> {
  if (commodityId === EVERY_COMMODITY) return;
  const lots = await db
    .select({ id: chainLots.lotId })
    .from(chainLots)
    .where(eq(chainLots.commodityId, commodityId))
    .limit(1);
  if (lots.length === 0) throw new ProblemError('commodity-unknown', { commodityId });
}

/** An account's links that are not revoked, newest first, or one of them. */
export async function linksOf({ db }: Relay, account: Address, code?: string): Promise<ReferralLink[]> {
  const grants = await db
    .select()
    .from(referralGrants)
    .where(
      and(
        eq(referralGrants.account, account),
        isNull(referralGrants.revokedAt),
        code === undefined ? undefined : eq(referralGrants.code, code),
      ),
    )
    .orderBy(desc(referralGrants.createdAt))
    .limit(LIMIT);
  const totals = await totalsOf(
    db,
    grants.map((grant) => grant.code),
  );
  return grants.map(({ code: own, clicks, recommenderId, commodityId, campaign, nonce, validUntil }) => ({
    code: own,
    grant: { recommenderId, commodityId, campaign, nonce, validUntil },
    clicks,
    ...(totals.get(own) ?? { orders: 0, pendingCommission: '0', settledCommission: '0' }),
  }));
}

/** Orders that were given up or not paid in time brought nothing. */
async function totalsOf(db: Relay['db'], codes: readonly string[]) {
  const sumIn = (settled: boolean) =>
    sql<string>`coalesce(sum(${orders.commission}) filter (where (${orders.state} = 'Settled') = ${settled}), 0)`;
  const rows = await db
    .select({
      code: orders.referralCode,
      orders: sql<number>`count(*)::int`,
      pendingCommission: sumIn(false),
      settledCommission: sumIn(true),
    })
    .from(orders)
    .where(
      and(
        inArray(orders.referralCode, [...codes]),
        ne(orders.state, 'Cancelled'),
        ne(orders.state, 'Expired'),
        ne(orders.state, 'Refunded'),
      ),
    )
    .groupBy(orders.referralCode);
  return new Map(rows.map(({ code, ...totals }) => [code, totals]));
}

/** Clicks on it count no more; orders that exist keep it. @throws ProblemError `referral-unknown` */
export async function revokeLink({ db }: Relay, account: Address, code: string): Promise<void> {
  const revoked = await db
    .update(referralGrants)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(referralGrants.code, code), eq(referralGrants.account, account), isNull(referralGrants.revokedAt)))
    .returning({ code: referralGrants.code });
  if (revoked.length === 0) throw new ProblemError('referral-unknown');
}
