import { expect } from 'chai';
import fc from 'fast-check';
import { concatHex, type Hex, keccak256, numberToHex, zeroHash } from 'viem';
import { absenceArgument } from '../../../protocol/platforms/absence-argument.ts';
import { type Leaf, leafOfLot, leafOfNominee, leafOfRecommender } from '../../../protocol/platforms/leaf.ts';
import { leafIdOf } from '../../../protocol/platforms/leaf-id-of.ts';
import { proveAbsence } from '../../../protocol/platforms/prove-absence.ts';
import { verifyAbsence } from '../../../protocol/platforms/verify-absence.ts';
import { buildStatementTrees, type StatementTrees } from '../../../protocol/settlement/build-statement-trees.ts';
import { branchLeafHash } from '../../../protocol/settlement/leaf-hash.ts';
import { proveLot } from '../../../protocol/settlement/prove-lot.ts';
import { proveNominee } from '../../../protocol/settlement/prove-nominee.ts';
import { proveRecommender } from '../../../protocol/settlement/prove-recommender.ts';
import type { Receipt } from '../../../protocol/settlement/receipt.ts';
import { uint32 } from '../arbitraries.ts';
import { expectError } from '../expect-error.ts';
import { receiptNumber, receiptsArbitrary, scope } from '../settlement/receipts.ts';

const word = (value: number): Hex => numberToHex(value, { size: 32 });

describe('ids of leaves', () => {
  it('hash five words', () => {
    fc.assert(
      fc.property(uint32, uint32, uint32, uint32, (platformId, epoch, one, other) => {
        const own = { platformId, epoch };
        const id = (...words: number[]) => keccak256(concatHex([platformId, epoch, ...words].map(word)));
        expect(leafIdOf(leafOfLot(own, one))).to.equal(id(0, one, 0));
        expect(leafIdOf(leafOfNominee(own, one, other))).to.equal(id(1, one, other));
        expect(leafIdOf(leafOfRecommender(own, other))).to.equal(id(2, 0, other));
      }),
    );
  });
});

describe('proofs of absence', () => {
  const receipts = [0, 1, 2, 3, 4].map((n) =>
    receiptNumber(n, {
      lotId: [0, 5, 9][n % 3] as number,
      nomineeId: [0, 6, 7][n % 3] as number,
      recommenderId: [0, 3][n % 2] as number,
    }),
  );
  let trees: StatementTrees;
  before(async () => {
    trees = await buildStatementTrees(receipts, scope);
  });

  const lotLeaf = (from: StatementTrees, lotId: number) => branchLeafHash('lot', from.domain, proveLot(from, lotId));

  it('exist for every empty place and for no other', async () => {
    const property = fc.asyncProperty(receiptsArbitrary(12), fc.array(uint32, { maxLength: 6 }), async (some, far) => {
      const built = await buildStatementTrees(some, scope);
      for (const id of [0, 1, 2, 5, 7, 13, 15, ...far]) expectHonest(built, some, id);
    });
    await fc.assert(property, { numRuns: 15 });
  });

  function expectHonest(from: StatementTrees, some: readonly Receipt[], id: number): void {
    const { lotId } = some[0] as Receipt;
    const cases: [Leaf, boolean, boolean][] = [
      [leafOfLot(scope, id), some.some((one) => one.lotId === id), id < 2 ** from.lotDepth],
      [leafOfRecommender(scope, id), some.some((one) => one.recommenderId === id), id < 2 ** from.recommenderDepth],
      [leafOfNominee(scope, lotId, id), some.some((one) => one.lotId === lotId && one.nomineeId === id), true],
    ];
    for (const [leaf, isThere, isInside] of cases) {
      if (isThere) expectError('LeafExists', () => proveAbsence(from, leaf));
      else if (!isInside) expectError('PositionOutsideTree', () => proveAbsence(from, leaf));
      else {
        const proof = proveAbsence(from, leaf);
        expect(verifyAbsence(leaf, proof, from, from.domain, lotLeaf(from, lotId))).to.equal(true);
        for (const siblings of [proof.siblings.slice(1), [...proof.siblings, { hash: zeroHash, sums: 0n }]]) {
          if (siblings.length === proof.siblings.length || beyond(leaf, proof)) continue;
          expect(verifyAbsence(leaf, { ...proof, siblings }, from, from.domain, lotLeaf(from, lotId))).to.equal(false);
        }
      }
    }
  }

  /** Siblings of a nominee whose place the tree does not reach are not read. */
  function beyond({ kind, payeeId }: Leaf, { lot }: ReturnType<typeof proveAbsence>): boolean {
    return kind === 1 && lot !== null && payeeId >= 2 ** lot.innerDepth;
  }

  it('cannot be made for a leaf that is there', () => {
    const check = (leaf: Leaf, proof: Parameters<typeof verifyAbsence>[1]) =>
      expect(verifyAbsence(leaf, proof, trees, trees.domain, lotLeaf(trees, 5))).to.equal(false);
    check(leafOfLot(scope, 5), { lot: null, siblings: proveLot(trees, 5).siblings });
    check(leafOfRecommender(scope, 3), { lot: null, siblings: proveRecommender(trees, 3).siblings });
    const lot = proveLot(trees, 5);
    const { siblings } = proveNominee(trees, 5, 6);
    check(leafOfNominee(scope, 5, 6), { lot, siblings });
    // A smaller tree, another lot's tree, or none.
    check(leafOfNominee(scope, 5, 6), { lot: { ...lot, innerDepth: 2 }, siblings });
    check(leafOfNominee(scope, 5, 6), { lot: proveLot(trees, 9), siblings: [] });
    check(leafOfNominee(scope, 5, 6), { lot: null, siblings });
    const absent = proveAbsence(trees, leafOfNominee(scope, 5, 1));
    expect(verifyAbsence(leafOfNominee(scope, 5, 1), absent, trees, trees.domain)).to.equal(false);
  });

  it('are refused for other statements, and for nominees of lots without orders', () => {
    expectError('WrongPlatform', () => proveAbsence(trees, leafOfLot({ ...scope, platformId: 2 }, 1)));
    expectError('WrongEpoch', () => proveAbsence(trees, leafOfLot({ ...scope, epoch: 8 }, 1)));
    expectError('UnknownLot', () => proveAbsence(trees, leafOfNominee(scope, 4, 1)));
  });

  it('become arguments of the contract', () => {
    const leaf = leafOfLot(scope, 1);
    const proof = proveAbsence(trees, leaf);
    expect(absenceArgument(leaf, proof)).to.deep.equal([leaf, { root: zeroHash, sums: 0n, depth: 0 }, proof.siblings]);
    const nominee = leafOfNominee(scope, 5, 1);
    const { innerRoot, sums, innerDepth } = proveLot(trees, 5);
    const [, lot] = absenceArgument(nominee, proveAbsence(trees, nominee));
    expect(lot).to.deep.equal({ root: innerRoot, sums, depth: innerDepth });
  });
});
