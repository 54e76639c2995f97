import { BigInt } from '@graphprotocol/graph-ts';
import { Lot, Round } from '../generated/schema';
import { getEpoch } from './epoch';
import { idOf } from './id';
import { getProtocol } from './protocol';

const ZERO = BigInt.zero();

/** The round of a lot that was offered before. */
export function getRound(lot: BigInt): Round {
  return Round.load(idOf(lot))!;
}

/** What Evaluations owes the audit fund grew. */
export function accrueToAuditFund(amount: BigInt): void {
  const protocol = getProtocol();
  protocol.evaluationsAuditFund = protocol.evaluationsAuditFund.plus(amount);
  protocol.save();
}

export function newRound(lot: Lot): Round {
  const closing = getEpoch(BigInt.fromI32(lot.closingEpoch));
  closing.save();
  const round = new Round(lot.id);
  round.lot = lot.id;
  round.commodity = lot.commodity;
  round.closingEpoch = closing.id;
  round.evaluations = lot.evaluations;
  round.state = 'OPEN';
  round.committed = 0;
  round.revealed = 0;
  round.scored = 0;
  round.claimed = 0;
  round.totalWeight = ZERO;
  round.effectiveReports = ZERO;
  round.charge = ZERO;
  round.closed = false;
  round.prize = ZERO;
  round.drawn = ZERO;
  round.paid = ZERO;
  round.winners = 0;
  round.shares = ZERO;
  round.disputed = false;
  round.bountyLeft = ZERO;
  round.slashedReports = 0;
  round.slashed = ZERO;
  round.bounty = ZERO;
  return round;
}
