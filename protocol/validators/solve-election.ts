import type { Balancing } from '../election/balance.ts';
import { phragmen } from '../election/phragmen.ts';
import { ProtocolError } from '../error.ts';
import { type FrozenVoter, isEligible, type Snapshot } from './snapshot.ts';
import { type ElectionSolution, MIN_WINNERS, type SolutionVoter } from './solution.ts';

/** Rounds after which upstream stops, too. */
const BALANCING: Balancing = { iterations: 10, tolerance: 0n };

/**
 * Solves an election by Phragmén's sequential method with balancing. Winners and voters are in the order of their ids; a voter
 * who backs no winner is left out.
 *
 * @throws ProtocolError `WrongWinnerCount` when fewer than three eligible candidates have any support: the old set stays then.
 */
export function solveElection(snapshot: Snapshot, balancing: Balancing = BALANCING): ElectionSolution {
  const { rules, candidates, voters } = snapshot;
  const eligible = candidates.filter((candidate) => isEligible(candidate, rules)).map(({ id }) => id);
  const found = phragmen(rules.seats, eligible, voters, balancing);
  const winners = found.winners.map(({ id }) => id).sort((a, b) => a - b);
  if (winners.length < MIN_WINNERS) {
    throw new ProtocolError('WrongWinnerCount', { given: winners.length, least: MIN_WINNERS, most: rules.seats });
  }
  const amounts = new Map(found.edges.map(({ voter, target, weight }) => [`${voter}/${target}`, weight]));
  const places = new Map(winners.map((id, place) => [id, place]));
  const split = voters.toSorted((a, b) => a.id - b.id).map((voter) => splitStake(voter, amounts, places));
  return { winners, voters: split.filter(({ edges }) => edges.length > 0) };
}

function splitStake(
  { id, targets }: FrozenVoter,
  amounts: ReadonlyMap<string, bigint>,
  places: ReadonlyMap<number, number>,
): SolutionVoter {
  const edges = targets.flatMap((target, lane) => {
    const [amount, winner] = [amounts.get(`${id}/${target}`), places.get(target)];
    return amount === undefined || winner === undefined ? [] : { lane, winner, amount };
  });
  return { id, edges };
}
