import { BigInt } from '@graphprotocol/graph-ts';
import { CourtRound, JurorSeat } from '../generated/schema';
import { getCandidate } from './candidate';
import { getCourtRound, roundId } from './court-round';

/** A seat that was drawn before. */
export function getJurorSeat(dispute: BigInt, round: BigInt, seat: BigInt): JurorSeat {
  return JurorSeat.load(roundId(getCourtRound(dispute, round).id, seat.toI32()))!;
}

/** A seat that a candidate was drawn for. */
export function recordJuror(round: CourtRound, seat: i32, candidateNumber: i32, time: BigInt): void {
  const candidate = getCandidate(candidateNumber);
  candidate.juryDutyCount++;
  candidate.save();
  const juror = new JurorSeat(roundId(round.id, seat));
  juror.round = round.id;
  juror.dispute = round.dispute;
  juror.seat = seat;
  juror.candidate = candidate.id;
  juror.account = candidate.account;
  juror.state = 'DRAWN';
  juror.coherence = 'OPEN';
  juror.penalty = BigInt.zero();
  juror.coins = BigInt.zero();
  juror.tokens = BigInt.zero();
  juror.drawnAt = time;
  juror.save();
}
