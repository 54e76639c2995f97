import type { DecisionClass } from './decision-class.ts';

/** Contracts that have functions which do not need a constitutional decision, by what they are called in a deployment. */
export type GovernedContract =
  | 'settlement'
  | 'commodities'
  | 'models'
  | 'disputes'
  | 'validators'
  | 'court'
  | 'platforms'
  | 'evaluations'
  | 'memberships';

export interface ListedFunction {
  readonly contract: GovernedContract;
  /** As Solidity writes it for a selector. */
  readonly signature: string;
  readonly decisionClass: Exclude<DecisionClass, 'constitutional'>;
}

/**
 * What the governor is deployed with. Parameters that code keeps inside limits need a simple majority; so does giving a suspended platform
 * its rights back, as a suspension passes with far less. Whatever is not here is constitutional.
 */
export const listedFunctions: readonly ListedFunction[] = [
  { contract: 'settlement', signature: 'setShares(uint16,uint16,uint16)', decisionClass: 'parameter' },
  { contract: 'commodities', signature: 'setBondRequired(uint96)', decisionClass: 'parameter' },
  { contract: 'commodities', signature: 'setUnsealCharge(uint16)', decisionClass: 'parameter' },
  { contract: 'models', signature: 'setBondRequired(uint96)', decisionClass: 'parameter' },
  { contract: 'disputes', signature: 'setBondRequired(uint96)', decisionClass: 'parameter' },
  { contract: 'validators', signature: 'setRules((uint8,uint96,uint96))', decisionClass: 'parameter' },
  { contract: 'court', signature: 'setParameters((uint80,uint96,uint16,uint16,uint16))', decisionClass: 'parameter' },
  { contract: 'evaluations', signature: 'setBondMultiple(uint8)', decisionClass: 'parameter' },
  { contract: 'evaluations', signature: 'setKappa(uint16)', decisionClass: 'parameter' },
  { contract: 'memberships', signature: 'setPrice(uint8,uint96)', decisionClass: 'parameter' },
  { contract: 'platforms', signature: 'setMinBond(uint72)', decisionClass: 'parameter' },
  { contract: 'platforms', signature: 'resume(uint32)', decisionClass: 'parameter' },
  { contract: 'platforms', signature: 'suspend(uint32)', decisionClass: 'emergency' },
];
