import { randomBytes } from 'node:crypto';
import { type Address, getAddress } from 'viem';
import type { ContractName } from '../../deploy/contract-names.ts';
import { profiles } from '../../deploy/profiles.ts';
import { deployLocal } from '../../local/deploy-local.ts';
import { renounceBystander } from '../../local/govern.ts';
import { toTime } from '../../local/time.ts';
import { presentEpoch } from '../../seed/catalogue/lots.ts';
import { seed } from '../../seed/seed.ts';
import { listAccounts } from '../../start/accounts.ts';
import { worldFingerprint } from './fingerprint.ts';
import { Journal } from './journal.ts';
import { openChain } from './open-chain.ts';
import type { NewWorld, WorldOptions } from './open-world.ts';
import { WorldFile } from './world-file.ts';

const PRESENT_EPOCH_AGE_S = 24 * 60 * 60;

/** Opens a chain, deploys the protocol and seeds a history that ends now, a day into the present epoch. */
export async function makeWorld({ port, dataFolder, hasTraces, signal }: WorldOptions): Promise<NewWorld> {
  const file = new WorldFile(dataFolder);
  file.remove();
  const journal = new Journal(file.journalFile);
  const now = Math.floor(Date.now() / 1000);
  const genesisTime = now - presentEpoch * profiles.local.epochLength - PRESENT_EPOCH_AGE_S;
  const chain = await openChain(port, genesisTime, () => journal.catchUp(), hasTraces);
  try {
    const commune = await deployLocal(chain.connection);
    const world = await seed(commune, () => signal?.throwIfAborted());
    if (!world.cheatedReceipts) throw new Error('the seed has left out the platform that cheats');
    await renounceBystander(commune);
    await toTime(commune, Math.floor(Date.now() / 1000));
    // Before this line nobody has seen a block of this chain.
    journal.follow(chain.connection, -1);
    await journal.catchUp();
    const contracts = Object.fromEntries(
      Object.entries(commune.contracts).map(([name, { address }]) => [name, getAddress(address)]),
    ) as Record<ContractName, Address>;
    const facts = {
      worldId: randomBytes(8).toString('hex'),
      fingerprint: worldFingerprint(),
      genesisTime,
      clock: commune.clock,
      platformId: commune.platformId,
      contracts,
      startBlock: 1,
      blockNumber: Number(await commune.publicClient.getBlockNumber()),
      accounts: listAccounts(world),
      cheatedReceipts: world.cheatedReceipts,
    };
    return { chain, facts, commune, isContinued: false, world };
  } catch (error) {
    await chain.close();
    throw error;
  }
}
