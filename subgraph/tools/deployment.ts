import type { Address } from 'viem';

/** Data sources of the manifest by what the contract is called in `deployment.json`. */
export const dataSources = {
  models: 'QualityModels',
  commodities: 'Commodities',
  platforms: 'Platforms',
  demands: 'Demands',
  recommenders: 'Recommenders',
  settlement: 'Settlement',
  power: 'ExperiencePower',
  evaluations: 'Evaluations',
  validators: 'Validators',
  elections: 'Elections',
  rewards: 'ValidatorRewards',
  court: 'Court',
  disputes: 'Disputes',
  governor: 'CommuneGovernor',
  timelock: 'CommuneTimelock',
  guardian: 'GenesisGuardian',
  emission: 'Emission',
  vesting: 'FounderVesting',
  memberships: 'Memberships',
} as const;

export type ContractKey = keyof typeof dataSources;

export const contractKeys = Object.keys(dataSources) as ContractKey[];

/** The contracts whose events an index is made of. */
export interface SubgraphDeployment {
  /** As graph-node calls the chain; `localhost` for local ones. */
  readonly network: string;
  /** No block before it has an event: that of the first contract. */
  readonly startBlock: number;
  readonly addresses: Readonly<Record<ContractKey, Address>>;
}
