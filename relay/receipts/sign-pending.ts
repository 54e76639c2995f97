import { and, asc, eq, isNull, lte } from 'drizzle-orm';
import { epochAt } from '../../protocol/clock/epoch-at.ts';
import { failpoint } from '../jobs/failpoint.ts';
import type { Relay } from '../relay.ts';
import { signReceipt } from './sign-receipt.ts';
import { NoSignerKey, signerFor } from './signer-of.ts';
import { receipts } from './tables.ts';

const BATCH = 500;

/**
 * Signs receipts that are written down. As a receipt is fixed before it is signed, a process that dies here signs the same one again: there
 * are never two for one order. A key that is missing holds up its own epochs only. Gives how many were signed.
 */
export async function signPending(relay: Relay, now: number): Promise<number> {
  // Keys of epochs to come may still change; a receipt has one only after a reorganisation.
  const current = epochAt(relay.chain.clock, now);
  const epochs = await relay.db
    .selectDistinct({ epoch: receipts.epoch })
    .from(receipts)
    .where(and(isNull(receipts.signature), lte(receipts.epoch, current)))
    .orderBy(asc(receipts.epoch));
  let signed = 0;
  for (const { epoch } of epochs) {
    if (await hasKey(relay, epoch)) signed += await signEpoch(relay, epoch);
  }
  return signed;
}

/** Health tells of the key; see jobs/standing-problems.ts. */
async function hasKey(relay: Relay, epoch: number): Promise<boolean> {
  try {
    await signerFor(relay, epoch);
    return true;
  } catch (error) {
    if (error instanceof NoSignerKey) return false;
    throw error;
  }
}

async function signEpoch(relay: Relay, epoch: number): Promise<number> {
  const { db } = relay;
  const pending = await db
    .select()
    .from(receipts)
    .where(and(isNull(receipts.signature), eq(receipts.epoch, epoch)))
    .limit(BATCH);
  for (const { digest: _digest, signature: _none, buyer: _buyer, ...receipt } of pending) {
    const signature = await signReceipt(relay, receipt);
    failpoint('receipt.signed');
    await db
      .update(receipts)
      .set({ signature })
      .where(and(eq(receipts.orderId, receipt.orderId), isNull(receipts.signature)));
    failpoint('receipt.stored');
  }
  return pending.length;
}
