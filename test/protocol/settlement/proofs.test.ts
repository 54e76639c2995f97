import { expect } from 'chai';
import fc from 'fast-check';
import type { Hex } from 'viem';
import { buildStatementTrees, type StatementTrees } from '../../../protocol/settlement/build-statement-trees.ts';
import { climb } from '../../../protocol/settlement/climb.ts';
import type { ProofElement } from '../../../protocol/settlement/node.ts';
import { proveLot } from '../../../protocol/settlement/prove-lot.ts';
import { proveNominee } from '../../../protocol/settlement/prove-nominee.ts';
import { provePurchase } from '../../../protocol/settlement/prove-purchase.ts';
import { proveRecommender } from '../../../protocol/settlement/prove-recommender.ts';
import { proveReferral } from '../../../protocol/settlement/prove-referral.ts';
import type { Receipt } from '../../../protocol/settlement/receipt.ts';
import { receiptSums } from '../../../protocol/settlement/receipt-sums.ts';
import { addSums } from '../../../protocol/settlement/sums.ts';
import { verifyLot } from '../../../protocol/settlement/verify-lot.ts';
import { verifyNominee } from '../../../protocol/settlement/verify-nominee.ts';
import { verifyPurchase } from '../../../protocol/settlement/verify-purchase.ts';
import { verifyRecommender } from '../../../protocol/settlement/verify-recommender.ts';
import { verifyReferral } from '../../../protocol/settlement/verify-referral.ts';
import { expectError } from '../expect-error.ts';
import { receiptNumber, receiptsArbitrary, scope } from './receipts.ts';

/** Everything about a proof that is wrong when one thing in it is. */
function* tampered(siblings: readonly ProofElement[]): Generator<ProofElement[]> {
  for (const [i, { hash, sums }] of siblings.entries()) {
    const flipped: Hex = `${hash.slice(0, -1) as Hex}${hash.endsWith('0') ? '1' : '0'}`;
    yield siblings.with(i, { hash: flipped, sums });
    yield siblings.with(i, { hash, sums: sums + 1n });
    // Moving value between two lanes or two siblings keeps a total; the hash of each child's sums must catch it.
    yield siblings.with(i, { hash, sums: sums + (1n << 72n) });
    yield siblings.with(i, { hash, sums: 2n ** 256n - 1n });
    yield siblings.with(i, { hash, sums: -1n });
    yield siblings.with(i, { hash: '0x', sums });
    yield siblings.with(i, { hash: `${hash}00`, sums });
  }
  yield siblings.slice(1);
  yield siblings.slice(0, -1);
  yield [...siblings, { hash: `0x${'00'.repeat(32)}`, sums: 0n }];
  if (siblings.length > 1) yield siblings.toReversed();
}

/** `tampered` without variants that happen to be the proof itself (slices of nothing, symmetric siblings). */
function wrong(siblings: readonly ProofElement[]): ProofElement[][] {
  const shown = (list: readonly ProofElement[]): string => list.map(({ hash, sums }) => `${hash}${sums}`).join();
  return [...tampered(siblings)].filter((variant) => shown(variant) !== shown(siblings));
}

function expectSound(trees: StatementTrees, receipts: Receipt[]): void {
  const { domain } = trees;
  for (const { orderId, lotId, nomineeId, recommenderId, ...rest } of receipts) {
    const receipt = { orderId, lotId, nomineeId, recommenderId, ...rest };
    const lot = proveLot(trees, lotId);
    const nominee = proveNominee(trees, lotId, nomineeId);
    expect(verifyLot(lot, trees, domain), 'lot').to.equal(true);
    expect(verifyNominee(nominee, lot, domain), 'nominee').to.equal(true);
    expect(verifyRecommender(proveRecommender(trees, recommenderId), trees, domain), 'recommender').to.equal(true);
    expect(verifyPurchase(receipt, provePurchase(trees, orderId), trees, scope), 'purchase').to.equal(true);
    expect(verifyReferral(receipt, proveReferral(trees, orderId), trees, scope), 'referral').to.equal(true);
    const sumOf = (same: (other: Receipt) => boolean): bigint => receipts.filter(same).map(receiptSums).reduce(addSums);
    expect(lot.sums).to.equal(sumOf((other) => other.lotId === lotId));
    expect(nominee.sums).to.equal(sumOf((other) => other.lotId === lotId && other.nomineeId === nomineeId));
    expect(proveRecommender(trees, recommenderId).sums).to.equal(
      sumOf((other) => other.recommenderId === recommenderId),
    );
  }
}

