import { BigInt, Bytes, ethereum } from '@graphprotocol/graph-ts';
import { Candidate, CandidateChange } from '../generated/schema';
import { CandidateRegistered } from '../generated/Validators/Validators';
import { getAccount } from './account';
import { bigEndian, idOf, logId } from './id';

const ZERO = BigInt.zero();

/** Id of a candidate; the contract's numbers are uint16. */
export function candidateId(number: i32): Bytes {
  return bigEndian(number, 4);
}

/** A candidate who registered before. */
export function getCandidate(number: i32): Candidate {
  return Candidate.load(candidateId(number))!;
}

/** A candidate who does not run yet; {handleCandidacySet} of the same transaction follows. */
export function newCandidate(event: CandidateRegistered): Candidate {
  const candidate = new Candidate(candidateId(event.params.candidateId));
  const account = getAccount(event.params.account);
  account.candidate = candidate.id;
  account.save();
  candidate.number = event.params.candidateId;
  candidate.account = account.id;
  candidate.experiencer = idOf(event.params.experiencerId);
  candidate.running = false;
  candidate.commissionBps = 0;
  candidate.selfBond = ZERO;
  candidate.fromElection = 0;
  candidate.runningBefore = false;
  candidate.commissionBpsBefore = 0;
  candidate.selfBondBefore = ZERO;
  candidate.leaving = ZERO;
  candidate.backers = 0;
  candidate.backing = ZERO;
  candidate.commissions = ZERO;
  candidate.slashCount = 0;
  candidate.slashed = ZERO;
  candidate.juryDutyCount = 0;
  candidate.openJuryDuties = 0;
  candidate.locked = ZERO;
  candidate.coherentVotes = 0;
  candidate.incoherentVotes = 0;
  candidate.silentVotes = 0;
  candidate.registeredAt = event.block.timestamp;
  return candidate;
}

/** Keeps what counts in elections before `election`, as the contract does before a record changes. */
export function keepForElectionsBefore(candidate: Candidate, election: i32): void {
  if (candidate.fromElection == election) return;
  candidate.runningBefore = candidate.running;
  candidate.commissionBpsBefore = candidate.commissionBps;
  candidate.selfBondBefore = candidate.selfBond;
  candidate.fromElection = election;
}

/** What `candidate` is after an event. */
export function newCandidateChange(
  event: ethereum.Event,
  candidate: Candidate,
  kind: string,
  amount: BigInt,
): CandidateChange {
  const change = new CandidateChange(logId(event));
  change.candidate = candidate.id;
  change.kind = kind;
  change.amount = amount;
  change.running = candidate.running;
  change.commissionBps = candidate.commissionBps;
  change.selfBond = candidate.selfBond;
  change.fromElection = candidate.fromElection;
  change.timestamp = event.block.timestamp;
  change.blockNumber = event.block.number;
  change.transactionHash = event.transaction.hash;
  return change;
}
