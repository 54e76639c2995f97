import { expect } from 'chai';
import fc from 'fast-check';
import { network } from 'hardhat';
import { type Hex, keccak256, pad, stringToHex, zeroHash } from 'viem';
import { absenceArgument } from '../../protocol/platforms/absence-argument.ts';
import type { AbsenceProof } from '../../protocol/platforms/absence-proof.ts';
import { casePledge } from '../../protocol/platforms/case-pledge.ts';
import { answerDeadline, demandWindow, receiptWindow } from '../../protocol/platforms/case-windows.ts';
import { type Leaf, leafOfLot, leafOfNominee, leafOfRecommender } from '../../protocol/platforms/leaf.ts';
import { leafIdOf } from '../../protocol/platforms/leaf-id-of.ts';
import { proveAbsence } from '../../protocol/platforms/prove-absence.ts';
import { verifyAbsence } from '../../protocol/platforms/verify-absence.ts';
import type { StatementTrees } from '../../protocol/settlement/build-statement-trees.ts';
import { commissionOf } from '../../protocol/settlement/commission-of.ts';
import { purchaseProofArgument, referralProofArgument } from '../../protocol/settlement/contract-arguments.ts';
import { feeOf } from '../../protocol/settlement/fee-of.ts';
import type { ProofElement } from '../../protocol/settlement/node.ts';
import { provePurchase } from '../../protocol/settlement/prove-purchase.ts';
import { proveReferral } from '../../protocol/settlement/prove-referral.ts';
import type { Receipt } from '../../protocol/settlement/receipt.ts';
import { receiptDigest } from '../../protocol/settlement/receipt-digest.ts';
import { statementLeaves } from '../../protocol/settlement/statement-leaves.ts';
import { verifyPurchase } from '../../protocol/settlement/verify-purchase.ts';
import { verifyReferral } from '../../protocol/settlement/verify-referral.ts';
import { openLot } from '../../scripts/bench/openings.ts';
import { accountIndex } from '../../scripts/local/accounts.ts';
import { type Actor, type Commune, deployLocal, fund, sent } from '../../scripts/local/deploy-local.ts';
import { commitStatement } from '../../scripts/local/settle.ts';
import { now, toEpoch, toTime } from '../../scripts/local/time.ts';
import { bytes32, uint32 } from '../protocol/arbitraries.ts';
import { lotRates, offerLots } from '../support/offer-lots.ts';
import { signReceipt } from '../support/sign-receipt.ts';

const GWEI = 10n ** 9n;
const PLEDGE = 10n ** 18n;
const LOTS = 3;
const STATEMENTS = 4;
/** Epoch without a statement. */
const UNSETTLED = STATEMENTS + 2;
const MAX_UINT32 = 2 ** 32 - 1;
/** `CaseState` of Solidity. */
const ANSWERED = 2;
/** Not estimated, so that a transaction that fails is sent like any other. */
const GAS = { gas: 500_000n, maxFeePerGas: 1_000n * GWEI, maxPriorityFeePerGas: 0n };

/** Ids near each other, so that groups form, and some far away. */
const id = (far: fc.Arbitrary<number>) => fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 0, max: 9 }) }, far);
const order = fc.record({
  orderId: bytes32,
  lotId: fc.integer({ min: 0, max: LOTS - 1 }),
  quantity: uint32,
  sales: fc.bigInt({ min: 0n, max: 10n ** 9n }),
  recommenderId: id(fc.constantFrom(100, MAX_UINT32)),
  nomineeId: id(fc.constantFrom(100, MAX_UINT32)),
  buyerCommitment: bytes32,
});
const statements = fc.array(fc.uniqueArray(order, { minLength: 1, maxLength: 10, selector: (one) => one.orderId }), {
  minLength: STATEMENTS,
  maxLength: STATEMENTS,
});

