import { network } from 'hardhat';
import type { Commune } from '../../../scripts/local/deploy-local.ts';
import type { AppConfig } from '../../../web/app/config.ts';
import type { Backing } from './world.ts';

const NAMES = {
  asset: 'FaucetToken',
  models: 'QualityModels',
  commodities: 'Commodities',
  platforms: 'Platforms',
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
  timelock: 'CommuneTimelock',
} as const satisfies Partial<Record<keyof Commune['contracts'], string>>;

/**
 * For writing journeys: uses a stack that `npm start` runs, instead of a minute's start for each try. What they do to it stays.
 *
 * @param page its origin, such as http://127.0.0.1:3000
 */
export async function attachTo(page: string): Promise<Backing> {
  const { chain, contracts } = (await (await fetch(`${page}/config.json`)).json()) as AppConfig;
  const { viem } = await network.create({ network: 'localhost', override: { url: chain.rpcUrl } });
  const named = Object.entries(NAMES) as [keyof typeof NAMES, (typeof NAMES)[keyof typeof NAMES]][];
  const found = named.map(async ([key, name]) => [key, await viem.getContractAt(name, contracts[key])] as const);
  return {
    page,
    contracts: Object.fromEntries(await Promise.all(found)) as unknown as Commune['contracts'],
    killRelay: () => {
      throw new Error('A stack of somebody else is not killed: unset COMMUNE_PAGE to run this journey.');
    },
    relayReady: async () => {},
    stop: async () => {},
  };
}
