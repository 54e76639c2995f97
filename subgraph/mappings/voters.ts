import { BigInt } from '@graphprotocol/graph-ts';
import { nameTargets, setListed, setStake } from '../entities/candidate-nomination';
import { getProtocol } from '../entities/protocol';
import { setInt } from '../entities/set-int';
import { getVoter, keepVoteBefore, newVoter, newVoterChange, voterOrNull } from '../entities/voter';
import {
  ListingSet,
  NominationsSet,
  StakeLeaving,
  StakeSet,
  StakeWithdrawn,
  VoterRegistered,
} from '../generated/Validators/Validators';

const ZERO = BigInt.zero();

export function handleVoterRegistered(event: VoterRegistered): void {
  newVoter(event).save();
  const protocol = getProtocol();
  protocol.voters++;
  protocol.save();
}

export function handleStakeSet(event: StakeSet): void {
  const voter = getVoter(event.params.voterId);
  keepVoteBefore(voter, event.params.fromElection.toI32());
  const moved = event.params.stake.minus(voter.stake);
  setStake(voter, event.params.stake);
  voter.save();
  const protocol = getProtocol();
  protocol.stake = protocol.stake.plus(moved);
  if (voter.listed) protocol.listedStake = protocol.listedStake.plus(moved);
  protocol.save();
  newVoterChange(event, voter, moved.gt(ZERO) ? 'BONDED' : 'UNBONDED', moved.abs()).save();
}

export function handleNominationsSet(event: NominationsSet): void {
  const voter = getVoter(event.params.voterId);
  keepVoteBefore(voter, event.params.fromElection.toI32());
  nameTargets(voter, event.params.candidateIds, event.block.timestamp);
  voter.save();
  newVoterChange(event, voter, 'NOMINATED', ZERO).save();
}

export function handleListingSet(event: ListingSet): void {
  const given = event.params;
  const voter = getVoter(given.voterId);
  keepVoteBefore(voter, given.fromElection.toI32());
  setListed(voter, given.listed);
  voter.save();
  const protocol = getProtocol();
  protocol.listedVoters += given.listed ? 1 : -1;
  protocol.listedStake = given.listed
    ? protocol.listedStake.plus(voter.stake)
    : protocol.listedStake.minus(voter.stake);
  protocol.save();
  const change = newVoterChange(event, voter, given.listed ? 'LISTED' : 'UNLISTED', ZERO);
  change.evictedBy = voterOrNull(given.evictedBy);
  change.save();
}

export function handleStakeLeaving(event: StakeLeaving): void {
  const voter = getVoter(event.params.voterId);
  voter.leaving = event.params.leaving;
  setInt(voter, 'releaseEpoch', event.params.releaseEpoch.toI32());
  voter.save();
}

export function handleStakeWithdrawn(event: StakeWithdrawn): void {
  const voter = getVoter(event.params.voterId);
  voter.leaving = ZERO;
  voter.unset('releaseEpoch');
  voter.save();
  newVoterChange(event, voter, 'WITHDRAWN', event.params.amount).save();
}
