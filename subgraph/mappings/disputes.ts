// Cases about rounds, lots and models: how they are opened, argued, ruled on and carried out.
import { Address, Bytes, ethereum } from '@graphprotocol/graph-ts';
import { creditBounty, newCreditMovement } from '../entities/account';
import { getCase, lapseAfter, newCase, settleChallenges } from '../entities/case';
import { newCaseChange } from '../entities/case-change';
import { addChallenge, dropEmpty } from '../entities/challenge-list';
import { isCourt } from '../entities/court';
import { countBounty, countCaseClosed, countCaseOpened, countCharge } from '../entities/dispute-totals';
import { recordEvidence, recordMetaEvidence } from '../entities/evidence';
import { idOf } from '../entities/id';
import { getProtocol } from '../entities/protocol';
import { setInt } from '../entities/set-int';
import {
  CaseExecuted,
  CaseMoot,
  CaseOpened,
  CaseReferred,
  CaseRuled,
  ChallengeAdded,
  ChallengeEmpty,
  Dispute,
  Evidence,
  MetaEvidence,
} from '../generated/Disputes/Disputes';
import { Case, Challenge, CourtDispute, Lot, Round } from '../generated/schema';

const KEEP = 1;
/** Choices 0 and 1 are no challenge's. */
const FIRST_CHALLENGE = 2;

/* OPENED AND ARGUED */

export function handleCaseOpened(event: CaseOpened): void {
  const one = newCase(event);
  one.save();
  newCaseChange(event, one, 'OPENED').save();
  countCaseOpened(event);
}

/** {handleBondSettled} and {handleFeeCredited} of the challenges whose place it takes came before. */
export function handleChallengeAdded(event: ChallengeAdded): void {
  const one = getCase(event.params.caseId);
  const challenge = addChallenge(event, one);
  one.save();
  const change = newCaseChange(event, one, 'CHALLENGED');
  change.challenge = challenge;
  change.save();
}

/** Only in cases about rounds that were tallied. */
export function handleChallengeEmpty(event: ChallengeEmpty): void {
  const one = getCase(event.params.caseId);
  dropEmpty(one, Round.load(one.round!)!.consensus!, event.block.timestamp);
  one.save();
}

export function handleEvidence(event: Evidence): void {
  const one = getCase(event.params._evidenceGroupID);
  recordEvidence(event, one);
  one.save();
}

/* REFERRED AND RULED ON */

/** What other arbitrators number their disputes by is not ours to know. */
export function handleCaseReferred(event: CaseReferred): void {
  const given = event.params;
  const one = getCase(given.caseId);
  one.deadline = event.block.timestamp.plus(lapseAfter(one));
  one.state = 'PENDING';
  one.disputeNumber = given.disputeId;
  setInt(one, 'choices', given.choices);
  one.cost = given.cost;
  one.referredAt = event.block.timestamp;
  if (isCourt(Address.fromBytes(one.arbitrator))) {
    const dispute = CourtDispute.load(idOf(given.disputeId))!;
    dispute.case_ = one.id;
    dispute.save();
    one.dispute = dispute.id;
  }
  one.save();
  newCaseChange(event, one, 'REFERRED').save();
  for (let i = 0; i < one.standing.length; i++) {
    const challenge = Challenge.load(one.standing[i])!;
    setInt(challenge, 'choice', FIRST_CHALLENGE + i);
    challenge.save();
  }
}

/** With {handleCaseReferred}. */
export function handleDispute(event: Dispute): void {
  if (event.params._metaEvidenceID.isZero()) return;
  const one = getCase(event.params._evidenceGroupID);
  one.metaEvidence = idOf(event.params._metaEvidenceID);
  one.save();
}

export function handleCaseRuled(event: CaseRuled): void {
  const one = getCase(event.params.caseId);
  one.state = 'RULED';
  setInt(one, 'ruling', event.params.ruling);
  one.lapsed = event.params.lapsed;
  one.ruledAt = event.block.timestamp;
  one.save();
  newCaseChange(event, one, one.lapsed ? 'LAPSED' : 'RULED').save();
}

/* CARRIED OUT */

/** What became of the bonds was said before; what becomes of a round comes after. */
export function handleCaseExecuted(event: CaseExecuted): void {
  const given = event.params;
  const one = getCase(given.caseId);
  settleChallenges(one, given.ruling, event.block.timestamp);
  one.charged = one.charged.plus(given.charged);
  one.bounty = one.bounty.plus(given.bounty);
  close(event, one, 'EXECUTED');
  if (one.kind == 'LISTING' && given.ruling > KEEP) {
    const lot = Lot.load(one.lot as Bytes)!;
    lot.condemned = true;
    lot.save();
  }
  countCharge(event, given.charged);
  payBounty(event, one);
}

/** Credits who was right with his part of what a commodity or model lost; the rest is the audit fund's. */
function payBounty(event: CaseExecuted, one: Case): void {
  const bounty = event.params.bounty;
  const protocol = getProtocol();
  protocol.disputesAuditFund = protocol.disputesAuditFund.plus(event.params.charged).minus(bounty);
  protocol.save();
  if (bounty.isZero()) return;
  const winner = creditBounty(event.params.winner, bounty);
  winner.disputesCredit = winner.disputesCredit.plus(bounty);
  winner.save();
  countBounty(event, bounty);
  const movement = newCreditMovement(event, winner.id, 'BOUNTY', bounty);
  movement.case_ = one.id;
  movement.save();
}

/** The bonds are credited after it. */
export function handleCaseMoot(event: CaseMoot): void {
  const one = getCase(event.params.caseId);
  one.moot = true;
  settleChallenges(one, 0, event.block.timestamp);
  close(event, one, 'MOOT');
}

function close(event: ethereum.Event, one: Case, kind: string): void {
  one.state = 'CLOSED';
  one.closedAt = event.block.timestamp;
  one.save();
  newCaseChange(event, one, kind).save();
  countCaseClosed(event);
}

export function handleMetaEvidence(event: MetaEvidence): void {
  recordMetaEvidence(event);
}
