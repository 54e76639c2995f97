import { expect } from 'chai';
import fc from 'fast-check';
import { checkPjr, standardThreshold } from '../../../protocol/election/pjr.ts';
import { ProtocolError } from '../../../protocol/error.ts';
import { decodeSolution } from '../../../protocol/validators/decode-solution.ts';
import { encodeSolution } from '../../../protocol/validators/encode-solution.ts';
import { isBetterOutcome, outcomeOf } from '../../../protocol/validators/outcome.ts';
import { pageSolution } from '../../../protocol/validators/page-solution.ts';
import { isEligible, type Snapshot } from '../../../protocol/validators/snapshot.ts';
import type { ElectionSolution } from '../../../protocol/validators/solution.ts';
import { solveElection } from '../../../protocol/validators/solve-election.ts';
import { verifySolution } from '../../../protocol/validators/verify-solution.ts';
import { expectError } from '../expect-error.ts';
import { snapshots } from './elections.ts';

const scope = { chainId: 31337, elections: '0x00000000000000000000000000000000000000e1' } as const;

function trySolve(snapshot: Snapshot): ElectionSolution | null {
  try {
    return solveElection(snapshot);
  } catch (error) {
    if (error instanceof ProtocolError && error.code === 'WrongWinnerCount') return null;
    throw error;
  }
}

describe('solutions of elections', () => {
  it('are verified as they are solved, whole and in pages', () => {
    fc.assert(
      fc.property(snapshots(), fc.integer({ min: 1, max: 40 }), (snapshot, edgesPerPage) => {
        const solution = trySolve(snapshot);
        if (!solution) return;
        const whole = verifySolution(snapshot, solution.winners, [encodeSolution(solution)], scope);
        const pages = pageSolution(solution, Math.max(16, edgesPerPage)).map(encodeSolution);
        const paged = verifySolution(snapshot, solution.winners, pages, scope);
        expect(paged.outcome).to.deep.equal(whole.outcome);
        expect(paged.seats).to.deep.equal(whole.seats);
        if (pages.length === 1) expect(paged.voterRoot).to.equal(whole.voterRoot);
      }),
      { numRuns: 300 },
    );
  });

  it('use whole stakes and elect as many as they can', () => {
    fc.assert(
      fc.property(snapshots(), (snapshot) => {
        const { rules, candidates, voters } = snapshot;
        const eligible = candidates.filter((one) => isEligible(one, rules)).map(({ id }) => id);
        const backed = eligible.filter((id) => voters.some(({ targets }) => targets.includes(id)));
        const solution = trySolve(snapshot);
        if (!solution) return;
        expect(solution.winners.length).to.be.at.most(Math.min(rules.seats, backed.length));
        for (const { id, edges } of solution.voters) {
          const stake = voters.find((voter) => voter.id === id)?.stake;
          expect(edges.reduce((sum, { amount }) => sum + amount, 0n)).to.equal(stake);
        }
        const total = solution.voters.flatMap(({ edges }) => edges);
        expect(total.every(({ amount }) => amount > 0n)).to.equal(true);
      }),
    );
  });

  it('represent everybody', () => {
    fc.assert(
      fc.property(snapshots(), (snapshot) => {
        const solution = trySolve(snapshot);
        if (!solution) return;
        const { rules, candidates, voters } = snapshot;
        const eligible = candidates.filter((one) => isEligible(one, rules)).map(({ id }) => id);
        const edges = solution.voters.flatMap(({ id, edges: own }) =>
          own.map(({ winner, amount }) => ({ voter: id, target: solution.winners[winner] as number, weight: amount })),
        );
        const winners = solution.winners.map((id) => {
          const own = edges.filter(({ target }) => target === id);
          return { id, support: own.reduce((sum, { weight }) => sum + weight, 0n) };
        });
        // Rounding may cost a voter a unit for each of its edges.
        const threshold = standardThreshold(winners.length, voters) + BigInt(edges.length);
        expect(checkPjr({ winners, edges }, eligible, voters, threshold).ok).to.equal(true);
      }),
    );
  });

  it('come out of their bytes as they went in', () => {
    fc.assert(
      fc.property(snapshots(), (snapshot) => {
        const solution = trySolve(snapshot);
        if (!solution) return;
        const stakes = solution.voters.map(({ id }) => snapshot.voters.find((voter) => voter.id === id)?.stake ?? 0n);
        expect(decodeSolution(encodeSolution(solution), stakes)).to.deep.equal(solution);
      }),
    );
  });

  it('have bytes that are whole', () => {
    const bytes = { winners: [1, 2, 3], voters: '0x00000001', edges: '0x010000' } as const;
    expectError('BadVoterIds', () => decodeSolution({ ...bytes, voters: '0x0001' }, [1n]));
    expectError('BadEdgeCount', () => decodeSolution({ ...bytes, edges: '0x' }, [1n]));
    expectError('BadEdgeCount', () => decodeSolution({ ...bytes, edges: '0x11' }, [1n]));
    expectError('BadEdgesLength', () => decodeSolution({ ...bytes, edges: '0x0100' }, [1n]));
    expectError('BadEdgesLength', () => decodeSolution({ ...bytes, edges: '0x01000000' }, [1n]));
  });

  it('are too few for a jury below three winners', () => {
    const voters = [{ id: 1, stake: 5n, targets: [1, 2] }];
    const one = { running: true, commissionBps: 0, bond: 10n, power: 1n };
    const candidates = [1, 2].map((id) => ({ id, ...one }));
    const rules = { seats: 3, minSelfBond: 1n, minPower: 1n };
    const error = expectError('WrongWinnerCount', () => solveElection({ term: 1, rules, voters, candidates }));
    expect(error.values).to.deep.equal({ given: 2, least: 3, most: 3 });
  });

  it('fit 64 pages or do not', () => {
    const voters = Array.from({ length: 65 }, (_, i) => ({ id: i + 1, edges: [{ lane: 0, winner: 0, amount: 1n }] }));
    const solution = { winners: [1, 2, 3], voters };
    expect(pageSolution(solution, 2)).to.have.length(33);
    expectError('TooManyPages', () => pageSolution(solution, 1));
  });
});

describe('scores of solutions', () => {
  it('count winners, then the least, then the sum, then the squares', () => {
    const better = (a: bigint[], b: bigint[]) => isBetterOutcome(outcomeOf(a), outcomeOf(b));
    const ordered: [bigint[], bigint[]][] = [
      [
        [1n, 1n, 1n, 1n],
        [9n, 9n, 9n],
      ],
      [
        [2n, 2n, 2n],
        [1n, 9n, 9n],
      ],
      [
        [2n, 3n, 4n],
        [2n, 3n, 3n],
      ],
      [
        [2n, 4n, 4n],
        [2n, 3n, 5n],
      ],
    ];
    for (const [a, b] of ordered) {
      expect(better(a, b)).to.equal(true);
      expect(better(b, a)).to.equal(false);
      expect(better(a, a)).to.equal(false);
    }
  });
});
