import {
  type Client,
  type Hash,
  TransactionNotFoundError,
  type TransactionReceipt,
  TransactionReceiptNotFoundError,
  WaitForTransactionReceiptTimeoutError,
} from 'viem';
import { getTransaction, getTransactionReceipt, waitForTransactionReceipt } from 'viem/actions';
import { fetchIndexedBlock } from '../subgraph/fetch-indexed-block.ts';
import type { TransactionOutcome, TransactionRecord } from './transaction.ts';

/** Milliseconds. */
export interface Patience {
  /** After so long without a block the chain is asked whether it still knows the transaction. */
  readonly mined: number;
  readonly indexed: number;
  /** Between one question and the next. */
  readonly pause: number;
}

const PATIENCE: Patience = { mined: 120_000, indexed: 90_000, pause: 600 };

/**
 * Follows a transaction until it is indexed or lost, telling each change. Only the chain itself can say that one is lost: while it does
 * not answer, it is asked again. An index that does not answer is not waited for for ever: after a while the record is done and the
 * page's own banner says that the index is behind.
 */
export async function track(
  client: Client,
  subgraphUrl: string,
  record: TransactionRecord,
  tell: (change: TransactionRecord) => void,
  patience: Patience = PATIENCE,
): Promise<TransactionOutcome> {
  for (;;) {
    const found = await mined(client, record.hash, patience);
    if (typeof found === 'string') {
      tell({ ...record, state: found });
      return { state: found };
    }
    const known = { ...record, blockNumber: Number(found.blockNumber) };
    if (found.status !== 'success') {
      tell({ ...known, state: 'failed' });
      return { state: 'failed', receipt: found };
    }
    tell({ ...known, state: 'indexing' });
    await indexed(subgraphUrl, known.blockNumber, patience);
    // The chain may have been reorganised meanwhile; then it waits for a block again, or is lost.
    const receipt = await untilAnswered(patience, () => receiptOf(client, found.transactionHash));
    if (!receipt) continue;
    tell({ ...known, blockNumber: Number(receipt.blockNumber), state: 'done' });
    return { state: 'done', receipt };
  }
}

async function mined(
  client: Client,
  hash: Hash,
  { mined: timeout, pause }: Patience,
): Promise<TransactionReceipt | 'replaced' | 'dropped'> {
  let isReplaced = false;
  // A repriced transaction does the same thing under another hash.
  const onReplaced = ({ reason }: { reason: string }) => {
    isReplaced = reason !== 'repriced';
  };
  for (;;) {
    try {
      const receipt = await waitForTransactionReceipt(client, { hash, timeout, onReplaced });
      return isReplaced ? 'replaced' : receipt;
    } catch (error) {
      if (error instanceof WaitForTransactionReceiptTimeoutError && !(await isKnown(client, hash))) return 'dropped';
      await sleep(pause);
    }
  }
}

/** Whether the chain still has it somewhere. Who does not answer has not forgotten it. */
async function isKnown(client: Client, hash: Hash): Promise<boolean> {
  return getTransaction(client, { hash }).then(
    () => true,
    (error: unknown) => !(error instanceof TransactionNotFoundError),
  );
}

async function receiptOf(client: Client, hash: Hash): Promise<TransactionReceipt | undefined> {
  return getTransactionReceipt(client, { hash }).catch((error: unknown) => {
    if (error instanceof TransactionReceiptNotFoundError) return undefined;
    throw error;
  });
}

async function untilAnswered<T>({ pause }: Patience, ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch {
      await sleep(pause);
    }
  }
}

async function indexed(
  subgraphUrl: string,
  blockNumber: number,
  { indexed: patience, pause }: Patience,
): Promise<void> {
  const giveUpAt = performance.now() + patience;
  while (performance.now() < giveUpAt) {
    const block = await fetchIndexedBlock(subgraphUrl, AbortSignal.timeout(patience)).catch(() => undefined);
    if (block && block.number >= blockNumber) return;
    await sleep(pause);
  }
}

function sleep(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
