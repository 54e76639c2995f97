import { randomBytes } from 'node:crypto';
import { and, count, eq, inArray, sql } from 'drizzle-orm';
import { type Address, type Hex, toHex } from 'viem';
import { epochAt } from '../../protocol/clock/epoch-at.ts';
import type { OrderRequest } from '../api/orders.ts';
import { findLot } from '../catalogue/find-lot.ts';
import { reserve } from '../catalogue/stock.ts';
import { chainTime } from '../chain/chain-head.ts';
import { isSellableAt } from '../chain/lot-sale.ts';
import { chainExperiencers } from '../chain/tables.ts';
import type { Transaction } from '../db/client.ts';
import { findReferral } from '../referrals/find-referral.ts';
import type { Relay } from '../relay.ts';
import { ProblemError } from '../server/problem-error.ts';
import { orderMoney } from './money.ts';
import { record } from './move-order.ts';
import { OPEN_STATES } from './states.ts';
import { orders } from './tables.ts';

/** Unpaid orders keep goods from others. */
const MAX_OPEN_ORDERS = 20;

/** Reserves the goods and writes the order down. The transaction decides whether it exists. Gives its id. */
export async function placeOrder(relay: Relay, tx: Transaction, buyer: Address, request: OrderRequest): Promise<Hex> {
  const { chain, config } = relay;
  const { lotId, quantity, nomineeId, buyerCommitment, commitmentNonce, visitorId, delivery } = request;
  const unitPrice = BigInt(request.unitPrice);
  const lot = await findLot(tx, lotId);
  const now = await chainTime(tx);
  if (!isSellableAt(lot, epochAt(chain.clock, now))) throw new ProblemError('lot-not-sellable', { lotId });
  await checkNominee(tx, nomineeId);
  await checkCommitment(tx, buyer, buyerCommitment);
  await checkOpenOrders(tx, buyer);
  await reserve(tx, lotId, quantity, unitPrice);
  const referral =
    visitorId === undefined ? null : await findReferral(tx, { visitorId, commodityId: lot.commodityId, buyer, now });
  const { feeBps, commissionBps, commodityId } = lot;
  const recommenderId = referral?.recommenderId ?? 0;
  const orderId = toHex(randomBytes(32));
  await tx.insert(orders).values({
    orderId,
    state: 'Created',
    buyer,
    lotId,
    commodityId,
    quantity,
    unitPrice,
    feeBps,
    commissionBps,
    ...orderMoney({ unitPrice, kept: quantity, feeBps, commissionBps, recommenderId }),
    recommenderId,
    referralCode: referral?.code ?? null,
    referralClickedAt: referral?.clickedAt ?? null,
    nomineeId,
    buyerCommitment,
    commitmentNonce,
    reservedUntil: sql`now() + make_interval(secs => ${config.reservationSeconds})`,
    delivery: delivery ?? null,
    createdAt: now,
  });
  await record(tx, { orderId, from: null, state: 'Created', reason: 'placed', at: now });
  return orderId;
}

async function checkNominee(tx: Transaction, nomineeId: number): Promise<void> {
  if (nomineeId === 0) return;
  const nominee = await tx.select().from(chainExperiencers).where(eq(chainExperiencers.experiencerId, nomineeId));
  if (nominee.length === 0) throw new ProblemError('nominee-unknown', { nomineeId });
}

/** Equal commitments would tell that two orders have one buyer. */
async function checkCommitment(tx: Transaction, buyer: Address, buyerCommitment: Hex): Promise<void> {
  const same = and(eq(orders.buyer, buyer), eq(orders.buyerCommitment, buyerCommitment));
  const used = await tx.select({ id: orders.orderId }).from(orders).where(same);
  if (used.length > 0) throw new ProblemError('commitment-reused');
}

async function checkOpenOrders(tx: Transaction, buyer: Address): Promise<void> {
  const [open] = await tx
    .select({ value: count() })
    .from(orders)
    .where(and(eq(orders.buyer, buyer), inArray(orders.state, [...OPEN_STATES])));
  if ((open?.value ?? 0) >= MAX_OPEN_ORDERS) throw new ProblemError('too-many-open-orders', { limit: MAX_OPEN_ORDERS });
}
