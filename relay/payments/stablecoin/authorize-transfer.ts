import { eq, sql } from 'drizzle-orm';
import type { Hex } from 'viem';
import { chainTime } from '../../chain/chain-head.ts';
import { planTransaction } from '../../chain/outbox/plan-transaction.ts';
import { failpoint } from '../../jobs/failpoint.ts';
import { lockOrder } from '../../orders/move-order.ts';
import { OPEN_STATES } from '../../orders/states.ts';
import { orders } from '../../orders/tables.ts';
import type { Relay } from '../../relay.ts';
import { ProblemError } from '../../server/problem-error.ts';
import { verifySignature } from '../../sessions/verify-signature.ts';
import { payments } from '../tables.ts';
import { authorizationDigest, erc3009Abi, receiveCall } from './erc3009.ts';
import { paymentPurpose } from './stablecoin-provider.ts';
import { stablecoinAuthorizations } from './tables.ts';

/** Goods wait at least this long for a transaction that was signed (seconds). */
const MINING_SECONDS = 15 * 60;

/** Takes a buyer's signature in and has the transfer mined. The same signature again changes nothing. */
export async function authorizeTransfer(relay: Relay, paymentId: string, signature: Hex): Promise<void> {
  const { db, chain } = relay;
  const [row] = await db
    .select({ wanted: stablecoinAuthorizations, payment: payments })
    .from(payments)
    .innerJoin(stablecoinAuthorizations, eq(stablecoinAuthorizations.paymentId, payments.paymentId))
    .where(eq(payments.paymentId, paymentId));
  if (row === undefined || row.payment.action?.kind !== 'stablecoin-authorization')
    throw new ProblemError('payment-unknown');
  const { wanted, payment } = row;
  if (wanted.signature === signature.toLowerCase()) return;
  const { domain } = row.payment.action;
  const authorization = {
    from: wanted.from,
    to: chain.operator.address,
    value: wanted.value,
    validAfter: 0n,
    validBefore: BigInt(wanted.validBefore),
    nonce: wanted.nonce,
  };
  const digest = authorizationDigest(domain, authorization);
  if (!(await verifySignature(chain, wanted.from, digest, signature))) throw new ProblemError('authorization-invalid');
  const read = { address: domain.verifyingContract, abi: erc3009Abi } as const;
  const balance = await chain.client.readContract({ ...read, functionName: 'balanceOf', args: [wanted.from] });
  if (balance < wanted.value) throw new ProblemError('balance-too-low', { balance: balance.toString() });

  await db.transaction(async (tx) => {
    const order = await lockOrder(tx, payment.orderId);
    const [current] = await tx.select().from(payments).where(eq(payments.paymentId, paymentId)).for('update');
    if (current?.status !== 'pending' || !OPEN_STATES.includes(order.state)) throw new ProblemError('payment-ended');
    if ((await chainTime(tx)) >= wanted.validBefore) throw new ProblemError('authorization-expired');
    await tx
      .update(stablecoinAuthorizations)
      .set({ signature })
      .where(eq(stablecoinAuthorizations.paymentId, paymentId));
    await planTransaction(tx, {
      purpose: paymentPurpose(paymentId),
      sender: 'operator',
      to: domain.verifyingContract,
      data: receiveCall(authorization, signature),
      notAfter: wanted.validBefore - 1,
    });
    await tx
      .update(orders)
      .set({ reservedUntil: sql`greatest(reserved_until, now() + make_interval(secs => ${MINING_SECONDS}))` })
      .where(eq(orders.orderId, order.orderId));
  });
  failpoint('payment.authorized');
}
