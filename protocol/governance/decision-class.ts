import { type Address, type Hex, isAddressEqual, size } from 'viem';
import { type Rule, simpleMajority, superMajorityAgainst, superMajorityApprove } from './adaptive-quorum.ts';

/** Order of the Solidity enum, the strictest first. */
export const DECISION_CLASSES = ['constitutional', 'parameter', 'emergency'] as const;

export type DecisionClass = (typeof DECISION_CLASSES)[number];

/** One call of a proposal. */
export interface Call {
  readonly target: Address;
  readonly value: bigint;
  readonly data: Hex;
}

/** What decides about calls, as the governor holds it. */
export interface Classes {
  /** Governor, timelock and access manager: whatever is called there is constitutional. */
  readonly reserved: readonly Address[];
  /** Class of a listed function; nothing for others. */
  readonly listed: (target: Address, selector: Hex) => DecisionClass | undefined;
}

const RULES: Record<DecisionClass, Rule> = {
  constitutional: superMajorityApprove,
  parameter: simpleMajority,
  emergency: superMajorityAgainst,
};

const SELECTOR_BYTES = 4;

/** What a proposal of a class needs, besides turnout. */
export function ruleOf(decisionClass: DecisionClass): Rule {
  return RULES[decisionClass];
}

/** Class of one call; what is not listed is constitutional, and so is what moves money. */
export function classOfCall({ target, value, data }: Call, { reserved, listed }: Classes): DecisionClass {
  if (value > 0n || size(data) < SELECTOR_BYTES) return 'constitutional';
  if (reserved.some((address) => isAddressEqual(address, target))) return 'constitutional';
  return listed(target, data.slice(0, 2 + 2 * SELECTOR_BYTES) as Hex) ?? 'constitutional';
}

/** Class of a batch: the strictest of its calls; an empty one is constitutional. */
export function classOfCalls(calls: readonly Call[], classes: Classes): DecisionClass {
  if (calls.length === 0) return 'constitutional';
  const found = calls.map((call) => DECISION_CLASSES.indexOf(classOfCall(call, classes)));
  return DECISION_CLASSES[Math.min(...found)] as DecisionClass;
}
