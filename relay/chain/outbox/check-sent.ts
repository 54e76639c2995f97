import { and, asc, desc, eq } from 'drizzle-orm';
import { type TransactionReceipt, TransactionReceiptNotFoundError } from 'viem';
import { failpoint } from '../../jobs/failpoint.ts';
import { revertOf } from '../decode-error.ts';
import { broadcast } from './broadcast.ts';
import { currentFees, raisedFees } from './current-fees.ts';
import type { Outbox, SenderAccount } from './outbox.ts';
import { signAttempt } from './sign-attempt.ts';
import { chainTransactionAttempts, chainTransactions, type TransactionError } from './tables.ts';

type Row = typeof chainTransactions.$inferSelect;
type Attempt = typeof chainTransactionAttempts.$inferSelect;

/** Looks what became of an account's sent transactions; gives how many are settled now. */
export async function checkSent(outbox: Outbox, from: SenderAccount): Promise<number> {
  const sent = await outbox.db
    .select()
    .from(chainTransactions)
    .where(and(eq(chainTransactions.sender, from.sender), eq(chainTransactions.state, 'sent')))
    .orderBy(asc(chainTransactions.nonce));
  let settled = 0;
  for (const row of sent) {
    if (await checkOne(outbox, from, row)) settled += 1;
  }
  return settled;
}

async function checkOne(outbox: Outbox, from: SenderAccount, row: Row): Promise<boolean> {
  const attempts = await outbox.db
    .select()
    .from(chainTransactionAttempts)
    .where(eq(chainTransactionAttempts.transactionId, row.id))
    .orderBy(desc(chainTransactionAttempts.number));
  // The count is asked for first: if it passed the nonce, a receipt of ours has to be there.
  const used = await outbox.chain.client.getTransactionCount({ address: from.account.address });
  for (const { hash } of attempts) {
    const receipt = await receiptOf(outbox, hash);
    if (receipt !== null) return book(outbox, from, row, receipt);
  }
  if (row.nonce !== null && used > row.nonce) {
    // Behind one address there may be several nodes, and the one with the count may be ahead of the one with the receipts.
    const signedAt = attempts[0]?.signedAt.getTime() ?? 0;
    return Date.now() - signedAt > outbox.options.stuckAfterMs && (await startOver(outbox, row));
  }
  await sendAgain(outbox, from, row, attempts);
  return false;
}

async function receiptOf({ chain }: Outbox, hash: Attempt['hash']): Promise<TransactionReceipt | null> {
  try {
    return await chain.client.getTransactionReceipt({ hash });
  } catch (error) {
    if (error instanceof TransactionReceiptNotFoundError) return null;
    throw error;
  }
}

async function book(outbox: Outbox, from: SenderAccount, row: Row, receipt: TransactionReceipt): Promise<true> {
  const succeeded = receipt.status === 'success';
  const error = succeeded ? null : await whyReverted(outbox, from, row, receipt.blockNumber);
  await outbox.db
    .update(chainTransactions)
    .set({
      state: succeeded ? 'mined' : 'failed',
      error,
      hash: receipt.transactionHash,
      blockNumber: receipt.blockNumber,
      gasUsed: receipt.gasUsed,
      changedAt: new Date(),
    })
    .where(eq(chainTransactions.id, row.id));
  const { purpose } = row;
  const facts = { purpose, hash: receipt.transactionHash, gasUsed: `${receipt.gasUsed}`, error };
  if (succeeded) outbox.log.info(facts, 'transaction mined');
  else outbox.log.warn(facts, 'transaction reverted');
  failpoint('outbox.mined');
  return true;
}

/** The same call on the state before its block; later transactions of that block do not blur it. */
async function whyReverted(
  { chain }: Outbox,
  { account }: SenderAccount,
  { to, data }: Row,
  blockNumber: bigint,
): Promise<TransactionError> {
  try {
    await chain.client.call({ account: account.address, to, data, blockNumber: blockNumber - 1n });
  } catch (error) {
    const revert = revertOf(error);
    if (revert !== null) return revert;
  }
  return { name: 'ExecutionReverted', values: {} };
}

/**
 * The nonce was used by a transaction that this outbox did not sign: the same key works elsewhere. Nothing of ours was done, so it is planned
 * again and gets a new nonce.
 */
async function startOver({ db, log }: Outbox, row: Row): Promise<true> {
  await db.transaction(async (tx) => {
    await tx.delete(chainTransactionAttempts).where(eq(chainTransactionAttempts.transactionId, row.id));
    await tx
      .update(chainTransactions)
      .set({ state: 'planned', nonce: null, gas: null, changedAt: new Date() })
      .where(eq(chainTransactions.id, row.id));
  });
  log.error({ purpose: row.purpose, nonce: row.nonce }, 'nonce used by somebody else: is the key in use elsewhere?');
  return true;
}

/** The node may have forgotten it, or it pays too little by now. */
async function sendAgain(outbox: Outbox, from: SenderAccount, row: Row, attempts: Attempt[]): Promise<void> {
  const [newest] = attempts;
  const { nonce, gas } = row;
  if (newest === undefined || nonce === null || gas === null) return;
  const waited = Date.now() - newest.signedAt.getTime();
  if (waited > outbox.options.stuckAfterMs) {
    const limit = outbox.options.maxFeePerGas;
    const current = await currentFees(outbox);
    const fees = current === null ? null : raisedFees(newest, current, limit);
    if (fees !== null) {
      await outbox.db.transaction((tx) =>
        signAttempt(outbox, tx, from, { ...row, nonce, gas }, fees, newest.number + 1),
      );
      outbox.log.warn(
        { purpose: row.purpose, attempt: newest.number + 1 },
        'transaction stuck, sent with a higher fee',
      );
      failpoint('outbox.replaced');
    }
  }
  await broadcast(outbox, row.id);
}
