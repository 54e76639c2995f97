import { BigInt, Bytes } from '@graphprotocol/graph-ts';
import { SolutionAccepted } from '../generated/Elections/Elections';
import { Election, Seat, TermSlash } from '../generated/schema';
import { candidateId } from './candidate';
import { bigEndian, idOf, pairId } from './id';
import { freezeOf, startOf } from './term';

/** Id of a seat: of what an election seated or, below a term, of what it earned then. */
export function seatId(parent: Bytes, index: i32): Bytes {
  return parent.concat(bigEndian(index, 1));
}

/** The election for a term; a new one has no solution yet. */
export function electionFor(event: SolutionAccepted): Election {
  const id = idOf(event.params.term);
  const known = Election.load(id);
  if (known != null) return known;
  const election = new Election(id);
  election.term = event.params.term.toI32();
  election.freezesAt = freezeOf(election.term);
  election.endsAt = startOf(election.term);
  election.solutionCount = 0;
  election.firstSolvedAt = event.block.timestamp;
  return election;
}

/** Seats the winners of a solution; there are never fewer than in the one before. Gives the sum of their weights. */
export function seatWinners(event: SolutionAccepted, election: Election): BigInt {
  const given = event.params.seats;
  let sum = BigInt.zero();
  for (let i = 0; i < given.length; i++) {
    const seat = new Seat(seatId(election.id, i));
    seat.election = election.id;
    seat.term = election.term;
    seat.index = i;
    seat.candidate = candidateId(given[i].candidateId);
    seat.commissionBps = given[i].commissionBps;
    seat.support = given[i].support;
    seat.weight = event.params.weights[i];
    seat.save();
    sum = sum.plus(seat.weight);
  }
  return sum;
}

/** What judgments took from a candidate in a term; null: nothing. */
export function slashesIn(term: Bytes, candidate: Bytes): TermSlash | null {
  return TermSlash.load(pairId(term, candidate));
}
