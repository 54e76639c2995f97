import type { Address } from 'viem';
import type { EpochClock } from '../../../protocol/clock/epoch-clock.ts';
import { type ContractName, contractNames } from '../../deploy/contract-names.ts';
import type { Actor, Commune, Connection } from '../../local/deploy-local.ts';
import { GasLedger } from '../../local/gas-ledger.ts';

interface Deployed {
  readonly clock: EpochClock;
  readonly platformId: number;
  readonly contracts: Readonly<Record<ContractName, Address>>;
}

/** What `deployLocal` gives, for contracts that are on the chain already. */
export async function attachCommune(connection: Connection, deployed: Deployed): Promise<Commune> {
  const publicClient = await connection.viem.getPublicClient();
  const wallets = (await connection.viem.getWalletClients()) as Actor[];
  const contracts = Object.fromEntries(
    await Promise.all(
      Object.entries(contractNames).map(async ([name, artifact]) => {
        const address = deployed.contracts[name as ContractName];
        return [name, await connection.viem.getContractAt(artifact, address)] as const;
      }),
    ),
  ) as unknown as Commune['contracts'];
  return {
    connection,
    publicClient,
    contracts,
    clock: deployed.clock,
    actor(index) {
      const wallet = wallets[index];
      if (wallet === undefined) throw new RangeError(`the local chain has no account ${index}`);
      return wallet;
    },
    chainId: await publicClient.getChainId(),
    platformId: deployed.platformId,
    gas: new GasLedger(),
  };
}
