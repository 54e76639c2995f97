import type { Client, Hash, TransactionReceipt } from 'viem';
import { getTransactionReceipt, waitForTransactionReceipt } from 'viem/actions';
import { fetchIndexedBlock } from '../subgraph/fetch-indexed-block.ts';
import type { TransactionRecord } from './transaction.ts';

const MINED_TIMEOUT_MS = 10 * 60_000;
const INDEX_POLL_MS = 600;
const INDEX_PATIENCE_MS = 90_000;

/**
 * Follows a transaction until it is indexed or lost, telling each change. An index that does not answer is not waited for for
 * ever: after a while the record is done and the page's own banner says that the index is behind.
 */
export async function track(
  client: Client,
  subgraphUrl: string,
  record: TransactionRecord,
  tell: (change: TransactionRecord) => void,
): Promise<TransactionReceipt | undefined> {
  let replacedBy: Hash | undefined;
  const receipt = await waitForTransactionReceipt(client, {
    hash: record.hash,
    timeout: MINED_TIMEOUT_MS,
    // A repriced transaction does the same thing under another hash.
    onReplaced: ({ reason, transaction }) => {
      if (reason !== 'repriced') replacedBy = transaction.hash;
    },
  }).catch(() => undefined);
  if (!receipt) return lose(record, 'dropped', tell);
  if (replacedBy) return lose(record, 'replaced', tell);
  const mined = { ...record, blockNumber: Number(receipt.blockNumber) };
  if (receipt.status !== 'success') {
    tell({ ...mined, state: 'failed' });
    return receipt;
  }
  tell({ ...mined, state: 'indexing' });
  await indexed(subgraphUrl, mined.blockNumber);
  // The chain may have been reorganised meanwhile; then it is as if it had never been sent.
  const still = await getTransactionReceipt(client, { hash: receipt.transactionHash }).catch(() => undefined);
  if (!still) return lose(mined, 'dropped', tell);
  tell({ ...mined, blockNumber: Number(still.blockNumber), state: 'done' });
  return still;
}

function lose(record: TransactionRecord, state: 'dropped' | 'replaced', tell: (change: TransactionRecord) => void) {
  tell({ ...record, state });
  return undefined;
}

async function indexed(subgraphUrl: string, blockNumber: number): Promise<void> {
  const giveUpAt = performance.now() + INDEX_PATIENCE_MS;
  while (performance.now() < giveUpAt) {
    const block = await fetchIndexedBlock(subgraphUrl).catch(() => undefined);
    if (block && block.number >= blockNumber) return;
    await new Promise((done) => setTimeout(done, INDEX_POLL_MS));
  }
}
