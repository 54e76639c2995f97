import type { Address, Hex } from 'viem';
import type { Queryable } from '../../db/client.ts';
import { chainTransactions, type Sender } from './tables.ts';

export interface Plan {
  /** Two plans that have not failed never share it. */
  purpose: string;
  sender: Sender;
  to: Address;
  data: Hex;
  /** Errors of a simulation that say that the effect is on chain already. */
  doneBy?: readonly string[];
  /** Wait, such as for money, instead of failing when the simulation fails. */
  patient?: boolean;
  /** Before everything else of its sender. */
  urgent?: boolean;
  /** Not sent later than this time of the chain. */
  notAfter?: number | null;
}

/**
 * Writes down a transaction that is to be sent, best in the database transaction that makes it necessary. False when one for this purpose is
 * on its way or was mined.
 */
export async function planTransaction(db: Queryable, plan: Plan): Promise<boolean> {
  const row = {
    ...plan,
    doneBy: [...(plan.doneBy ?? [])],
    patient: plan.patient ?? false,
    urgent: plan.urgent ?? false,
    notAfter: plan.notAfter ?? null,
  };
  const inserted = await db.insert(chainTransactions).values(row).onConflictDoNothing().returning();
  return inserted.length > 0;
}
