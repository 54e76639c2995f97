import { BigInt } from '@graphprotocol/graph-ts';
import { Candidate, CourtRound, JurorSeat } from '../generated/schema';
import { getCandidate } from './candidate';
import { getCourtRound, roundId } from './court-round';

/** A seat that was drawn before. */
export function getJurorSeat(dispute: BigInt, round: BigInt, seat: BigInt): JurorSeat {
  return JurorSeat.load(roundId(getCourtRound(dispute, round).id, seat.toI32()))!;
}

/**
 * A seat that a candidate was drawn for.
 *
 * @param lock CTT that it can cost him
 */
export function recordJuror(round: CourtRound, seat: i32, candidateNumber: i32, lock: BigInt, time: BigInt): void {
  const candidate = getCandidate(candidateNumber);
  candidate.juryDutyCount++;
  candidate.openJuryDuties++;
  candidate.locked = candidate.locked.plus(lock);
  candidate.save();
  const juror = new JurorSeat(roundId(round.id, seat));
  juror.round = round.id;
  juror.dispute = round.dispute;
  juror.seat = seat;
  juror.candidate = candidate.id;
  juror.account = candidate.account;
  juror.state = 'DRAWN';
  juror.coherence = 'OPEN';
  juror.lock = lock;
  juror.penalty = BigInt.zero();
  juror.coins = BigInt.zero();
  juror.tokens = BigInt.zero();
  juror.drawnAt = time;
  juror.save();
}

/** The juror's round is settled: his seat can cost him nothing more. */
export function releaseJuror(juror: JurorSeat): void {
  const candidate = Candidate.load(juror.candidate)!;
  candidate.openJuryDuties--;
  candidate.locked = candidate.locked.minus(juror.lock);
  candidate.save();
}
