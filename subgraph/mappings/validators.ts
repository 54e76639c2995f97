import { BigInt } from '@graphprotocol/graph-ts';
import { getCandidate, keepForElectionsBefore, newCandidate, newCandidateChange } from '../entities/candidate';
import { newParameterChange, recordAppointment } from '../entities/governance';
import { logIdBefore } from '../entities/id';
import { getProtocol } from '../entities/protocol';
import { recordSlash } from '../entities/seat-slash';
import { setInt } from '../entities/set-int';
import { Candidate, CandidateChange, Protocol } from '../generated/schema';
import {
  CandidacySet,
  CandidateRegistered,
  ElectionsAppointed,
  RulesSet,
  SelfBondLeaving,
  SelfBondSlashed,
  SelfBondWithdrawn,
} from '../generated/Validators/Validators';

const ZERO = BigInt.zero();

/* CANDIDATES */

export function handleCandidateRegistered(event: CandidateRegistered): void {
  newCandidate(event).save();
  const protocol = getProtocol();
  protocol.candidates++;
  protocol.save();
}

export function handleCandidacySet(event: CandidacySet): void {
  const given = event.params;
  const candidate = getCandidate(given.candidateId);
  keepForElectionsBefore(candidate, given.fromElection.toI32());
  const kind = kindOf(candidate, given.running, given.bond);
  const moved = given.bond.minus(candidate.selfBond);
  const protocol = getProtocol();
  protocol.selfBonds = protocol.selfBonds.plus(moved);
  if (given.running != candidate.running) protocol.runningCandidates += given.running ? 1 : -1;
  protocol.save();
  candidate.running = given.running;
  candidate.commissionBps = given.commissionBps;
  candidate.selfBond = given.bond;
  candidate.save();
  newCandidateChange(event, candidate, kind, moved.abs()).save();
}

export function handleSelfBondLeaving(event: SelfBondLeaving): void {
  const candidate = getCandidate(event.params.candidateId);
  candidate.leaving = event.params.leaving;
  setInt(candidate, 'releaseEpoch', event.params.releaseEpoch.toI32());
  candidate.save();
}

export function handleSelfBondWithdrawn(event: SelfBondWithdrawn): void {
  const candidate = getCandidate(event.params.candidateId);
  candidate.leaving = ZERO;
  candidate.unset('releaseEpoch');
  candidate.save();
  newCandidateChange(event, candidate, 'WITHDRAWN', event.params.amount).save();
}

/** {handleCandidacySet} with the bond that is left came just before; its change was this one. */
export function handleSelfBondSlashed(event: SelfBondSlashed): void {
  const given = event.params;
  const candidate = getCandidate(given.candidateId);
  candidate.leaving = candidate.leaving.minus(given.fromLeaving);
  recordSlash(event, candidate);
  candidate.save();
  const change = CandidateChange.load(logIdBefore(event))!;
  change.kind = 'SLASHED';
  change.amount = given.fromBond.plus(given.fromLeaving);
  change.save();
}

function kindOf(before: Candidate, running: boolean, selfBond: BigInt): string {
  if (running != before.running) return running ? 'STOOD' : 'STOOD_DOWN';
  if (selfBond.gt(before.selfBond)) return 'BOND_RAISED';
  if (selfBond.lt(before.selfBond)) return 'BOND_LOWERED';
  return 'COMMISSION_SET';
}

/* GOVERNANCE */

export function handleRulesSet(event: RulesSet): void {
  const given = event.params;
  const protocol = getProtocol();
  const election = given.fromElection.toI32();
  keepRulesBefore(protocol, election);
  const seats = BigInt.fromI32(protocol.electionSeats);
  recordRule(event, 0, 'electionSeats', seats, BigInt.fromI32(given.seats));
  recordRule(event, 1, 'minSelfBond', protocol.minSelfBond, given.minSelfBond);
  recordRule(event, 2, 'minPower', protocol.minPower, given.minPower);
  protocol.electionSeats = given.seats;
  protocol.minSelfBond = given.minSelfBond;
  protocol.minPower = given.minPower;
  protocol.save();
}

export function handleElectionsAppointed(event: ElectionsAppointed): void {
  recordAppointment(event, 0, 'elections', event.params.elections, true);
}

function keepRulesBefore(protocol: Protocol, election: i32): void {
  if (protocol.rulesFromElection == election) return;
  protocol.electionSeatsBefore = protocol.electionSeats;
  protocol.minSelfBondBefore = protocol.minSelfBond;
  protocol.minPowerBefore = protocol.minPower;
  protocol.rulesFromElection = election;
}

function recordRule(event: RulesSet, part: i32, name: string, previous: BigInt, current: BigInt): void {
  const change = newParameterChange(event, part, name, previous, current);
  setInt(change, 'fromElection', event.params.fromElection.toI32());
  change.save();
}
