import { BigInt } from '@graphprotocol/graph-ts';
import { getAccount, newCreditMovement } from '../entities/account';
import { cidOf } from '../entities/cid';
import { ROUND_STATES } from '../entities/enums';
import { epochAt } from '../entities/epoch';
import { getExperiencer } from '../entities/experiencer';
import { recordFundPayment, recordSmallParameter } from '../entities/governance';
import { conclude, getLot } from '../entities/lot';
import { recordBase } from '../entities/lot-parameter';
import { getProtocol } from '../entities/protocol';
import { addCommitment, bucketOf, getReport, newReport, settleWinners } from '../entities/report';
import { accrueToAuditFund, getRound } from '../entities/round';
import { setInt } from '../entities/set-int';
import { recordTallyPage } from '../entities/tally-page';
import {
  AuditFundCollected,
  BondMultipleSet,
  CreditWithdrawn,
  KappaSet,
  LeftoverSwept,
  PaymentCredited,
  ReportClaimed,
  ReportCommitted,
  ReportRevealed,
  ReportScored,
  RoundClosed,
  RoundFinalized,
  RoundTallied,
  TallyAdvanced,
} from '../generated/Evaluations/Evaluations';
import { Lot, Round } from '../generated/schema';

const ZERO = BigInt.zero();

/* COMMIT AND REVEAL */

export function handleReportCommitted(event: ReportCommitted): void {
  const report = newReport(event);
  report.save();
  addCommitment(report);
  const round = getRound(event.params.lotId);
  round.committed++;
  round.save();
  const experiencer = getExperiencer(event.params.experiencerId);
  experiencer.committed++;
  experiencer.bonded = experiencer.bonded.plus(report.bond);
  experiencer.save();
  const protocol = getProtocol();
  protocol.reports++;
  protocol.save();
  const epoch = epochAt(event.block.timestamp);
  epoch.reportsCommitted++;
  epoch.save();
}

export function handleReportRevealed(event: ReportRevealed): void {
  const report = getReport(event.params.lotId, event.params.experiencerId);
  report.state = 'REVEALED';
  report.values = event.params.values;
  report.evidenceDigest = event.params.evidenceDigest;
  report.evidenceCid = cidOf(event.params.evidenceDigest);
  report.power = event.params.power;
  report.weight = event.params.weight;
  report.revealedAt = event.block.timestamp;
  report.revealTransaction = event.transaction.hash;
  report.save();
  const round = getRound(event.params.lotId);
  round.revealed++;
  round.totalWeight = round.totalWeight.plus(event.params.weight);
  round.save();
  const experiencer = getExperiencer(event.params.experiencerId);
  experiencer.revealed++;
  experiencer.save();
  const epoch = epochAt(event.block.timestamp);
  epoch.reportsRevealed++;
  epoch.save();
}

/* TALLY */

export function handleTallyAdvanced(event: TallyAdvanced): void {
  recordTallyPage(event);
}

export function handleRoundTallied(event: RoundTallied): void {
  const round = getRound(event.params.lotId);
  round.state = 'TALLIED';
  round.consensus = event.params.consensus;
  round.talliedConsensus = event.params.consensus;
  round.effectiveReports = event.params.effectiveReports;
  round.talliedAt = event.block.timestamp;
  round.save();
}

export function handleRoundFinalized(event: RoundFinalized): void {
  const round = getRound(event.params.lotId);
  round.state = ROUND_STATES[event.params.state];
  setInt(round, 'scoringEpoch', event.params.scoringEpoch.toI32());
  round.charge = event.params.charge;
  round.finalizedAt = event.block.timestamp;
  if (round.state == 'FINAL') {
    round.base = event.params.base;
    setInt(round, 'kappaBps', event.params.kappaBps);
    recordBase(round.lot, event.params.base);
  }
  if (round.state == 'VOIDED') {
    if (round.revealed > 0) {
      round.prize = event.params.charge;
      round.shares = round.totalWeight;
      round.winners = round.revealed;
    } else accrueToAuditFund(event.params.charge);
  }
  round.save();
  endRoundOf(getLot(event.params.lotId), round, event.block.timestamp);
}

/** Of a lot whose seal stayed closed nobody else says that its round is over. */
function endRoundOf(lot: Lot, round: Round, time: BigInt): void {
  if (lot.concluded) return;
  lot.reports = round.revealed;
  conclude(lot, 'SUSPENDED', time);
}

/* SCORE AND PAY */

