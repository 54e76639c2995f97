import { expect } from 'chai';
import { concatHex, type Hex, keccak256 } from 'viem';
import { encodeSolution } from '../../../protocol/validators/encode-solution.ts';
import { pageSolution } from '../../../protocol/validators/page-solution.ts';
import { edgeWord, voterLeaf, voterRoot, voterScope } from '../../../protocol/validators/voter-tree.ts';
import { openRewards } from '../../../web/features/validators/rewards/use-rewards.ts';
import {
  type IndexedPage,
  RootMismatchError,
  voterClaim,
} from '../../../web/features/validators/rewards/voter-claim.ts';

const scope = { chainId: 31_337, elections: `0x${'e1'.repeat(20)}`, term: 3 } as const;
const voters = Array.from({ length: 11 }, (_, i) => ({
  id: 3 * i + 1,
  edges: [
    { lane: 0, winner: i % 3, amount: BigInt(10 + i) },
    { lane: 2, winner: 3, amount: BigInt(100 + i) },
  ],
}));

/** As the index has the pages of a solution, in no order. */
function indexed(edgesPerPage: number): { pages: IndexedPage[]; root: Hex } {
  const pages = pageSolution({ winners: [4, 5, 8, 9], voters }, edgesPerPage);
  const tag = voterScope(scope);
  return {
    pages: pages
      .map((page, number) => ({
        ...encodeSolution(page),
        page: number,
        stakes: page.voters.map(({ edges }) => String(edges.reduce((sum, { amount }) => sum + amount, 0n))),
      }))
      .reverse(),
    root: voterRoot(pages.map((page) => page.voters.map((voter) => voterLeaf(tag, voter)))),
  };
}

/** As the contract climbs: nodes hash their sorted children. */
function climb(leaf: Hex, proof: readonly Hex[]): Hex {
  return proof.reduce(
    (node, sibling) => keccak256(concatHex(node < sibling ? [node, sibling] : [sibling, node])),
    leaf,
  );
}

describe('the proof of a voter’s reward', () => {
  for (const edgesPerPage of [1_000, 6, 2]) {
    it(`leads every voter to the root, pages of ${edgesPerPage} edges`, () => {
      const { pages, root } = indexed(edgesPerPage);
      for (const voter of voters) {
        const claim = voterClaim({ term: 5, voterId: voter.id, pages, root, scope });
        expect(claim?.term).to.equal(5);
        expect(claim?.edges).to.deep.equal(voter.edges.map(edgeWord));
        expect(climb(voterLeaf(voterScope(scope), voter), claim?.proof ?? [])).to.equal(root);
      }
    });
  }

  it('is none for who stands behind no seat', () => {
    const { pages, root } = indexed(6);
    expect(voterClaim({ term: 5, voterId: 2, pages, root, scope })).to.equal(null);
  });

  it('is not made of pages that are not those of the root on chain', () => {
    const { pages, root } = indexed(6);
    const [first, ...rest] = pages as [IndexedPage, ...IndexedPage[]];
    const changed = { ...first, stakes: first.stakes.map((stake) => String(BigInt(stake) + 1n)) };
    expect(() => voterClaim({ term: 5, voterId: 1, pages: [changed, ...rest], root, scope })).to.throw(
      RootMismatchError,
    );
    expect(() => voterClaim({ term: 5, voterId: 1, pages, root, scope: { ...scope, term: 4 } })).to.throw(
      RootMismatchError,
    );
  });
});

describe('what a voter is owed', () => {
  const seat = (index: number, support: string) => ({
    index,
    commissionBps: 1_000,
    support,
    weight: '1',
    candidate: { number: index + 1 },
  });
  const closed = [5, 6].map((term) => ({
    term,
    election: { term: 4, seats: [seat(0, '100'), seat(1, '50')] },
    seats: [
      { index: 0, reward: '1000' },
      { index: 1, reward: '500' },
    ],
  }));
  const allocation = (term: number, index: number, amount: string) => ({ index, amount, election: { term } });
  const voter = (claims: number[], amounts: [string, string]) =>
    ({
      claims: claims.map((term) => ({ term, amount: '1' })),
      allocations: [allocation(4, 0, amounts[0]), allocation(4, 1, amounts[1]), allocation(3, 0, '77')],
    }) as unknown as Parameters<typeof openRewards>[0];

  it('is his part of each seat after its commission, by term that is not claimed', () => {
    // 900 · 10 / 100 + 450 · 5 / 50
    expect(openRewards(voter([6], ['10', '5']), closed)).to.deep.equal([{ term: 5, elected: 4, amount: 135n }]);
    expect(openRewards(voter([], ['10', '5']), closed).map(({ term }) => term)).to.deep.equal([5, 6]);
    expect(openRewards(voter([5, 6], ['10', '5']), closed)).to.deep.equal([]);
  });

  it('is nothing where it rounds down to nothing', () => {
    expect(openRewards(voter([], ['0', '0']), closed)).to.deep.equal([]);
  });
});
