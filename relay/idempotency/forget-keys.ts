import { lt, sql } from 'drizzle-orm';
import type { Relay } from '../relay.ts';
import { idempotencyKeys } from './tables.ts';

/** Nobody repeats a request after so long. */
const KEPT_HOURS = 48;

/** Removes old keys; gives how many. */
export async function forgetKeys({ db }: Relay): Promise<number> {
  const old = lt(idempotencyKeys.createdAt, sql`now() - make_interval(hours => ${KEPT_HOURS})`);
  return (await db.delete(idempotencyKeys).where(old).returning({ key: idempotencyKeys.key })).length;
}
