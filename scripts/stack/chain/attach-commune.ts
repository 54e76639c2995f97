import type { Address } from 'viem';
import type { EpochClock } from '../../../protocol/clock/epoch-clock.ts';
import type { Actor, Commune, Connection } from '../../local/deploy-local.ts';
import { GasLedger } from '../../local/gas-ledger.ts';

/** Names of the compiled contracts by what they are called in a deployment. */
const ARTIFACTS = {
  asset: 'FaucetToken',
  access: 'AccessManager',
  timelock: 'CommuneTimelock',
  models: 'QualityModels',
  commodities: 'Commodities',
  platforms: 'Platforms',
  demands: 'Demands',
  recommenders: 'Recommenders',
  settlement: 'Settlement',
  power: 'ExperiencePower',
  evaluations: 'Evaluations',
  token: 'CommuneToken',
  validators: 'Validators',
  elections: 'Elections',
  rewards: 'ValidatorRewards',
  court: 'Court',
  disputes: 'Disputes',
  emission: 'Emission',
  vesting: 'FounderVesting',
  memberships: 'Memberships',
  governor: 'CommuneGovernor',
  guardian: 'GenesisGuardian',
} as const satisfies Record<keyof Commune['contracts'], string>;

export type ContractName = keyof typeof ARTIFACTS;

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
      Object.entries(ARTIFACTS).map(async ([name, artifact]) => {
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
