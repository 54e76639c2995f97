import { and, count, eq, isNull, lt } from 'drizzle-orm';
import { epochAt } from '../../protocol/clock/epoch-at.ts';
import type { Health } from '../api/health.ts';
import { problemSentence } from '../api/problem-codes.ts';
import { chainHead } from '../chain/chain-head.ts';
import { orders } from '../orders/tables.ts';
import { NoSignerKey, signerFor } from '../receipts/signer-of.ts';
import { receipts } from '../receipts/tables.ts';
import type { Relay } from '../relay.ts';
import { isNodeAway } from '../server/is-away.ts';
import { orderObstacle } from './order-obstacle.ts';

type Standing = Health['problems'][number];

/** Why the platform takes no orders, and keys that are missing for receipts which wait or will come. */
export async function platformProblems(relay: Relay): Promise<Standing[]> {
  const head = await chainHead(relay.db);
  if (head === null) return [];
  try {
    const obstacle = await orderObstacle(relay);
    const keys = await missingKeys(relay, epochAt(relay.chain.clock, head.time), head.time);
    if (obstacle === null || obstacle.code === 'signer-key-missing') return keys;
    const facts = Object.entries(obstacle.values).map(([name, value]) => `${name} ${value}`);
    const detail = `${problemSentence(obstacle.code, 'en', obstacle.values)} (${facts.join(', ')})`;
    return [{ code: obstacle.code, detail }, ...keys];
  } catch (error) {
    // `chain: false` says it.
    if (isNodeAway(error)) return [];
    throw error;
  }
}

/** The next epoch is told of before it begins. */
async function missingKeys(relay: Relay, epoch: number, now: number): Promise<Standing[]> {
  const { db } = relay;
  const unsigned = await db.selectDistinct({ epoch: receipts.epoch }).from(receipts).where(isNull(receipts.signature));
  const epochs = [...new Set([...unsigned.map((row) => row.epoch), epoch, epoch + 1])].sort((a, b) => a - b);
  const missing: NoSignerKey[] = [];
  for (const one of epochs) {
    try {
      await signerFor(relay, one);
    } catch (error) {
      if (!(error instanceof NoSignerKey)) throw error;
      missing.push(error);
    }
  }
  if (missing.length === 0) return [];
  const waiting = await waitingOrders(relay, now);
  return missing.map(({ message }) => ({
    code: 'signer-key-missing',
    detail: `${message} Orders that wait: ${waiting}.`,
  }));
}

/** Completed orders that nobody has a signed receipt of. */
export async function waitingOrders({ db }: Relay, now: number): Promise<number> {
  const [due] = await db
    .select({ value: count() })
    .from(orders)
    .where(and(eq(orders.state, 'Delivered'), lt(orders.returnableUntil, now)));
  const [unsigned] = await db.select({ value: count() }).from(receipts).where(isNull(receipts.signature));
  return (due?.value ?? 0) + (unsigned?.value ?? 0);
}
