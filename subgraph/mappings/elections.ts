import { allocate } from '../entities/allocation';
import { getCandidate } from '../entities/candidate';
import { electionFor, seatWinners } from '../entities/election';
import { recordAppointment } from '../entities/governance';
import { getProtocol } from '../entities/protocol';
import { nameTerm } from '../entities/seat-slash';
import { pagesOf, recordPage, recordSolution } from '../entities/solution';
import { countSeatSlash } from '../entities/validator-totals';
import { CourtAppointed, PageVerified, SeatSlashed, SolutionAccepted } from '../generated/Elections/Elections';

export function handlePageVerified(event: PageVerified): void {
  recordPage(event);
}

export function handleSolutionAccepted(event: SolutionAccepted): void {
  const election = electionFor(event);
  const pages = pagesOf(event);
  election.solutionCount++;
  election.best = recordSolution(event, election, pages).id;
  election.winners = event.params.score.winners;
  election.leastSupport = event.params.score.least;
  election.support = event.params.score.sum;
  election.squares = event.params.score.squares;
  election.voterRoot = event.params.voterRoot;
  election.weight = seatWinners(event, election);
  election.voterCount = allocate(election, pages);
  election.solvedAt = event.block.timestamp;
  election.save();
  const protocol = getProtocol();
  protocol.latestElection = election.id;
  protocol.save();
}

/** {handleSelfBondSlashed} of the same transaction came before. */
export function handleSeatSlashed(event: SeatSlashed): void {
  nameTerm(event, getCandidate(event.params.candidateId));
  countSeatSlash(event, event.params.taken);
}

export function handleCourtAppointed(event: CourtAppointed): void {
  recordAppointment(event, 0, 'court', event.params.court, event.params.appointed);
}
