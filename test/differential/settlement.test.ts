import { expect } from 'chai';
import fc from 'fast-check';
import { network } from 'hardhat';
import { encodeFunctionData, getContract, type Hex, keccak256, numberToHex, parseAbi } from 'viem';
import { buildStatementTrees, type StatementTrees } from '../../protocol/settlement/build-statement-trees.ts';
import { commissionOf } from '../../protocol/settlement/commission-of.ts';
import { depositOf } from '../../protocol/settlement/deposit-of.ts';
import { feeOf } from '../../protocol/settlement/fee-of.ts';
import type { BranchLeaf } from '../../protocol/settlement/leaf-hash.ts';
import { branchLeafHash, receiptLeafHash } from '../../protocol/settlement/leaf-hash.ts';
import { lotShares } from '../../protocol/settlement/lot-shares.ts';
import { type ProofElement, parentNode } from '../../protocol/settlement/node.ts';
import { proveLot } from '../../protocol/settlement/prove-lot.ts';
import { proveNominee } from '../../protocol/settlement/prove-nominee.ts';
import { provePurchase } from '../../protocol/settlement/prove-purchase.ts';
import { proveRecommender } from '../../protocol/settlement/prove-recommender.ts';
import type { Receipt } from '../../protocol/settlement/receipt.ts';
import { receiptDigest } from '../../protocol/settlement/receipt-digest.ts';
import { defaultShareRates } from '../../protocol/settlement/share-rates.ts';
import { addSums, packSums, unpackSums } from '../../protocol/settlement/sums.ts';
import { treeDomain } from '../../protocol/settlement/tree-domain.ts';
import { bytes32, uint32, uint72 } from '../protocol/arbitraries.ts';

const EPOCH = 7n * 86_400n;
const FEE_BPS = 1_500;
const COMMISSION_BPS = 500;
const PLATFORM = 3;
const RUNS = 12;

const { viem, networkHelpers } = await network.create();
const [wallet] = await viem.getWalletClients();
if (wallet === undefined) throw new Error('the local chain has no accounts');
const operator = wallet.account.address;
const genesis = BigInt(await networkHelpers.time.latest());
const access = await viem.deployContract('AccessManager', [operator]);
const asset = await viem.deployContract('FaucetToken');
const anything = (await viem.deployContract('Anything')).address;
const settlement = await viem.deployContract('Settlement', [
  access.address,
  asset.address,
  anything,
  anything,
  anything,
  Number(genesis),
  Number(EPOCH),
]);
await settlement.write.appointPlatforms([anything]);
const client = await viem.getPublicClient();
const chainId = await client.getChainId();
const harness = getContract({
  abi: parseAbi([
    'function addAll(uint256[] a, uint256[] b) view returns (uint256[] sums, bool[] added)',
    'function domain(uint32 platformId, uint32 epoch) view returns (bytes32)',
    'function receiptLeaf(bytes32 digest) view returns (bytes32)',
    'struct InnerTree { bytes32 root; uint256 sums; uint8 depth; }',
    'struct Node { bytes32 hash; uint256 sums; }',
    'function nomineeLeaf(bytes32 domain, InnerTree inner) view returns (bytes32)',
    'function lotLeaf(bytes32 domain, InnerTree inner) view returns (bytes32)',
    'function recommenderLeaf(bytes32 domain, InnerTree inner) view returns (bytes32)',
    'function climb(bytes32 leaf, uint256 sums, uint256 position, Node[] path) view returns (InnerTree)',
  ]),
  address: (await viem.deployContract('SumTreeHarness')).address,
  client,
});
const flipper = getContract({
  abi: parseAbi(['function accepted(address target, bytes data, uint256 from, uint256 until) returns (uint256)']),
  address: (await viem.deployContract('BitFlipper')).address,
  client,
});
await asset.write.drip([operator, 2n ** 200n]);
await asset.write.approve([settlement.address, 2n ** 256n - 1n]);

const scopeOf = (epoch: number) => ({ chainId, settlement: settlement.address, platformId: PLATFORM, epoch });
const nodes = (siblings: readonly ProofElement[]) => siblings.map(({ hash, sums }) => ({ hash, sums }));
const inner = ({ innerRoot, sums, innerDepth }: BranchLeaf) => ({ root: innerRoot, sums, depth: innerDepth });

