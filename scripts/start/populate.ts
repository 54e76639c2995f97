import { deployLocal } from '../local/deploy-local.ts';
import { toTime } from '../local/time.ts';
import { seed } from '../seed/seed.ts';
import type { LocalChain } from './open-chain.ts';
import { summary } from './summary.ts';
import { withdrawData, writeData } from './write-data.ts';

/** A block now and then keeps the chain's clock with the wall's, even when nobody sends anything. */
const BLOCK_INTERVAL_MS = 10_000;

/** Deploys, seeds, brings the chain to the present and writes the files; gives the text for the visitor. */
export async function populate(
  { connection, rpcUrl }: LocalChain,
  dataFolder: string,
  say: (text: string) => void,
  endings: (() => void)[],
): Promise<string> {
  const commune = await deployLocal(connection);
  say('contracts deployed, seeding the history ...');
  const world = await seed(commune, say);
  await toTime(commune, Math.floor(Date.now() / 1000));
  await connection.provider.request({ method: 'evm_setIntervalMining', params: [BLOCK_INTERVAL_MS] });
  endings.push(() => withdrawData(dataFolder, rpcUrl));
  await writeData(dataFolder, world, rpcUrl);
  return summary(world, rpcUrl, dataFolder);
}
