import { BigInt, Bytes } from '@graphprotocol/graph-ts';
import { DisputeCreation } from '../generated/Court/Court';
import { CourtDispute, CourtRound } from '../generated/schema';
import { courtOf } from './court';
import { newCourtRound, roundId } from './court-round';
import { idOf } from './id';

/** A dispute that was created before. */
export function getCourtDispute(number: BigInt): CourtDispute {
  return CourtDispute.load(idOf(number))!;
}

/** A dispute without choices; {handleDisputeOpened} of the same transaction follows. */
export function newCourtDispute(event: DisputeCreation): CourtDispute {
  const dispute = new CourtDispute(idOf(event.params._disputeID));
  dispute.number = event.params._disputeID.toI32();
  dispute.arbitrable = event.params._arbitrable;
  dispute.choices = 0;
  dispute.parameters = courtOf(event).parameters!;
  dispute.namesConflicts = false;
  dispute.openedAt = event.block.timestamp;
  dispute.evidenceEndsAt = event.block.timestamp;
  dispute.latestRound = roundId(dispute.id, 0);
  dispute.roundCount = 0;
  dispute.currentRuling = 0;
  dispute.executed = false;
  dispute.settledRounds = 0;
  dispute.blockNumber = event.block.number;
  dispute.transactionHash = event.transaction.hash;
  return dispute;
}

/** Opens the next round of a dispute, which the caller saves. */
export function openRound(dispute: CourtDispute, payer: Bytes): CourtRound {
  const round = newCourtRound(dispute, dispute.roundCount, payer);
  round.save();
  dispute.latestRound = round.id;
  dispute.roundCount++;
  updateRuling(dispute, round);
  return round;
}

/** What the votes say so far: those of the latest round, or of the one before where nobody could judge. */
export function updateRuling(dispute: CourtDispute, latest: CourtRound): void {
  if (latest.stage != 'VOID' || latest.index == 0) dispute.currentRuling = latest.ruling;
  else dispute.currentRuling = CourtRound.load(roundId(dispute.id, latest.index - 1))!.ruling;
}