export function handleReportScored(event: ReportScored): void {
  const report = getReport(event.params.lotId, event.params.experiencerId);
  const first = report.state == 'REVEALED';
  report.state = 'SCORED';
  setInt(report, 'accuracy', event.params.accuracy.toI32());
  setInt(report, 'quality', event.params.quality.toI32());
  setInt(report, 'bucket', bucketOf(event.params.quality.toI32()));
  report.nominated = event.params.nominated;
  report.powerEarned = report.powerEarned.plus(event.params.powerEarned);
  report.scoredAt = event.block.timestamp;
  report.save();
  // A second scoring brings more nominated fees, and nothing else.
  if (!first) return;
  const round = getRound(event.params.lotId);
  round.scored++;
  round.save();
  const experiencer = getExperiencer(event.params.experiencerId);
  experiencer.scored++;
  experiencer.qualitySum = experiencer.qualitySum.plus(event.params.quality);
  experiencer.accuracySum = experiencer.accuracySum.plus(event.params.accuracy);
  experiencer.meanQuality = experiencer.qualitySum.div(BigInt.fromI32(experiencer.scored)).toI32();
  experiencer.save();
}

/** In every round the pot is gone by then: taken, or put into the carry. The prize of a voided one is the charge and stays. */
export function handleRoundClosed(event: RoundClosed): void {
  const round = getRound(event.params.lotId);
  round.closed = true;
  round.closedAt = event.block.timestamp;
  if (!event.params.shares.isZero()) {
    round.prize = event.params.prize;
    setInt(round, 'winningBucket', event.params.winningBucket);
    round.winners = event.params.winners.toI32();
    round.shares = event.params.shares;
  }
  round.save();
  settleWinners(round);
  const lot = Lot.load(round.lot)!;
  lot.pot = ZERO;
  lot.save();
}

export function handleReportClaimed(event: ReportClaimed): void {
  const report = getReport(event.params.lotId, event.params.experiencerId);
  report.state = 'CLAIMED';
  report.bondReturned = event.params.bond;
  report.reward = event.params.reward;
  report.penalty = event.params.penalty;
  report.claimedAt = event.block.timestamp;
  report.save();
  const round = getRound(event.params.lotId);
  round.claimed++;
  round.paid = round.paid.plus(event.params.reward);
  round.save();
  const experiencer = getExperiencer(event.params.experiencerId);
  experiencer.bonded = experiencer.bonded.minus(report.bond);
  experiencer.rewards = experiencer.rewards.plus(event.params.reward);
  experiencer.penalties = experiencer.penalties.plus(event.params.penalty);
  experiencer.save();
  const epoch = epochAt(event.block.timestamp);
  epoch.rewards = epoch.rewards.plus(event.params.reward);
  epoch.penalties = epoch.penalties.plus(event.params.penalty);
  epoch.save();
  const protocol = getProtocol();
  protocol.rewards = protocol.rewards.plus(event.params.reward);
  protocol.save();
  // {handleReportSlashed} of the same transaction came before.
  accrueToAuditFund(event.params.penalty.minus(report.bounty));
}

export function handleLeftoverSwept(event: LeftoverSwept): void {
  const round = getRound(event.params.lotId);
  const before = round.leftoverSwept;
  round.leftoverSwept = before === null ? event.params.amount : event.params.amount.plus(before as BigInt);
  round.save();
  if (event.params.voided) accrueToAuditFund(event.params.amount);
}

export function handlePaymentCredited(event: PaymentCredited): void {
  const account = getAccount(event.params.account);
  account.evaluationsCredit = account.evaluationsCredit.plus(event.params.amount);
  account.save();
  newCreditMovement(event, account.id, 'REFUSED_PAYMENT', event.params.amount).save();
}

export function handleRefusedPaymentWithdrawn(event: CreditWithdrawn): void {
  const account = getAccount(event.params.account);
  account.evaluationsCredit = account.evaluationsCredit.minus(event.params.amount);
  account.save();
  newCreditMovement(event, account.id, 'WITHDRAWAL', event.params.amount).save();
}

export function handlePenaltiesCollected(event: AuditFundCollected): void {
  if (event.params.amount.isZero()) return;
  const protocol = getProtocol();
  protocol.evaluationsAuditFund = ZERO;
  protocol.save();
  recordFundPayment(event, 'AUDIT_FUND', event.params.to, event.params.amount, null);
}

/* GOVERNANCE */

export function handleBondMultipleSet(event: BondMultipleSet): void {
  const protocol = getProtocol();
  protocol.bondMultiple = event.params.current;
  protocol.save();
  recordSmallParameter(event, 0, 'bondMultiple', event.params.previous, event.params.current);
}

export function handleKappaSet(event: KappaSet): void {
  const protocol = getProtocol();
  protocol.kappaBps = event.params.currentBps;
  protocol.save();
  recordSmallParameter(event, 0, 'kappaBps', event.params.previousBps, event.params.currentBps);
}
