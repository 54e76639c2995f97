import { Address, BigInt, Bytes } from '@graphprotocol/graph-ts';
import { CaseOpened } from '../generated/Disputes/Disputes';
import { Case, Challenge, Lot, Round } from '../generated/schema';
import { accountId } from './account';
import { DISPUTE_KINDS, GROUNDS } from './enums';
import { idOf } from './id';
import { getProtocol } from './protocol';

const ZERO = BigInt.zero();

/** A case that was opened before. */
export function getCase(number: BigInt): Case {
  return Case.load(idOf(number))!;
}

/** A case of one of our rounds, lots or models, without challenges. */
export function newCase(event: CaseOpened): Case {
  const given = event.params;
  const one = new Case(idOf(given.caseId));
  one.number = given.caseId.toI32();
  one.kind = DISPUTE_KINDS[given.kind];
  one.state = 'COLLECTING';
  one.ground = GROUNDS[given.ground];
  if (one.kind == 'MODEL') one.model = idOf(given.subject);
  else setLot(one, Lot.load(idOf(given.subject))!);
  if (given.producer.notEqual(Address.zero())) one.producer = accountId(given.producer);
  one.expert = accountId(given.expert);
  one.arbitrator = given.arbitrator;
  one.cost = ZERO;
  one.challengeCount = 0;
  one.standing = [];
  one.evidenceCount = 0;
  one.deadline = given.deadline;
  one.lapsed = false;
  one.moot = false;
  one.charged = ZERO;
  one.bounty = ZERO;
  one.slashedReportCount = 0;
  one.slashed = ZERO;
  one.openedAt = event.block.timestamp;
  one.blockNumber = event.block.number;
  one.transactionHash = event.transaction.hash;
  return one;
}

function setLot(one: Case, lot: Lot): void {
  one.lot = lot.id;
  one.commodity = lot.commodity;
  if (one.kind != 'EVALUATION') return;
  const round = Round.load(lot.id)!;
  round.case_ = one.id;
  round.save();
  one.round = round.id;
}

/**
 * Seconds after which a case lapses. No event says it: the first deadline of a case about a round counts from the end of its closing epoch,
 * of others from the opening.
 */
export function lapseAfter(one: Case): BigInt {
  const round = one.round;
  if (round === null) return one.deadline.minus(one.openedAt);
  const closing = Lot.load(round as Bytes)!.closingEpoch;
  const protocol = getProtocol();
  const length = protocol.epochLength as BigInt;
  const end = (protocol.genesis as BigInt).plus(length.times(BigInt.fromI32(closing + 1)));
  return one.deadline.minus(end);
}

/** Ends the challenges that stand: choice 2 + i was right and the others wrong, all were wrong (1), or nobody was (0). */
export function settleChallenges(one: Case, ruling: i32, time: BigInt): void {
  const standing = one.standing;
  for (let i = 0; i < standing.length; i++) {
    const challenge = Challenge.load(standing[i])!;
    if (ruling == 0) challenge.state = 'RETURNED';
    else challenge.state = ruling == i + 2 ? 'WON' : 'LOST';
    if (challenge.state == 'WON') one.winner = challenge.id;
    challenge.settledAt = time;
    challenge.save();
  }
}
