import { Appealed } from '../generated/Court/Court';
import { Appeal, CourtRound } from '../generated/schema';
import { roundId } from './court-round';

/** The appeal that led to `round`. */
export function newAppeal(event: Appealed, round: CourtRound, appealedRuling: i32): Appeal {
  const appeal = new Appeal(round.id);
  appeal.dispute = round.dispute;
  appeal.round = round.id;
  appeal.appealed = roundId(round.dispute, round.index - 1);
  appeal.appealedRuling = appealedRuling;
  appeal.payer = round.payer;
  appeal.fees = event.params.fees;
  appeal.bond = event.params.bond;
  appeal.outcome = 'OPEN';
  appeal.timestamp = event.block.timestamp;
  appeal.blockNumber = event.block.number;
  appeal.transactionHash = event.transaction.hash;
  return appeal;
}

/** Says who got the bond of the appeal that led to a round, if one did. */
export function decideBond(round: CourtRound, outcome: string): void {
  const appeal = Appeal.load(round.id);
  if (appeal == null) return;
  appeal.outcome = outcome;
  appeal.save();
}