describe('answers and windows of cases in Solidity and in TypeScript', function () {
  this.timeout(180_000);
  const posted: { trees: StatementTrees; epoch: number }[] = [];
  let commune: Commune;
  let challenger: { account: Actor['account'] };

  before(async () => {
    commune = await deployLocal(await network.create());
    await fund(commune, commune.actor(accountIndex.platform), 10n ** 15n);
    // A statement an epoch; nominations close when the last leaves could still be demanded.
    await offerLots(commune, { startEpoch: 0, epochs: 7 }, LOTS);
    challenger = { account: commune.actor(accountIndex.firstConsumer).account };
  });

  it('answers of random statements, and none that are not', async () => {
    const { platforms, settlement } = commune.contracts;
    const all = fc.sample(statements, 1)[0] ?? [];
    for (const [epoch, orders] of all.entries()) {
      const receipts = orders.map((fields) => ({
        platformId: commune.platformId,
        epoch,
        ...fields,
        fee: feeOf(fields.sales, lotRates.feeBps),
        commission: commissionOf(fields.sales, lotRates.commissionBps, fields.recommenderId),
      }));
      await toEpoch(commune, epoch + 1);
      const { trees } = await commitStatement(commune, epoch, receipts);
      for (const receipt of receipts) {
        await sent(commune, 'challenge', challenge(receipt));
        await expectAnswers(receipt, receipts, trees);
        const { orderId } = receipt;
        const proofs = [purchaseProofArgument(trees, orderId), referralProofArgument(trees, orderId)] as const;
        await sent(commune, 'answer', platforms.write.answerReceipt([receipt, ...proofs], challenger));
        const { state } = await platforms.read.receiptCaseOf([
          receiptDigest(receipt, commune.chainId, settlement.address),
        ]);
        expect(state).to.equal(ANSWERED);
      }
      posted.push({ trees, epoch });
    }
  });
  /** The contract accepts an answer exactly where the rules do: with own proofs, with those of others, with changed ones. */
  async function expectAnswers(receipt: Receipt, receipts: readonly Receipt[], trees: StatementTrees): Promise<void> {
    const { platforms } = commune.contracts;
    for (const { orderId } of receipts) {
      const purchase = provePurchase(trees, orderId);
      const referral = proveReferral(trees, orderId);
      for (const change of [(siblings: ProofElement[]) => siblings, raise, shorten]) {
        const changedPurchase = { ...purchase, lotSiblings: change(purchase.lotSiblings) };
        const changedReferral = { ...referral, recommenderSiblings: change(referral.recommenderSiblings) };
        const isAnswer =
          verifyPurchase(receipt, changedPurchase, trees, trees.scope) &&
          verifyReferral(receipt, changedReferral, trees, trees.scope);
        const args = [
          receipt,
          { ...purchaseProofArgument(trees, orderId), lotPath: changedPurchase.lotSiblings },
          { ...referralProofArgument(trees, orderId), recommenderPath: changedReferral.recommenderSiblings },
        ] as const;
        const from = { account: challenger.account.address };
        const isAccepted = await succeeds(platforms.simulate.answerReceipt(args, from));
        expect(isAccepted, `${receipt.orderId} by ${orderId}`).to.equal(isAnswer);
      }
    }
  }

  it('absence of whom a statement does not pay, and of nobody else', async () => {
    const seen = { absent: 0, refused: 0, there: 0 };
    const start = demandWindow(commune.clock, last().epoch, await postedAt()).from;
    expect(await isDemandedAt(start - 1, leafOfRecommender(last().trees.scope, 0)), 'too early').to.equal(false);
    await toTime(commune, start - 1);
    for (const { trees, epoch } of posted) {
      const { lots, nominees, recommenders } = statementLeaves(trees);
      const near = [0, 1, 2, 3, 5, 7, 15, 100];
      // Lots first: nominees are demanded below opened lots only.
      for (const lotId of near) await expectAbsence(leafOfLot(trees.scope, lotId), lots.includes(lotId));
      for (const lotId of lots) {
        await openLot(commune, trees, lotId);
        const leaf = leafOfLot(trees.scope, lotId);
        await sent(commune, 'close', commune.contracts.demands.write.closeDemand([leaf], challenger));
        expect((await commune.contracts.demands.read.demandOf([leafIdOf(leaf)])).state).to.equal(ANSWERED);
      }
      const [lotId = 0] = lots;
      for (const nomineeId of [...near, MAX_UINT32].filter((one) => one !== 0)) {
        const isThere = nominees.some((one) => one.lotId === lotId && one.nomineeId === nomineeId);
        await expectAbsence(leafOfNominee(trees.scope, lotId, nomineeId), isThere);
      }
      for (const one of near) await expectAbsence(leafOfRecommender(trees.scope, one), recommenders.includes(one));

      async function expectAbsence(leaf: Leaf, isThere: boolean): Promise<void> {
        const place = leaf.kind === 0 ? leaf.lotId : leaf.payeeId;
        const depth = leaf.kind === 0 ? trees.lotDepth : trees.recommenderDepth;
        const { demands } = commune.contracts;
        if (leaf.kind !== 1 && place >= 2 ** depth) {
          const refused = demands.simulate.demandLeaf([leaf], { account: challenger.account.address, value: PLEDGE });
          expect(await succeeds(refused), 'no such place').to.equal(false);
          return;
        }
        await sent(commune, 'demand', demands.write.demandLeaf([leaf], { ...challenger, value: PLEDGE }));
        if (!isThere) {
          const own = proveAbsence(trees, leaf);
          for (const proof of variants(own)) await expectProof(leaf, proof);
          await sent(commune, 'absent', demands.write.answerAbsent(absenceArgument(leaf, own), challenger));
          seen.absent += 1;
          return;
        }
        expect(() => proveAbsence(trees, leaf)).to.throw('LeafExists');
        seen.there += 1;
        // The proofs of empty places around it are worth nothing here.
        for (const other of [place ^ 1, place ^ 2, place + 1]) {
          const elsewhere = leaf.kind === 0 ? { ...leaf, lotId: other } : { ...leaf, payeeId: other };
          const proof = tryProof(trees, elsewhere);
          if (proof === null) continue;
          await expectProof(leaf, proof);
          seen.refused += 1;
        }
      }

      async function expectProof(leaf: Leaf, proof: AbsenceProof): Promise<void> {
        const { demands, settlement } = commune.contracts;
        const lotLeaf = await settlement.read.lotLeafOf([trees.scope.platformId, epoch, leaf.lotId]);
        const isProven = verifyAbsence(leaf, proof, trees, trees.domain, lotLeaf);
        const from = { account: challenger.account.address };
        const answer = demands.simulate.answerAbsent(absenceArgument(leaf, proof), from);
        expect(await succeeds(answer), `${leaf.kind}/${leaf.lotId}/${leaf.payeeId}`).to.equal(isProven);
      }
    }
    for (const [what, count] of Object.entries(seen)) expect(count, what).to.be.greaterThan(5);
  });

  it('windows of challenges, to the second, and pledges at any base fee', async () => {
    const { platforms, settlement } = commune.contracts;
    const { networkHelpers } = commune.connection;
    const at = (time: number, name: string, value = PLEDGE) => isSentAt(time, () => challenge(unsettled(name), value));
    const { from, until } = receiptWindow(commune.clock, UNSETTLED, null);
    expect(await at(from - 1, 'too early')).to.equal(false);
    expect(await at(from, 'first second')).to.equal(true);
    const digest = receiptDigest(unsettled('first second'), commune.chainId, settlement.address);
    expect((await platforms.read.receiptCaseOf([digest])).deadline).to.equal(answerDeadline(commune.clock, from));
    for (const [i, baseFee] of fc.sample(fc.bigInt({ min: 0n, max: 500n * GWEI }), 12).entries()) {
      const pledge = casePledge(baseFee);
      await networkHelpers.setNextBlockBaseFeePerGas(baseFee);
      expect(await at((await now(commune)) + 1, `fee ${i}`, pledge - GWEI), `base fee ${baseFee}`).to.equal(false);
      await networkHelpers.setNextBlockBaseFeePerGas(baseFee);
      expect(await at((await now(commune)) + 1, `fee ${i}`, pledge), `base fee ${baseFee}`).to.equal(true);
    }
    await networkHelpers.setNextBlockBaseFeePerGas(0n);
    expect(await at(until - 1, 'last second')).to.equal(true);
    expect(await at(until, 'too late')).to.equal(false);
  });

  it('ends of demands, to the second', async () => {
    const { trees, epoch } = last();
    const { settlement } = commune.contracts;
    const { lots, nominees } = statementLeaves(trees);
    const [lotId = 0] = lots;
    const fresh = [50, 51].map((nomineeId) => leafOfNominee(trees.scope, lotId, nomineeId)) as [Leaf, Leaf];
    expect(nominees.every((one) => one.nomineeId < 50 || one.nomineeId > 51)).to.equal(true);
    const closesAt = await settlement.read.nominationsCloseAt([lotId]);
    const nominee = demandWindow(commune.clock, epoch, await postedAt(), closesAt);
    const recommender = demandWindow(commune.clock, epoch, await postedAt());
    expect(nominee.until, 'nominations close first').to.be.lessThan(recommender.until);
    expect(await isDemandedAt(nominee.until - 1, fresh[0])).to.equal(true);
    expect(await isDemandedAt(nominee.until, fresh[1])).to.equal(false);
    // Two places that nothing above has demanded.
    expect(trees.recommenderDepth).to.be.at.least(3);
    expect(await isDemandedAt(recommender.until - 1, leafOfRecommender(trees.scope, 4))).to.equal(true);
    expect(await isDemandedAt(recommender.until, leafOfRecommender(trees.scope, 6))).to.equal(false);
  });

  const last = () => posted.at(-1) ?? expect.fail('no statement was posted');

  const postedAt = async () => {
    const { settlement } = commune.contracts;
    return (await settlement.read.statementOf([commune.platformId, last().epoch])).postedAt;
  };

  const challenge = async (receipt: Receipt, value = PLEDGE) => {
    const args = [receipt, await signReceipt(commune, receipt)] as const;
    return commune.contracts.platforms.write.challengeReceipt(args, { ...challenger, ...GAS, value });
  };

  const isDemandedAt = (time: number, leaf: Leaf) =>
    isSentAt(time, () => commune.contracts.demands.write.demandLeaf([leaf], { ...challenger, ...GAS, value: PLEDGE }));

  /** Whether a transaction in a block of this time succeeds. */
  async function isSentAt(time: number, send: () => Promise<Hex>): Promise<boolean> {
    await commune.connection.networkHelpers.time.setNextBlockTimestamp(time);
    const isSent = await succeeds(sent(commune, 'case', send()));
    expect(await now(commune)).to.equal(time);
    return isSent;
  }

  /** Of an epoch without statement. */
  const unsettled = (name: string): Receipt => ({
    platformId: commune.platformId,
    epoch: UNSETTLED,
    orderId: keccak256(stringToHex(name)),
    lotId: 0,
    quantity: 1,
    sales: 1n,
    fee: 1n,
    commission: 0n,
    recommenderId: 0,
    nomineeId: 0,
    buyerCommitment: pad('0x'),
  });
});

const raise = (siblings: ProofElement[]): ProofElement[] =>
  siblings.map((one, i) => (i === 0 ? { ...one, sums: one.sums + 1n } : one));
const shorten = (siblings: ProofElement[]): ProofElement[] => siblings.slice(1);

function variants(proof: AbsenceProof): AbsenceProof[] {
  const { siblings, lot } = proof;
  const more = { hash: zeroHash, sums: 0n };
  return [
    proof,
    { lot, siblings: raise(siblings) },
    { lot, siblings: shorten(siblings) },
    { lot, siblings: [...siblings, more] },
    { lot: lot && { ...lot, innerDepth: lot.innerDepth + 1 }, siblings: [...siblings, more] },
    { lot: lot && { ...lot, sums: lot.sums + 1n }, siblings },
  ];
}

function tryProof(trees: StatementTrees, leaf: Leaf): AbsenceProof | null {
  try {
    return proveAbsence(trees, leaf);
  } catch {
    return null;
  }
}

async function succeeds(call: Promise<unknown>): Promise<boolean> {
  return call.then(
    () => true,
    () => false,
  );
}
