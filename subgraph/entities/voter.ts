import { BigInt, Bytes, ethereum } from '@graphprotocol/graph-ts';
import { Voter, VoterChange } from '../generated/schema';
import { VoterRegistered } from '../generated/Validators/Validators';
import { getAccount } from './account';
import { idOf, logId } from './id';

const ZERO = BigInt.zero();

/** A voter who bonded before. */
export function getVoter(number: BigInt): Voter {
  return Voter.load(idOf(number))!;
}

/** A voter without stake; {handleStakeSet} of the same transaction follows. */
export function newVoter(event: VoterRegistered): Voter {
  const voter = new Voter(idOf(event.params.voterId));
  const account = getAccount(event.params.account);
  account.voter = voter.id;
  account.save();
  voter.number = event.params.voterId.toI32();
  voter.account = account.id;
  voter.stake = ZERO;
  voter.listed = false;
  voter.targets = [];
  voter.fromElection = 0;
  voter.stakeBefore = ZERO;
  voter.listedBefore = false;
  voter.targetsBefore = [];
  voter.leaving = ZERO;
  voter.rewards = ZERO;
  voter.registeredAt = event.block.timestamp;
  return voter;
}

/** Keeps what counts in elections before `election`, as the contract does before a record changes. */
export function keepVoteBefore(voter: Voter, election: i32): void {
  if (voter.fromElection == election) return;
  voter.stakeBefore = voter.stake;
  voter.listedBefore = voter.listed;
  voter.targetsBefore = voter.targets;
  voter.fromElection = election;
}

/** What `voter` is after an event. */
export function newVoterChange(event: ethereum.Event, voter: Voter, kind: string, amount: BigInt): VoterChange {
  const change = new VoterChange(logId(event));
  change.voter = voter.id;
  change.kind = kind;
  change.amount = amount;
  change.stake = voter.stake;
  change.targets = voter.targets;
  change.fromElection = voter.fromElection;
  change.timestamp = event.block.timestamp;
  change.blockNumber = event.block.number;
  change.transactionHash = event.transaction.hash;
  return change;
}

/** @param number 0: nobody */
export function voterOrNull(number: BigInt): Bytes | null {
  return number.isZero() ? null : idOf(number);
}
