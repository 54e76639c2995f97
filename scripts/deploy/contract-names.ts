/** Names of the compiled contracts by what they are called in a deployment. */
export const contractNames = {
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
  vesting: 'FounderVesting',
  emission: 'Emission',
  memberships: 'Memberships',
  validators: 'Validators',
  elections: 'Elections',
  rewards: 'ValidatorRewards',
  court: 'Court',
  disputes: 'Disputes',
  governor: 'CommuneGovernor',
  guardian: 'GenesisGuardian',
} as const;

export type ContractName = keyof typeof contractNames;
