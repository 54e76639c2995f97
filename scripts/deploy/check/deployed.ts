import type { Address } from 'viem';
import type { EpochClock } from '../../../protocol/clock/epoch-clock.ts';
import type { Commune, Connection } from '../../local/deploy-local.ts';
import { type ContractName, contractNames } from '../contract-names.ts';
import type { Profile } from '../profiles.ts';

/** A deployment as the chain has it. */
export interface Deployed {
  readonly client: Commune['publicClient'];
  readonly contracts: Commune['contracts'];
  /** No block before it has an event. */
  readonly startBlock: bigint;
  readonly clock: EpochClock;
  readonly profile: Profile;
}

/** Contracts that can be read; nobody's key is needed. */
export async function contractsAt(
  connection: Connection,
  client: Commune['publicClient'],
  addresses: Readonly<Record<ContractName, Address>>,
): Promise<Commune['contracts']> {
  const found = await Promise.all(
    Object.entries(contractNames).map(async ([name, artifact]) => {
      const address = addresses[name as ContractName];
      return [name, await connection.viem.getContractAt(artifact, address, { client: { public: client } })] as const;
    }),
  );
  return Object.fromEntries(found) as unknown as Commune['contracts'];
}