/** Ids near each other, so that groups form, and some anywhere. */
const id = (min: number) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min, max: 9 }) },
    uint32.map((any) => Math.max(any, min)),
  );
const order = fc.record({
  orderId: bytes32,
  lotId: id(0),
  quantity: uint32,
  sales: fc.oneof(fc.bigInt({ min: 0n, max: 1_000n }), fc.bigInt({ min: 0n, max: 2n ** 66n })),
  recommenderId: id(0),
  nomineeId: id(0),
  buyerCommitment: bytes32,
});

function receiptsOf(epoch: number, maxLength: number): fc.Arbitrary<Receipt[]> {
  const receipt = order.map((fields) => ({
    platformId: PLATFORM,
    epoch,
    ...fields,
    fee: feeOf(fields.sales, FEE_BPS),
    commission: commissionOf(fields.sales, COMMISSION_BPS, fields.recommenderId),
  }));
  return fc.uniqueArray(receipt, { minLength: 1, maxLength, selector: ({ orderId }) => orderId });
}

/** Posts a statement at the start of the epoch after its own; `epoch` must lie ahead of the clock. */
async function commit(trees: StatementTrees, epoch: number): Promise<void> {
  await networkHelpers.time.increaseTo(genesis + BigInt(epoch + 1) * EPOCH);
  await settlement.write.commitStatement([
    {
      platformId: PLATFORM,
      epoch,
      lotDepth: trees.lotDepth,
      recommenderDepth: trees.recommenderDepth,
      lotRoot: trees.lotRoot,
      recommenderRoot: trees.recommenderRoot,
      totals: trees.totals,
      dataDigest: keccak256('0x'),
    },
  ]);
}

function purchaseOf(trees: StatementTrees, receipt: Receipt) {
  const proof = provePurchase(trees, receipt.orderId);
  return {
    receiptIndex: proof.receiptPosition,
    receiptPath: nodes(proof.receiptSiblings),
    nomineePath: nodes(proof.nomineeSiblings),
    lotPath: nodes(proof.lotSiblings),
  };
}

/** Asserts that no bit of a call's arguments can be flipped. */
async function expectFragile(target: Hex, data: Hex): Promise<void> {
  const bits = 8n * BigInt(data.length / 2 - 1 - 4);
  for (let from = 0n; from < bits; from += 128n) {
    const until = from + 128n < bits ? from + 128n : bits;
    const { result } = await flipper.simulate.accepted([target, data, from, until], { gas: 16_000_000n });
    expect(result, `bits ${from} … ${until}`).to.equal(0n);
  }
}

let epoch = 0;

