import { BPS_DENOMINATOR } from '../math/bps.ts';
import type { Seat } from './seats.ts';
import type { SolutionEdge } from './solution.ts';

/** What a term shares; amounts in units of the settlement asset, all rounded down. */
export interface TermRewards {
  /** by seat, commission included */
  readonly rewards: readonly bigint[];
  /** what they add up to; the rest rolls on to the next term */
  readonly owed: bigint;
  /** of the seats that earn something */
  readonly weight: bigint;
}

/**
 * Shares an amount among the seats of a term by weight.
 *
 * @param slashed seats that a judgment hit in the term, by candidate
 */
export function termRewards(amount: bigint, seats: readonly Seat[], slashed: ReadonlySet<number>): TermRewards {
  const weights = seats.map(({ candidateId, weight }) => (slashed.has(candidateId) ? 0n : weight));
  const weight = weights.reduce((sum, one) => sum + one, 0n);
  const rewards = weights.map((one) => (weight === 0n ? 0n : (amount * one) / weight));
  return { rewards, owed: rewards.reduce((sum, one) => sum + one, 0n), weight };
}

/** The validator's part of what a seat earned. */
export function validatorCommission(reward: bigint, { commissionBps }: Pick<Seat, 'commissionBps'>): bigint {
  return (reward * BigInt(commissionBps)) / BPS_DENOMINATOR;
}

/**
 * What a voter earned with the edges of the solution.
 *
 * @param rewards by seat
 */
export function voterReward(
  edges: readonly Pick<SolutionEdge, 'winner' | 'amount'>[],
  seats: readonly Pick<Seat, 'commissionBps' | 'support'>[],
  rewards: readonly bigint[],
): bigint {
  return edges.reduce((sum, { winner, amount }) => {
    const [seat, reward] = [seats[winner] as Pick<Seat, 'commissionBps' | 'support'>, rewards[winner] as bigint];
    return sum + ((reward - validatorCommission(reward, seat)) * amount) / seat.support;
  }, 0n);
}
