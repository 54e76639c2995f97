import type { Db } from '../db/client.ts';
import type { Chain } from './connect-chain.ts';
import { chainIdentity } from './tables.ts';

/** The database was filled from another chain, or the node serves another one. Nothing can be done but to tell. */
export class WrongChain extends Error {
  override readonly name = 'WrongChain';
}

const checked = new WeakSet<Chain>();

/** @throws WrongChain unless node, deployment and database belong together */
export async function checkIdentity(chain: Chain, db: Db): Promise<void> {
  if (checked.has(chain)) return;
  const chainId = await chain.client.getChainId();
  if (chainId !== chain.chainId) {
    throw new WrongChain(
      `The node serves chain ${chainId}, the deployment is on chain ${chain.chainId}: check RELAY_RPC_URL.`,
    );
  }
  const settlement = chain.contracts.settlement.toLowerCase();
  const { hash } = await chain.client.getBlock({ blockNumber: 0n });
  await db
    .insert(chainIdentity)
    .values({ chainId, settlement: chain.contracts.settlement, genesisHash: hash })
    .onConflictDoNothing();
  const found = await db.select().from(chainIdentity);
  const own = found.length === 1 && found[0]?.chainId === chainId && found[0].settlement === settlement;
  if (!own || found[0]?.genesisHash !== hash) {
    throw new WrongChain(
      'This database belongs to another chain or deployment. Use an empty database, or the chain that it was filled from.',
    );
  }
  checked.add(chain);
}
