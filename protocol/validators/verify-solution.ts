import type { Hex } from 'viem';
import { ProtocolError } from '../error.ts';
import { decodeVoters, EdgeReader } from './decode-solution.ts';
import type { EncodedSolution } from './encode-solution.ts';
import { isBetterOutcome, LAST_HOUR, lowersSupport, type Outcome, outcomeOf } from './outcome.ts';
import { type Seat, seatWeight } from './seats.ts';
import type { ElectionRules, FrozenVoter, Snapshot } from './snapshot.ts';
import { MAX_NOMINATIONS, MIN_WINNERS, type SolutionEdge } from './solution.ts';
import { type VoterScope, voterLeaf, voterRoot, voterScope } from './voter-tree.ts';

export interface Verified {
  readonly outcome: Outcome;
  readonly seats: readonly Seat[];
  readonly voterRoot: Hex;
}

/** Voters and edges of one transaction. */
export type SolutionPage = Pick<EncodedSolution, 'voters' | 'edges'>;

/**
 * Verifies a solution as the contract does, in the same order and with the same errors. Whether the election is open is not asked.
 *
 * @param pages one for `submit`, the pages of a draft otherwise
 * @param queued the best solution so far
 * @param left seconds until the term begins
 * @throws ProtocolError with the name and values of the contract's error
 */
export function verifySolution(
  snapshot: Snapshot,
  winners: readonly number[],
  pages: readonly SolutionPage[],
  scope: Omit<VoterScope, 'term'>,
  queued?: Outcome,
  left = Number.POSITIVE_INFINITY,
): Verified {
  checkWinners(winners, snapshot.rules);
  const reading = new Reading(snapshot, winners, voterScope({ ...scope, term: snapshot.term }));
  if (pages.length === 0) throw new ProtocolError('EmptyPage');
  const leaves = pages.map((page) => reading.readPage(page));
  for (const [i, support] of reading.backing.entries()) {
    if (support === 0n) throw new ProtocolError('WinnerWithoutSupport', { candidateId: winners[i] });
  }
  const outcome = outcomeOf(reading.backing);
  if (queued && !isBetterOutcome(outcome, queued)) throw new ProtocolError('SolutionNotBetter');
  if (queued && left <= LAST_HOUR && lowersSupport(outcome, queued)) {
    throw new ProtocolError('SupportLowered', { given: outcome.sum, queued: queued.sum });
  }
  const seats = winners.map((id, i) => seat(snapshot, id, reading.backing[i] as bigint));
  return { outcome, seats, voterRoot: voterRoot(leaves) };
}

function checkWinners(winners: readonly number[], { seats }: ElectionRules): void {
  if (winners.length < MIN_WINNERS || winners.length > seats) {
    throw new ProtocolError('WrongWinnerCount', { given: winners.length, least: MIN_WINNERS, most: seats });
  }
  for (const [i, candidateId] of winners.entries()) {
    const previous = winners[i - 1] ?? 0;
    if (candidateId <= previous) throw new ProtocolError('WinnersOutOfOrder', { previous, candidateId });
  }
}

function seat({ candidates, rules }: Snapshot, candidateId: number, support: bigint): Seat {
  const candidate = candidates.find(({ id }) => id === candidateId);
  if (!candidate) throw new ProtocolError('UnknownCandidate', { candidateId });
  const { running, bond, power, commissionBps } = candidate;
  if (!running) throw new ProtocolError('NotRunning', { candidateId });
  if (bond < rules.minSelfBond) {
    throw new ProtocolError('SelfBondTooLow', { candidateId, bond, required: rules.minSelfBond });
  }
  if (power < rules.minPower) {
    throw new ProtocolError('PowerTooLow', { candidateId, power, required: rules.minPower });
  }
  return { candidateId, commissionBps, support, weight: seatWeight(power, support) };
}

/** A solution while its voters are read. */
class Reading {
  readonly backing: bigint[];
  readonly #winners: readonly number[];
  readonly #voters: ReadonlyMap<number, FrozenVoter>;
  readonly #scope: Hex;
  #lastVoter = 0;

  constructor({ voters }: Snapshot, winners: readonly number[], scope: Hex) {
    this.backing = winners.map(() => 0n);
    this.#winners = winners;
    this.#voters = new Map(voters.map((voter) => [voter.id, voter]));
    this.#scope = scope;
  }

  /** @returns leaves */
  readPage({ voters, edges }: SolutionPage): Hex[] {
    const ids = decodeVoters(voters);
    if (ids.length === 0) throw new ProtocolError('EmptyPage');
    const reader = new EdgeReader(edges);
    const leaves = ids.map((voterId) => {
      if (voterId <= this.#lastVoter) {
        throw new ProtocolError('VotersOutOfOrder', { previous: this.#lastVoter, voterId });
      }
      this.#lastVoter = voterId;
      const voter = this.#voters.get(voterId);
      if (!voter) throw new ProtocolError('VoterNotListed', { voterId });
      return voterLeaf(this.#scope, { id: voterId, edges: this.#readEdges(voter, reader) });
    });
    reader.end();
    return leaves;
  }

  #readEdges({ id: voterId, stake, targets }: FrozenVoter, reader: EdgeReader): SolutionEdge[] {
    let nextLane = 0;
    let left = stake;
    return reader.next(voterId).map(({ lane, winner, amount = left }) => {
      if (lane < nextLane || lane >= MAX_NOMINATIONS) throw new ProtocolError('LanesOutOfOrder', { voterId, lane });
      nextLane = lane + 1;
      const [nominated, backed] = [targets[lane] ?? 0, this.#winners[winner] ?? 0];
      if (nominated !== backed || backed === 0) {
        throw new ProtocolError('EdgeNotNominated', { voterId, lane, nominated, winner: backed });
      }
      if (amount === 0n) throw new ProtocolError('EmptyEdge', { voterId, lane });
      if (amount > left) throw new ProtocolError('StakeExceeded', { voterId, amount, left });
      left -= amount;
      this.backing[winner] = (this.backing[winner] as bigint) + amount;
      return { lane, winner, amount };
    });
  }
}
