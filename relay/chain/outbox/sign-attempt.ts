import { keccak256 } from 'viem';
import type { Transaction } from '../../db/client.ts';
import type { Outbox, SenderAccount } from './outbox.ts';
import { chainTransactionAttempts, type chainTransactions } from './tables.ts';

type Row = typeof chainTransactions.$inferSelect;

export interface Fees {
  maxFeePerGas: bigint;
  maxPriorityFeePerGas: bigint;
}

/** Signs a transaction and stores the signed bytes; whoever commits `tx` may broadcast them, now or after a crash. */
export async function signAttempt(
  { chain }: Outbox,
  tx: Transaction,
  { account }: SenderAccount,
  row: Pick<Row, 'id' | 'to' | 'data'> & { nonce: number; gas: bigint },
  fees: Fees,
  number: number,
): Promise<void> {
  const raw = await account.signTransaction({
    type: 'eip1559',
    chainId: chain.chainId,
    nonce: row.nonce,
    to: row.to,
    data: row.data,
    gas: row.gas,
    ...fees,
  });
  const attempt = { hash: keccak256(raw), transactionId: row.id, raw, ...fees, number };
  // Signatures are deterministic: equal fees give equal bytes.
  await tx.insert(chainTransactionAttempts).values(attempt).onConflictDoNothing();
}
