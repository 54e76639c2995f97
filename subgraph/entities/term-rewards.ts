import { BigInt, Bytes } from '@graphprotocol/graph-ts';
import { Election, Seat, SeatReward, TermRewards } from '../generated/schema';
import { seatId, slashesIn } from './election';

const ZERO = BigInt.zero();
const BPS = BigInt.fromI32(10_000);

/** Shares a term's dividends among the seats of its election, as ValidatorRewards did. */
export function shareAmongSeats(rewards: TermRewards, election: Election): void {
  const weights: BigInt[] = [];
  for (let i = 0; i < election.winners; i++) weights.push(weightIn(rewards.id, seatOf(election, i)));
  const sum = incomeOf(rewards, weights);
  for (let i = 0; i < election.winners; i++) {
    recordSeatReward(rewards, seatOf(election, i), weights[i], partOf(sum, weights[i], rewards.weight));
  }
}

/** 0 if a judgment hit the seat's validator in the term. */
function weightIn(term: Bytes, seat: Seat): BigInt {
  return slashesIn(term, seat.candidate) == null ? seat.weight : ZERO;
}

/**
 * What the contract shared: rounding leaves some of it, and the event has what was left of it. Where more than one sum gives that,
 * they give every seat the same.
 */
function incomeOf(rewards: TermRewards, weights: Array<BigInt>): BigInt {
  let sum = rewards.amount;
  // Every seat loses less than one unit.
  for (let tries = 0; tries < weights.length; tries++) {
    let shared = ZERO;
    for (let i = 0; i < weights.length; i++) shared = shared.plus(partOf(sum, weights[i], rewards.weight));
    if (shared.ge(rewards.amount)) break;
    sum = sum.plus(BigInt.fromI32(1));
  }
  return sum;
}

function partOf(sum: BigInt, weight: BigInt, total: BigInt): BigInt {
  return total.isZero() ? ZERO : sum.times(weight).div(total);
}

function recordSeatReward(rewards: TermRewards, seat: Seat, weight: BigInt, reward: BigInt): void {
  const one = new SeatReward(seatId(rewards.id, seat.index));
  one.termRewards = rewards.id;
  one.term = rewards.term;
  one.seat = seat.id;
  one.index = seat.index;
  one.candidate = seat.candidate;
  one.slashed = slashesIn(rewards.id, seat.candidate) != null;
  one.weight = weight;
  one.reward = reward;
  one.commission = reward.times(BigInt.fromI32(seat.commissionBps)).div(BPS);
  one.commissionPaid = false;
  one.forVoters = reward.minus(one.commission);
  one.save();
}

function seatOf(election: Election, index: i32): Seat {
  return Seat.load(seatId(election.id, index))!;
}
