import { BigInt } from '@graphprotocol/graph-ts';
import { ReportCommitted } from '../generated/Evaluations/Evaluations';
import { ClosingCommitments, Experiencer, Lot, Report, Round } from '../generated/schema';
import { getEpoch } from './epoch';
import { idOf, pairId } from './id';

const ZERO = BigInt.zero();
/** Qualities 4b − 3 … 4b make bucket b. */
const BUCKET_WIDTH = 4;

/** A report that was committed before. */
export function getReport(lot: BigInt, experiencer: BigInt): Report {
  return Report.load(pairId(idOf(lot), idOf(experiencer)))!;
}

export function newReport(event: ReportCommitted): Report {
  const lot = Lot.load(idOf(event.params.lotId))!;
  const experiencer = idOf(event.params.experiencerId);
  const report = new Report(pairId(lot.id, experiencer));
  report.lot = lot.id;
  report.round = lot.id;
  report.experiencer = experiencer;
  report.closingEpoch = lot.closingEpoch;
  report.state = 'COMMITTED';
  report.commitment = event.params.commitment;
  report.receiptDigest = event.params.receiptDigest;
  report.fee = event.params.fee;
  report.bond = event.params.bond;
  report.nominated = ZERO;
  report.powerEarned = ZERO;
  report.won = false;
  report.reward = ZERO;
  report.penalty = ZERO;
  report.bondReturned = ZERO;
  report.slashed = false;
  report.bounty = ZERO;
  report.committedAt = event.block.timestamp;
  report.commitTransaction = event.transaction.hash;
  return report;
}

/** Adds a new report to what its author has committed to the epoch it closes in. */
export function addCommitment(report: Report): void {
  const closing = getEpoch(BigInt.fromI32(report.closingEpoch));
  const id = pairId(report.experiencer, closing.id);
  let commitments = ClosingCommitments.load(id);
  if (commitments == null) {
    commitments = new ClosingCommitments(id);
    commitments.experiencer = report.experiencer;
    commitments.closingEpoch = closing.id;
    commitments.fees = ZERO;
    commitments.reports = 0;
  }
  commitments.fees = commitments.fees.plus(report.fee);
  commitments.reports++;
  commitments.save();
}

export function bucketOf(quality: i32): i32 {
  return quality == 0 ? 0 : (quality - 1) / BUCKET_WIDTH + 1;
}

/** Says of every report of a round that was just closed whether it won. */
export function settleWinners(round: Round): void {
  const lowest = round.winners > 0 && round.state == 'FINAL' ? round.winningBucket : i32.MAX_VALUE;
  const reports = round.reports.load();
  for (let i = 0; i < reports.length; i++) {
    const report = reports[i];
    report.won = report.bucket > 0 && report.bucket >= lowest;
    report.save();
    if (!report.won) continue;
    const experiencer = Experiencer.load(report.experiencer)!;
    experiencer.won++;
    experiencer.save();
  }
}
