import type { Hex } from 'viem';
import type { Connection } from '../../local/deploy-local.ts';
import type { BlockRecord } from './block-record.ts';

/**
 * Makes the blocks of a journal again on a chain that has only block 0. Same blocks and times give the same hashes, down to the
 * randomness of each block, which Hardhat draws from a fixed seed.
 *
 * @returns whether the chain now is the one that was journalled
 */
export async function replay({ provider }: Connection, records: readonly BlockRecord[]): Promise<boolean> {
  const request = (method: string, ...params: unknown[]) => provider.request({ method, params });
  for (const { timestamp, transactions } of records.slice(1)) {
    // A time that does not follow: somebody has done with the chain what no journal holds.
    if (!(await request('evm_setNextBlockTimestamp', timestamp).then(yes, no))) return false;
    const [only, ...others] = transactions;
    if (only === undefined) await request('evm_mine');
    else if (others.length === 0) await send(only);
    else await mineTogether(transactions);
  }
  const last = records.at(-1);
  const head = (await request('eth_getBlockByNumber', 'latest', false)) as { readonly hash: Hex };
  return head.hash === last?.hash;

  /** Reverts are reported as errors, and are part of history. */
  async function send(transaction: Hex): Promise<void> {
    await request('eth_sendRawTransaction', transaction).catch(() => {});
  }

  async function mineTogether(all: readonly Hex[]): Promise<void> {
    await request('evm_setAutomine', false);
    for (const transaction of all) await send(transaction);
    await request('evm_mine');
    await request('evm_setAutomine', true);
  }
}

const yes = () => true;
const no = () => false;