describe('settlement of contracts and protocol', function () {
  this.timeout(120_000);

  it('receipt digests', async () => {
    const receipt = fc.record({
      platformId: uint32,
      epoch: uint32,
      orderId: bytes32,
      lotId: uint32,
      quantity: uint32,
      sales: uint72,
      fee: uint72,
      commission: uint72,
      recommenderId: uint32,
      nomineeId: uint32,
      buyerCommitment: bytes32,
    });
    for (const one of fc.sample(receipt, 100)) {
      const digest = await settlement.read.receiptDigest([one]);
      expect(digest).to.equal(receiptDigest(one, chainId, settlement.address));
    }
  });

  it('sums, and which of them overflow', async () => {
    const lanes = fc.record({ sales: uint72, fees: uint72, commissions: uint72, count: uint32.map(BigInt) });
    const halved = lanes.map((any) => ({
      ...any,
      sales: any.sales / 2n,
      fees: any.fees / 2n,
      commissions: any.commissions / 2n,
    }));
    const words = fc.sample(fc.oneof(lanes, halved).map(packSums), 600);
    const a = words.slice(0, 300);
    const b = words.slice(300);
    const [sums, added] = await harness.read.addAll([a, b]);
    a.forEach((one, i) => {
      const other = b[i] as bigint;
      if (added[i]) expect(sums[i]).to.equal(addSums(one, other));
      else expect(() => addSums(one, other)).to.throw('SumsOverflow');
    });
    expect(added).to.include(true).and.to.include(false);
  });

  it('domains, leaves and nodes', async () => {
    const sums = fc.bigInt({ min: 0n, max: 2n ** 255n });
    const branch = fc.record({ innerRoot: bytes32, sums, innerDepth: fc.integer({ min: 0, max: 32 }) });
    for (const [leaf, domain, number] of fc.sample(fc.tuple(branch, bytes32, uint32), 30)) {
      expect(await harness.read.receiptLeaf([domain])).to.equal(receiptLeafHash(domain));
      expect(await harness.read.nomineeLeaf([domain, inner(leaf)])).to.equal(branchLeafHash('nominee', domain, leaf));
      expect(await harness.read.lotLeaf([domain, inner(leaf)])).to.equal(branchLeafHash('lot', domain, leaf));
      const recommender = await harness.read.recommenderLeaf([domain, inner(leaf)]);
      expect(recommender).to.equal(branchLeafHash('recommender', domain, leaf));
      const scope = { chainId, settlement: harness.address, platformId: number, epoch: leaf.innerDepth };
      expect(await harness.read.domain([number, leaf.innerDepth])).to.equal(treeDomain(scope));
    }
    const element = fc.record({ hash: bytes32, sums: fc.bigInt({ min: 0n, max: 2n ** 70n }) });
    for (const [own, sibling] of fc.sample(fc.tuple(element, element), 30)) {
      const left = await harness.read.climb([own.hash, own.sums, 0n, [sibling]]);
      const right = await harness.read.climb([own.hash, own.sums, 1n, [sibling]]);
      expect({ hash: left.root, sums: left.sums }).to.deep.equal(parentNode(own, sibling));
      expect({ hash: right.root, sums: right.sums }).to.deep.equal(parentNode(sibling, own));
    }
  });

  it('deposits of any totals at any shares', async () => {
    const totals = fc.tuple(uint72, uint72, uint72, uint32).map(([sales, fees, commissions, count]) =>
      packSums({
        sales,
        fees: fees % (sales + 1n),
        commissions: commissions % (sales + 1n),
        count: BigInt(count) + 1n,
      }),
    );
    const rates = fc.record({
      expertBps: fc.integer({ min: 500, max: 1_000 }),
      experiencerBps: fc.integer({ min: 3_000, max: 7_000 }),
      communeBps: fc.integer({ min: 10, max: 200 }),
    });
    for (const [word, shares] of fc.sample(fc.tuple(totals, rates), 40)) {
      await settlement.write.setShares([shares.expertBps, shares.experiencerBps, shares.communeBps]);
      const before = await asset.read.balanceOf([settlement.address]);
      const trees = { lotDepth: 0, recommenderDepth: 0, lotRoot: keccak256('0x'), recommenderRoot: keccak256('0x') };
      await commit({ ...trees, totals: word } as StatementTrees, epoch);
      const pulled = (await asset.read.balanceOf([settlement.address])) - before;
      expect(pulled).to.equal(depositOf(unpackSums(word), shares).total);
      epoch += 1;
    }
    const { expertBps, experiencerBps, communeBps } = defaultShareRates;
    await settlement.write.setShares([expertBps, experiencerBps, communeBps]);
  });

  it('random nested trees: every purchase, lot, nominee and recommender', async () => {
    for (let run = 0; run < RUNS; run++, epoch += 2) {
      const receipts = fc.sample(receiptsOf(epoch, run === 0 ? 1 : 24), 1)[0] as Receipt[];
      const trees = await buildStatementTrees(receipts, scopeOf(epoch));
      await commit(trees, epoch);
      for (const receipt of receipts) {
        const digest = await settlement.read.checkPurchase([receipt, purchaseOf(trees, receipt)]);
        expect(digest).to.equal(receiptDigest(receipt, chainId, settlement.address));
      }
      await networkHelpers.time.increaseTo(genesis + BigInt(epoch + 2) * EPOCH + 1n);
      let paid = 0n;
      for (const lotId of new Set(receipts.map((receipt) => receipt.lotId))) {
        const proof = proveLot(trees, lotId);
        const pot = await settlement.read.potOf([lotId]);
        await settlement.write.openLot([PLATFORM, epoch, lotId, inner(proof), nodes(proof.siblings)]);
        const shares = lotShares(unpackSums(proof.sums).fees, defaultShareRates);
        expect((await settlement.read.potOf([lotId])) - pot).to.equal(shares.pot);
        paid += shares.pot + shares.expert;
        const ofLot = receipts.filter((receipt) => receipt.lotId === lotId);
        for (const nomineeId of new Set(ofLot.map((receipt) => receipt.nomineeId))) {
          if (nomineeId === 0) continue;
          const nominee = proveNominee(trees, lotId, nomineeId);
          const nominated = await settlement.read.nominatedOf([lotId, nomineeId]);
          const path = nodes(nominee.siblings);
          await settlement.write.openNominee([PLATFORM, epoch, lotId, nomineeId, inner(nominee), path]);
          const fees = unpackSums(nominee.sums).fees;
          expect((await settlement.read.nominatedOf([lotId, nomineeId])) - nominated).to.equal(fees);
        }
      }
      for (const recommenderId of new Set(receipts.map((receipt) => receipt.recommenderId))) {
        const proof = proveRecommender(trees, recommenderId);
        await settlement.write.openRecommender([PLATFORM, epoch, recommenderId, inner(proof), nodes(proof.siblings)]);
        paid += unpackSums(proof.sums).commissions;
      }
      const { experts, experiencers, commissions } = depositOf(unpackSums(trees.totals), defaultShareRates);
      const { remaining } = await settlement.read.statementOf([PLATFORM, epoch]);
      expect(remaining).to.equal(experts + experiencers + commissions - paid);
    }
  });

  it('refuses every single flipped bit', async () => {
    const order = (n: number, lotId: number, nomineeId: number, recommenderId: number): Receipt => ({
      platformId: PLATFORM,
      epoch,
      orderId: keccak256(numberToHex(n, { size: 1 })),
      lotId,
      quantity: n,
      sales: 1_000_003n * BigInt(n),
      fee: feeOf(1_000_003n * BigInt(n), FEE_BPS),
      commission: commissionOf(1_000_003n * BigInt(n), COMMISSION_BPS, recommenderId),
      recommenderId,
      nomineeId,
      buyerCommitment: keccak256(numberToHex(n, { size: 2 })),
    });
    const receipts = [order(1, 2, 1, 1), order(2, 2, 1, 0), order(3, 1, 2, 2), order(4, 2, 3, 1), order(5, 2, 1, 2)];
    const trees = await buildStatementTrees(receipts, scopeOf(epoch));
    await commit(trees, epoch);
    await networkHelpers.time.increaseTo(genesis + BigInt(epoch + 2) * EPOCH + 1n);

    const { abi, address } = settlement;
    const receipt = receipts[0] as Receipt;
    const purchase = purchaseOf(trees, receipt);
    await settlement.read.checkPurchase([receipt, purchase]);
    await expectFragile(address, encodeFunctionData({ abi, functionName: 'checkPurchase', args: [receipt, purchase] }));
    const lot = proveLot(trees, 2);
    const lotArgs = [PLATFORM, epoch, 2, inner(lot), nodes(lot.siblings)] as const;
    await expectFragile(address, encodeFunctionData({ abi, functionName: 'openLot', args: lotArgs }));
    const recommender = proveRecommender(trees, 1);
    const recommenderArgs = [PLATFORM, epoch, 1, inner(recommender), nodes(recommender.siblings)] as const;
    await expectFragile(address, encodeFunctionData({ abi, functionName: 'openRecommender', args: recommenderArgs }));
    await settlement.write.openLot(lotArgs);
    const nominee = proveNominee(trees, 2, 1);
    const nomineeArgs = [PLATFORM, epoch, 2, 1, inner(nominee), nodes(nominee.siblings)] as const;
    await expectFragile(address, encodeFunctionData({ abi, functionName: 'openNominee', args: nomineeArgs }));
    // What was not flipped is accepted.
    await settlement.write.openNominee(nomineeArgs);
    await settlement.write.openRecommender(recommenderArgs);
  });
});
