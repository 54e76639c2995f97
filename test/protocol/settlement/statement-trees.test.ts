import { expect } from 'chai';
import fc from 'fast-check';
import type { Hex } from 'viem';
import { buildStatementTrees } from '../../../protocol/settlement/build-statement-trees.ts';
import type { Receipt } from '../../../protocol/settlement/receipt.ts';
import { receiptSums } from '../../../protocol/settlement/receipt-sums.ts';
import { addSums } from '../../../protocol/settlement/sums.ts';
import { expectRejection } from '../expect-error.ts';
import { type NaiveNode, naiveLotTree, naiveRecommenderTree } from './naive-trees.ts';
import { receiptNumber, receiptsArbitrary, scope } from './receipts.ts';

async function expectNaive(receipts: Receipt[]): Promise<void> {
  const trees = await buildStatementTrees(receipts, scope);
  const naive = { lots: naiveLotTree(receipts, scope), recommenders: naiveRecommenderTree(receipts, scope) };
  const { lotRoot, lotDepth, recommenderRoot, recommenderDepth, totals } = trees;
  expect({ lotRoot, lotDepth, recommenderRoot, recommenderDepth }).to.deep.equal({
    lotRoot: naive.lots.hash,
    lotDepth: naive.lots.depth,
    recommenderRoot: naive.recommenders.hash,
    recommenderDepth: naive.recommenders.depth,
  });
  const sumsOf = ({ sums: [sales, fees, commissions, count] }: NaiveNode): bigint =>
    sales + (fees << 72n) + (commissions << 144n) + (count << 216n);
  expect(totals).to.equal(sumsOf(naive.lots)).and.to.equal(sumsOf(naive.recommenders));
  expect(totals).to.equal(receipts.map(receiptSums).reduce(addSums));
}

describe('statement trees', () => {
  it('equal a naive recursive implementation', async () => {
    await fc.assert(fc.asyncProperty(receiptsArbitrary(20), expectNaive), { numRuns: 40 });
  });

  it('equal it for every number of receipts of one nominee', async () => {
    for (let count = 1; count <= 17; count++) {
      await expectNaive(Array.from({ length: count }, (_, i) => receiptNumber(i)));
    }
  });

  it('equal it for the highest ids and for a single id 0', async () => {
    await expectNaive([receiptNumber(0, { lotId: 0xffffffff, nomineeId: 0xffffffff, recommenderId: 0xffffffff })]);
    await expectNaive([receiptNumber(0), receiptNumber(1, { lotId: 0xffffffff, nomineeId: 0x80000000 })]);
    await expectNaive([receiptNumber(0)]);
  });

  it('do not depend on the order receipts come in', async () => {
    const receipts = Array.from({ length: 50 }, (_, i) => receiptNumber(i, { lotId: i % 7, nomineeId: i % 3 }));
    const trees = await buildStatementTrees(receipts, scope);
    const reversed = await buildStatementTrees(receipts.toReversed().values(), scope);
    expect(reversed.lotRoot).to.equal(trees.lotRoot);
    expect(reversed.recommenderRoot).to.equal(trees.recommenderRoot);
  });

  it('sort order ids by their bytes, whatever case their digits are in and however much they share', async () => {
    const orderId = (tail: string): Hex => `0x${tail.padStart(64, '0')}`;
    await expectNaive(['c', 'B', '1a', 'F1', 'f0'].map((tail, i) => receiptNumber(i, { orderId: orderId(tail) })));
  });

  const refusals: [string, Parameters<typeof expectRejection>[0], Receipt[]][] = [
    ['no receipts', 'NoReceipts', []],
    ['an order twice', 'DuplicateOrder', [receiptNumber(1), receiptNumber(2), receiptNumber(1, { lotId: 3 })]],
    ['a foreign platform', 'WrongPlatform', [receiptNumber(1, { platformId: 2 })]],
    ['a foreign epoch', 'WrongEpoch', [receiptNumber(1, { epoch: 8 })]],
    ['a lot id over uint32', 'BadInteger', [receiptNumber(1, { lotId: 2 ** 32 })]],
    ['a negative nominee id', 'BadInteger', [receiptNumber(1, { nomineeId: -1 })]],
    ['a fractional recommender id', 'BadInteger', [receiptNumber(1, { recommenderId: 0.5 })]],
    ['a quantity that is no number', 'BadInteger', [receiptNumber(1, { quantity: Number.NaN })]],
    ['sales over uint72', 'BadAmount', [receiptNumber(1, { sales: 2n ** 72n })]],
    ['a negative fee', 'BadAmount', [receiptNumber(1, { fee: -1n })]],
    ['a commission for nobody', 'CommissionWithoutRecommender', [receiptNumber(1, { commission: 1n })]],
    ['a short order id', 'BadBytes', [receiptNumber(1, { orderId: '0x12' })]],
    ['an order id that is not hex', 'BadBytes', [receiptNumber(1, { orderId: `0x${'g'.repeat(64)}` })]],
    ['a buyer commitment that is not hex', 'BadBytes', [receiptNumber(1, { buyerCommitment: `0x${'-'.repeat(64)}` })]],
    [
      'sums that leave their lane',
      'SumsOverflow',
      [receiptNumber(1, { sales: 2n ** 72n - 1n }), receiptNumber(2, { sales: 1n })],
    ],
  ];
  for (const [what, code, receipts] of refusals) {
    it(`refuse ${what}`, () => expectRejection(code, buildStatementTrees(receipts, scope)));
  }

  it('name the order that is there twice', async () => {
    const { orderId } = receiptNumber(1);
    const error = await expectRejection(
      'DuplicateOrder',
      buildStatementTrees([receiptNumber(1), receiptNumber(1)], scope),
    );
    expect(error.values).to.deep.equal({ orderId });
    expect(error.message).to.equal(`DuplicateOrder(orderId: ${orderId})`);
  });
});