describe('proofs', () => {
  const receipts = Array.from({ length: 40 }, (_, i) => {
    const recommenderId = i % 6;
    return receiptNumber(i, {
      lotId: [0, 1, 5, 0xffffffff][i % 4] as number,
      nomineeId: [0, 3, 7][i % 3] as number,
      recommenderId,
      commission: recommenderId === 0 ? 0n : 50_000n,
      sales: BigInt(1_000_000 + i),
    });
  });
  let trees: StatementTrees;
  before(async () => {
    trees = await buildStatementTrees(receipts, scope);
  });

  it('verify for every leaf', async () => {
    expectSound(trees, receipts);
    const property = fc.asyncProperty(receiptsArbitrary(15), async (some) => {
      expectSound(await buildStatementTrees(some, scope), some);
    });
    await fc.assert(property, { numRuns: 15 });
  });

  it('fail for a changed lot leaf', () => {
    const proof = proveLot(trees, 5);
    const check = (changed: object, statement: object = {}, domain = trees.domain): void => {
      expect(verifyLot({ ...proof, ...changed }, { ...trees, ...statement }, domain)).to.equal(false);
    };
    for (const siblings of wrong(proof.siblings)) check({ siblings });
    for (const lotId of [4, 0, 13, 5 + 2 ** 32, -1, 5.5]) check({ lotId });
    for (const innerDepth of [proof.innerDepth + 1, 0, 256, -1]) check({ innerDepth });
    for (const sums of [proof.sums + 1n, proof.sums - 1n, 0n, -1n]) check({ sums });
    check({ innerRoot: trees.lotRoot });
    check({}, { totals: trees.totals + 1n });
    check({}, { lotDepth: trees.lotDepth - 1 });
    check({}, { lotRoot: trees.recommenderRoot });
    check({}, {}, trees.lotRoot);
  });

  it('fail for a changed nominee leaf', () => {
    const lot = proveLot(trees, 1);
    const proof = proveNominee(trees, 1, 3);
    const check = (changed: object, under: object = {}): void => {
      expect(verifyNominee({ ...proof, ...changed }, { ...lot, ...under }, trees.domain)).to.equal(false);
    };
    for (const siblings of wrong(proof.siblings)) check({ siblings });
    for (const nomineeId of [0, 2, 7, 11]) check({ nomineeId });
    check({ innerDepth: proof.innerDepth + 1 });
    check({ sums: proof.sums + 1n });
    check({}, { innerDepth: lot.innerDepth + 1 });
    check({}, { sums: lot.sums + 1n });
    check({}, proveLot(trees, 5));
  });

  it('fail for a changed recommender leaf', () => {
    const proof = proveRecommender(trees, 3);
    const check = (changed: object, statement: object = {}): void => {
      expect(verifyRecommender({ ...proof, ...changed }, { ...trees, ...statement }, trees.domain)).to.equal(false);
    };
    for (const siblings of wrong(proof.siblings)) check({ siblings });
    for (const recommenderId of [0, 2, 4, 11]) check({ recommenderId });
    check({ innerDepth: proof.innerDepth + 1 });
    check({ sums: proof.sums + (1n << 144n) });
    check({}, { recommenderDepth: trees.recommenderDepth + 1 });
    check({}, { totals: trees.totals - 1n });
  });

  it('fail for a changed purchase', () => {
    const receipt = receipts[10] as Receipt;
    const proof = provePurchase(trees, receipt.orderId);
    const check = (changed: object, claimed: object = {}): void => {
      expect(verifyPurchase({ ...receipt, ...claimed }, { ...proof, ...changed }, trees, scope)).to.equal(false);
    };
    for (const receiptSiblings of wrong(proof.receiptSiblings)) check({ receiptSiblings });
    for (const nomineeSiblings of wrong(proof.nomineeSiblings)) check({ nomineeSiblings });
    for (const lotSiblings of wrong(proof.lotSiblings)) check({ lotSiblings });
    for (const step of [1, 2, 4]) check({ receiptPosition: proof.receiptPosition ^ step });
    check({ nomineeInnerDepth: proof.nomineeInnerDepth + 1 });
    check({ lotInnerDepth: proof.lotInnerDepth - 1 });
    check({}, { lotId: 1 });
    check({}, { nomineeId: 0 });
    check({}, { sales: receipt.sales + 1n });
    check({}, { fee: receipt.fee - 1n });
    check({}, { orderId: receipts[11]?.orderId });
    check({}, { buyerCommitment: receipts[11]?.buyerCommitment });
    expect(verifyPurchase(receipt, proof, { ...trees, totals: trees.totals + 1n }, scope)).to.equal(false);
    for (const foreign of [{ epoch: 8 }, { platformId: 2 }, { chainId: 1 }]) {
      expect(verifyPurchase(receipt, proof, trees, { ...scope, ...foreign })).to.equal(false);
    }
  });

  it('fail for a changed referral', () => {
    const receipt = receipts[10] as Receipt;
    const proof = proveReferral(trees, receipt.orderId);
    const check = (changed: object, claimed: object = {}): void => {
      expect(verifyReferral({ ...receipt, ...claimed }, { ...proof, ...changed }, trees, scope)).to.equal(false);
    };
    for (const receiptSiblings of wrong(proof.receiptSiblings)) check({ receiptSiblings });
    for (const recommenderSiblings of wrong(proof.recommenderSiblings)) check({ recommenderSiblings });
    check({ receiptPosition: proof.receiptPosition ^ 1 });
    check({ recommenderInnerDepth: proof.recommenderInnerDepth + 1 });
    check({}, { recommenderId: 1 });
    check({}, { commission: 0n });
  });

  it('are refused for what the statement does not hold', () => {
    expectError('UnknownLot', () => proveLot(trees, 2));
    expectError('UnknownLot', () => proveNominee(trees, 2, 0));
    expectError('UnknownNominee', () => proveNominee(trees, 1, 4));
    expectError('UnknownRecommender', () => proveRecommender(trees, 6));
    const { orderId } = receiptNumber(999);
    expect(expectError('UnknownOrder', () => provePurchase(trees, orderId)).values).to.deep.equal({ orderId });
    expectError('UnknownOrder', () => proveReferral(trees, orderId));
  });

  it('never climb from outside a tree', () => {
    const zero: ProofElement = { hash: `0x${'00'.repeat(32)}`, sums: 0n };
    expectError('PositionOutsideTree', () => climb(zero, 1, 0, []));
    expectError('PositionOutsideTree', () => climb(zero, 2, 1, [zero]));
    expectError('PositionOutsideTree', () => climb(zero, -1, 1, [zero]));
    expectError('ProofLength', () => climb(zero, 0, 1, []));
    expectError('TreeTooDeep', () => climb(zero, 0, 33, new Array(33).fill(zero)));
    expectError('SumsOverflow', () => climb({ ...zero, sums: 2n ** 72n - 1n }, 0, 1, [{ ...zero, sums: 1n }]));
  });
});
