import { type DecisionClass, ruleOf } from './decision-class.ts';

const OPERAND_BITS = 128n;

/**
 * The fewest votes in favour that carry a decision against `againstVotes` of an electorate; `null` where no number does. More
 * than the rest of the electorate can give is an answer too: it cannot be had.
 */
export function forNeeded(decisionClass: DecisionClass, againstVotes: bigint, electorate: bigint): bigint | null {
  if (againstVotes >> OPERAND_BITS !== 0n) return null;
  const rule = ruleOf(decisionClass);
  const passes = (forVotes: bigint) => rule({ forVotes, againstVotes, turnout: forVotes + againstVotes, electorate });
  let most = (1n << OPERAND_BITS) - 1n - againstVotes;
  if (!passes(most)) return null;
  let least = 0n;
  while (least < most) {
    const middle = (least + most) >> 1n;
    if (passes(middle)) most = middle;
    else least = middle + 1n;
  }
  return least;
}
