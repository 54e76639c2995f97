import { BigInt, Bytes, store } from '@graphprotocol/graph-ts';
import { CandidateNomination, Voter } from '../generated/schema';
import { candidateId, getCandidate } from './candidate';
import { pairId } from './id';

/** Puts `targets` in the place of those whom a voter names. */
export function nameTargets(voter: Voter, targets: Array<i32>, time: BigInt): void {
  const before = voter.targets;
  for (let i = 0; i < before.length; i++) {
    if (targets.includes(before[i])) continue;
    store.remove('CandidateNomination', nominationId(voter, before[i]).toHexString());
    if (voter.listed) back(before[i], -1, voter.stake.neg());
  }
  for (let i = 0; i < targets.length; i++) {
    if (before.includes(targets[i])) continue;
    const nomination = new CandidateNomination(nominationId(voter, targets[i]));
    nomination.voter = voter.id;
    nomination.candidate = candidateId(targets[i]);
    nomination.stake = voter.stake;
    nomination.listed = voter.listed;
    nomination.since = time;
    nomination.save();
    if (voter.listed) back(targets[i], 1, voter.stake);
  }
  voter.targets = targets;
}

/** Changes a voter's stake, and so what stands behind those whom he names. */
export function setStake(voter: Voter, stake: BigInt): void {
  const change = stake.minus(voter.stake);
  voter.stake = stake;
  updateNominations(voter);
  if (!voter.listed) return;
  for (let i = 0; i < voter.targets.length; i++) back(voter.targets[i], 0, change);
}

/** Takes a voter into the list or out of it, and so what stands behind those whom he names. */
export function setListed(voter: Voter, listed: boolean): void {
  voter.listed = listed;
  updateNominations(voter);
  for (let i = 0; i < voter.targets.length; i++) {
    back(voter.targets[i], listed ? 1 : -1, listed ? voter.stake : voter.stake.neg());
  }
}

function updateNominations(voter: Voter): void {
  for (let i = 0; i < voter.targets.length; i++) {
    const nomination = CandidateNomination.load(nominationId(voter, voter.targets[i]))!;
    nomination.stake = voter.stake;
    nomination.listed = voter.listed;
    nomination.save();
  }
}

/** Changes what listed voters put behind a candidate. */
function back(number: i32, backers: i32, stake: BigInt): void {
  const candidate = getCandidate(number);
  candidate.backers += backers;
  candidate.backing = candidate.backing.plus(stake);
  candidate.save();
}

function nominationId(voter: Voter, number: i32): Bytes {
  return pairId(voter.id, candidateId(number));
}
