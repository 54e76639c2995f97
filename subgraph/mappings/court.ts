// How disputes are opened, judged and appealed.
import { getAccount } from '../entities/account';
import { newAppeal } from '../entities/appeal';
import { courtOf, newCourt, parametersId, recordParameters } from '../entities/court';
import { getCourtDispute, newCourtDispute, openRound, updateRuling } from '../entities/court-dispute';
import { newCourtDisputeChange } from '../entities/court-dispute-change';
import { countVote, feesOf, getCourtRound, lockOf, setRevealEnd, setWindows } from '../entities/court-round';
import { COURT_STAGES } from '../entities/enums';
import { recordAppointment } from '../entities/governance';
import { getJurorSeat, recordJuror } from '../entities/juror-seat';
import { getProtocol } from '../entities/protocol';
import { setInt } from '../entities/set-int';
import {
  Appealed,
  ArbitrableTrusted,
  ClosedEarly,
  CourtOpened,
  DisputeCreation,
  DisputeOpened,
  DrawArmed,
  JuryDrawn,
  ParametersSet,
  RulingExecuted,
  TreasuryAppointed,
  VoteCommitted,
  VoteRevealed,
} from '../generated/Court/Court';
import { CourtDispute } from '../generated/schema';

/* DISPUTES */

export function handleDisputeCreation(event: DisputeCreation): void {
  newCourtDispute(event).save();
  const court = courtOf(event);
  court.disputeCount++;
  court.openDisputes++;
  court.save();
  const protocol = getProtocol();
  protocol.courtDisputes++;
  protocol.save();
}

export function handleDisputeOpened(event: DisputeOpened): void {
  const given = event.params;
  const dispute = getCourtDispute(given.disputeId);
  dispute.choices = given.choices;
  dispute.parameters = parametersId(given.version);
  dispute.namesConflicts = given.namesConflicts;
  dispute.evidenceEndsAt = given.evidenceEndsAt;
  const round = openRound(dispute, dispute.arbitrable);
  dispute.save();
  newCourtDisputeChange(event, dispute.id, round.id, 'OPENED').save();
}

export function handleRulingExecuted(event: RulingExecuted): void {
  const dispute = getCourtDispute(event.params.disputeId);
  setInt(dispute, 'ruling', event.params.ruling.toI32());
  dispute.executed = true;
  dispute.executedAt = event.block.timestamp;
  dispute.save();
  newCourtDisputeChange(event, dispute.id, dispute.latestRound, 'EXECUTED').save();
  const court = courtOf(event);
  court.openDisputes--;
  court.save();
}

/* JURIES */

export function handleDrawArmed(event: DrawArmed): void {
  const round = getCourtRound(event.params.disputeId, event.params.round);
  round.stage = 'ARMED';
  setInt(round, 'term', event.params.term.toI32());
  round.seedBlock = event.params.seedBlock;
  round.armedAt = event.block.timestamp;
  round.save();
  const change = newCourtDisputeChange(event, round.dispute, round.id, 'ARMED');
  change.seedBlock = round.seedBlock;
  change.save();
}

export function handleJuryDrawn(event: JuryDrawn): void {
  const given = event.params;
  const round = getCourtRound(given.disputeId, given.round);
  round.stage = 'DRAWN';
  round.seed = given.seed;
  round.drawnAt = event.block.timestamp;
  round.size = given.candidateIds.length;
  const dispute = CourtDispute.load(round.dispute)!;
  round.fees = feesOf(dispute, round.size);
  const court = courtOf(event);
  setWindows(round, given.commitEndsAt, court.revealWindow, court.appealWindow);
  round.save();
  newCourtDisputeChange(event, dispute.id, round.id, 'DRAWN').save();
  const lock = lockOf(dispute);
  for (let i = 0; i < round.size; i++) recordJuror(round, i, given.candidateIds[i], lock, event.block.timestamp);
}

export function handleVoteCommitted(event: VoteCommitted): void {
  const given = event.params;
  const juror = getJurorSeat(given.disputeId, given.round, given.seat);
  juror.state = 'COMMITTED';
  juror.commitment = given.commitment;
  juror.committedAt = event.block.timestamp;
  juror.save();
  const round = getCourtRound(given.disputeId, given.round);
  round.committed++;
  round.save();
}

export function handleVoteRevealed(event: VoteRevealed): void {
  const given = event.params;
  const juror = getJurorSeat(given.disputeId, given.round, given.seat);
  juror.state = 'REVEALED';
  setInt(juror, 'choice', given.choice.toI32());
  juror.revealedAt = event.block.timestamp;
  juror.save();
  const round = getCourtRound(given.disputeId, given.round);
  countVote(round, given.choice.toI32());
  round.save();
  const dispute = getCourtDispute(given.disputeId);
  updateRuling(dispute, round);
  dispute.save();
}

export function handleClosedEarly(event: ClosedEarly): void {
  const round = getCourtRound(event.params.disputeId, event.params.round);
  const court = courtOf(event);
  round.stage = COURT_STAGES[event.params.stage];
  if (round.stage == 'COMMITTED') setWindows(round, event.block.timestamp, court.revealWindow, court.appealWindow);
  else setRevealEnd(round, event.block.timestamp, court.appealWindow);
  round.save();
  newCourtDisputeChange(event, round.dispute, round.id, round.stage).save();
}

/* APPEALS */

export function handleAppealed(event: Appealed): void {
  const dispute = getCourtDispute(event.params.disputeId);
  const payer = getAccount(event.params.payer);
  payer.save();
  const appealedRuling = dispute.currentRuling;
  const round = openRound(dispute, payer.id);
  dispute.save();
  newAppeal(event, round, appealedRuling).save();
  newCourtDisputeChange(event, dispute.id, round.id, 'APPEALED').save();
}

/* GOVERNANCE */

export function handleCourtOpened(event: CourtOpened): void {
  newCourt(event).save();
  const protocol = getProtocol();
  protocol.token = event.params.token;
  protocol.save();
}

export function handleParametersSet(event: ParametersSet): void {
  const court = courtOf(event);
  court.parameters = recordParameters(event);
  court.save();
}

export function handleTreasuryAppointed(event: TreasuryAppointed): void {
  const court = courtOf(event);
  court.treasury = event.params.treasury;
  court.save();
  recordAppointment(event, 0, 'treasury', event.params.treasury, true);
}

export function handleArbitrableTrusted(event: ArbitrableTrusted): void {
  recordAppointment(event, 0, 'arbitrable', event.params.arbitrable, event.params.trusted);
}
