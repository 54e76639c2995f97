import {
  assetAbi,
  commoditiesAbi,
  demandsAbi,
  evaluationsAbi,
  modelsAbi,
  platformsAbi,
  powerAbi,
  recommendersAbi,
  settlementAbi,
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
} as const;

export type ContractName = keyof typeof abis;
