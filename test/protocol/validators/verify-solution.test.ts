import { expect } from 'chai';
import type { Hex } from 'viem';
import type { ProtocolErrorCode } from '../../../protocol/error.ts';
import { encodeSolution } from '../../../protocol/validators/encode-solution.ts';
import { LAST_HOUR, replacesOutcome } from '../../../protocol/validators/outcome.ts';
import type { Snapshot } from '../../../protocol/validators/snapshot.ts';
import type { ElectionSolution } from '../../../protocol/validators/solution.ts';
import { verifySolution } from '../../../protocol/validators/verify-solution.ts';
import { expectError } from '../expect-error.ts';

const scope = { chainId: 31337, elections: '0x00000000000000000000000000000000000000e1' } as const;
const candidate = { running: true, commissionBps: 500, bond: 100n, power: 400n };
const snapshot: Snapshot = {
  term: 1,
  rules: { seats: 3, minSelfBond: 100n, minPower: 10n },
  candidates: [1, 2, 3, 4].map((id) => ({ id, ...candidate })),
  voters: [
    { id: 1, stake: 100n, targets: [1, 2] },
    { id: 2, stake: 200n, targets: [2, 3] },
    { id: 3, stake: 300n, targets: [1, 3, 4] },
  ],
};
const winners = [1, 2, 3];
const good: ElectionSolution = {
  winners,
  voters: [
    { id: 1, edges: [{ lane: 0, winner: 0, amount: 100n }] },
    { id: 2, edges: [{ lane: 0, winner: 1, amount: 200n }] },
    {
      id: 3,
      edges: [
        { lane: 0, winner: 0, amount: 120n },
        { lane: 1, winner: 2, amount: 180n },
      ],
    },
  ],
};
const { voters, edges } = encodeSolution(good);
const verify = (page: { voters?: Hex; edges?: Hex } = {}, ids: readonly number[] = winners, of: Snapshot = snapshot) =>
  verifySolution(of, ids, [{ voters, edges, ...page }], scope);

describe('verification of a solution', () => {
  it('gives score and seats', () => {
    const { outcome, seats } = verify();
    expect(outcome).to.deep.equal({
      winners: 3,
      least: 180n,
      sum: 600n,
      squares: 220n ** 2n + 200n ** 2n + 180n ** 2n,
    });
    expect(seats.map(({ support }) => support)).to.deep.equal([220n, 200n, 180n]);
    // ⌊√(400 · 220)⌋ and so on.
    expect(seats.map(({ weight }) => weight)).to.deep.equal([296n, 282n, 268n]);
    expect(() =>
      verifySolution(snapshot, winners, [{ voters, edges }], scope, { ...outcome, least: 179n }),
    ).not.to.throw();
    expectError('SolutionNotBetter', () => verifySolution(snapshot, winners, [{ voters, edges }], scope, outcome));
  });

  it('keeps the support in all in the last hour', () => {
    const { outcome } = verify();
    const queued = { ...outcome, least: outcome.least - 1n, sum: outcome.sum + 1n };
    const verifyWith = (left: number, than = queued) =>
      verifySolution(snapshot, winners, [{ voters, edges }], scope, than, left);
    expect(() => verifyWith(LAST_HOUR + 1)).not.to.throw();
    expectError('SupportLowered', () => verifyWith(LAST_HOUR));
    expect(() => verifyWith(1, { ...queued, sum: outcome.sum })).not.to.throw();
    expect(() => verifyWith(1, { ...queued, winners: 2 })).not.to.throw();
    expect(replacesOutcome(outcome, queued, LAST_HOUR + 1)).to.equal(true);
    expect(replacesOutcome(outcome, queued, LAST_HOUR)).to.equal(false);
    expect(replacesOutcome(outcome, outcome, LAST_HOUR + 1)).to.equal(false);
  });

  const faults: [name: string, code: ProtocolErrorCode, action: () => unknown][] = [
    ['too few winners', 'WrongWinnerCount', () => verify({}, [1, 2])],
    ['too many winners', 'WrongWinnerCount', () => verify({}, [1, 2, 3, 4])],
    ['winners out of order', 'WinnersOutOfOrder', () => verify({}, [1, 3, 2])],
    ['no page', 'EmptyPage', () => verifySolution(snapshot, winners, [], scope)],
    ['a page without voters', 'EmptyPage', () => verify({ voters: '0x' })],
    ['half an id', 'BadVoterIds', () => verify({ voters: '0x000001' })],
    ['a voter twice', 'VotersOutOfOrder', () => verify({ voters: '0x000000010000000100000003' })],
    ['voter 0', 'VotersOutOfOrder', () => verify({ voters: '0x000000000000000100000003' })],
    ['an unknown voter', 'VoterNotListed', () => verify({ voters: '0x000000010000000200000009' })],
    ['no edges', 'BadEdgeCount', () => verify({ edges: '0x00' })],
    ['surplus edges', 'BadEdgesLength', () => verify({ edges: `${edges}00` })],
    ['a lane twice', 'LanesOutOfOrder', () => verify({ edges: '0x020000000000000000000000000001000001000101010102' })],
    ['a wrong edge', 'EdgeNotNominated', () => verify({ edges: '0x010002010001010102' })],
    ['no such winner', 'EdgeNotNominated', () => verify({ edges: '0x010003010001010102' })],
    ['nobody in the lane', 'EdgeNotNominated', () => verify({ edges: '0x010203010001010102' })],
    ['an empty edge', 'EmptyEdge', () => verify(split(0n))],
    ['nothing left for the last edge', 'EmptyEdge', () => verify(split(300n))],
    ['more than the stake', 'StakeExceeded', () => verify(split(301n))],
    ['a winner without support', 'WinnerWithoutSupport', () => verify({ edges: '0x010000010001010000' })],
    ['an unknown winner', 'UnknownCandidate', () => verify({}, winners, changed({ id: 9 }))],
    ['a winner who has stood down', 'NotRunning', () => verify({}, winners, changed({ running: false }))],
    ['a self-bond below the minimum', 'SelfBondTooLow', () => verify({}, winners, changed({ bond: 99n }))],
    ['power below the minimum', 'PowerTooLow', () => verify({}, winners, changed({ power: 9n }))],
  ];
  for (const [name, code, action] of faults) {
    it(`finds ${name}`, () => {
      expectError(code, action);
    });
  }

  function split(amount: bigint) {
    const last = { id: 3, edges: [{ lane: 0, winner: 0, amount }, ...(good.voters[2]?.edges.slice(1) ?? [])] };
    return { edges: encodeSolution({ winners, voters: [...good.voters.slice(0, 2), last] }).edges };
  }

  function changed(change: Partial<Snapshot['candidates'][number]>): Snapshot {
    return { ...snapshot, candidates: snapshot.candidates.map((one) => (one.id === 3 ? { ...one, ...change } : one)) };
  }
});
