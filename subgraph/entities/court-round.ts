import { BigInt, Bytes } from '@graphprotocol/graph-ts';
import { CourtDispute, CourtParameters, CourtRound, JurorSeat } from '../generated/schema';
import { bigEndian, idOf } from './id';

const ZERO = BigInt.zero();
/** Rounds have this index at most. */
const LAST_ROUND = 2;

export function roundId(dispute: Bytes, index: i32): Bytes {
  return dispute.concat(bigEndian(index, 1));
}

/** A round that was opened before. */
export function getCourtRound(dispute: BigInt, index: BigInt): CourtRound {
  return CourtRound.load(roundId(idOf(dispute), index.toI32()))!;
}

/** Seats that a full jury has: 3, 7, 15. */
export function jurySizeOf(index: i32): i32 {
  return (4 << index) - 1;
}

export function newCourtRound(dispute: CourtDispute, index: i32, payer: Bytes): CourtRound {
  const round = new CourtRound(roundId(dispute.id, index));
  round.dispute = dispute.id;
  round.index = index;
  round.stage = 'WAITING';
  round.payer = payer;
  round.jurySize = jurySizeOf(index);
  round.fees = feesOf(dispute, round.jurySize);
  round.size = 0;
  round.committed = 0;
  round.revealed = 0;
  round.votes = new Array<i32>(dispute.choices + 1).fill(0);
  round.ruling = 0;
  round.tied = true;
  round.settled = false;
  round.coins = ZERO;
  round.tokens = ZERO;
  return round;
}

/** What so many jurors of a dispute cost. */
export function feesOf(dispute: CourtDispute, jurors: i32): BigInt {
  return CourtParameters.load(dispute.parameters)!.feePerJuror.times(BigInt.fromI32(jurors));
}

/** What a seat of a jury can cost a juror in a dispute. */
export function lockOf(dispute: CourtDispute): BigInt {
  return CourtParameters.load(dispute.parameters)!.lockPerSeat;
}

/** When the windows of a round end, from the end of the one for commitments on. */
export function setWindows(round: CourtRound, commitEndsAt: BigInt, reveal: i32, appeal: i32): void {
  round.commitEndsAt = commitEndsAt;
  setRevealEnd(round, commitEndsAt.plus(BigInt.fromI32(reveal)), appeal);
}

/** The last round cannot be appealed. */
export function setRevealEnd(round: CourtRound, revealEndsAt: BigInt, appeal: i32): void {
  round.revealEndsAt = revealEndsAt;
  round.appealEndsAt = round.index < LAST_ROUND ? revealEndsAt.plus(BigInt.fromI32(appeal)) : revealEndsAt;
}

/** Counts a vote, and what the round says with it: the choice with more votes than each other, else 0. */
export function countVote(round: CourtRound, choice: i32): void {
  const votes = round.votes;
  votes[choice]++;
  round.votes = votes;
  round.revealed++;
  let most = 0;
  for (let i = 0; i < votes.length; i++) {
    if (votes[i] > most) {
      most = votes[i];
      round.ruling = i;
      round.tied = false;
    } else if (votes[i] == most && most > 0) round.tied = true;
  }
  if (round.tied) round.ruling = 0;
}

/** The jury in the order of its seats. */
export function juryOf(round: CourtRound): Array<JurorSeat> {
  const jury: JurorSeat[] = [];
  for (let i = 0; i < round.size; i++) jury.push(JurorSeat.load(roundId(round.id, i))!);
  return jury;
}
