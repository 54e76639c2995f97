import {
  assetAbi,
  commoditiesAbi,
  courtAbi,
  demandsAbi,
  disputesAbi,
  electionsAbi,
  evaluationsAbi,
  modelsAbi,
  platformsAbi,
  powerAbi,
  recommendersAbi,
  rewardsAbi,
  settlementAbi,
  tokenAbi,
  validatorsAbi,
} from '../../generated/abis.ts';

/** ABIs by the names that the configuration gives the contracts. */
export const abis = {
  asset: assetAbi,
  models: modelsAbi,
  commodities: commoditiesAbi,
  platforms: platformsAbi,
  demands: demandsAbi,
  recommenders: recommendersAbi,
  settlement: settlementAbi,
  power: powerAbi,
  evaluations: evaluationsAbi,
  token: tokenAbi,
  validators: validatorsAbi,
  elections: electionsAbi,
  rewards: rewardsAbi,
  court: courtAbi,
  disputes: disputesAbi,
} as const;

export type ContractName = keyof typeof abis;
