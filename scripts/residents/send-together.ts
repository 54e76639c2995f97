import type { Hex, TransactionReceipt } from 'viem';
import type { Commune } from '../local/deploy-local.ts';

/** A transaction to send; the text says in errors what it is for. */
export interface Sending {
  readonly what: string;
  send(): Promise<Hex>;
}

/** Enough for everything that residents send; to estimate it would take the chain longer than to do it. */
export const GAS = 900_000n;

/** So many fit into a block with {@link GAS} each. */
const MOST_IN_A_BLOCK = 60;

/**
 * Sends transactions of several people at once and mines them together, because whoever indexes the chain follows a few full
 * blocks faster than many. A transaction that does not go through is told to `failed` and holds up nobody.
 */
export async function sendTogether(
  { connection, publicClient }: Pick<Commune, 'connection' | 'publicClient'>,
  sendings: readonly Sending[],
  failed: (what: string, error: unknown) => void,
): Promise<TransactionReceipt[]> {
  const receipts: TransactionReceipt[] = [];
  const automine = (on: boolean) => connection.provider.request({ method: 'evm_setAutomine', params: [on] });
  const mine = () => connection.provider.request({ method: 'evm_mine' });
  for (let from = 0; from < sendings.length; from += MOST_IN_A_BLOCK) {
    const block = sendings.slice(from, from + MOST_IN_A_BLOCK);
    await automine(false);
    let sent: PromiseSettledResult<Hex>[];
    try {
      sent = await Promise.allSettled(block.map(({ send }) => send()));
    } finally {
      await mine();
      await automine(true);
    }
    for (const [i, result] of sent.entries()) {
      const what = block[i]?.what ?? '';
      if (result.status === 'rejected') failed(what, result.reason);
      else {
        const receipt = await publicClient.waitForTransactionReceipt({ hash: result.value, pollingInterval: 20 });
        if (receipt.status === 'success') receipts.push(receipt);
        else failed(what, new Error(`transaction ${result.value} reverted`));
      }
    }
  }
  return receipts;
}
