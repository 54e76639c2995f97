import { expect } from 'chai';
import fc from 'fast-check';
import { network } from 'hardhat';
import { keccak256, parseEventLogs, stringToHex } from 'viem';
import { lotSchedule } from '../../protocol/clock/lot-schedule.ts';
import { ProtocolError } from '../../protocol/error.ts';
import { compensationOf } from '../../protocol/platforms/compensation-of.ts';
import { type CaseCost, costOfCase, keptBackOf } from '../../protocol/platforms/cost-of-case.ts';
import { coverOf } from '../../protocol/platforms/cover-of.ts';
import { owedFor } from '../../protocol/platforms/owed-for.ts';
import type { Receipt } from '../../protocol/settlement/receipt.ts';
import { receiptDigest } from '../../protocol/settlement/receipt-digest.ts';
import { defaultShareRates } from '../../protocol/settlement/share-rates.ts';
import { packSums } from '../../protocol/settlement/sums.ts';
import { accountIndex } from '../../scripts/local/accounts.ts';
import { type Commune, deployLocal, fund, sent } from '../../scripts/local/deploy-local.ts';
import { callTo, govern } from '../../scripts/local/govern.ts';
import { currentEpoch, now, toEpoch } from '../../scripts/local/time.ts';
import { bytes32, uint32, uint72 } from '../protocol/arbitraries.ts';
import { offerLots } from '../support/offer-lots.ts';
import { signReceipt } from '../support/sign-receipt.ts';

const PLATFORMS = 24;
const MAX_UINT72 = 2n ** 72n - 1n;
const MIN_BOND = 10_000_000_000n;
const DIGEST = keccak256(stringToHex('any document'));
const PLEDGE = 10n ** 18n;
/** Shares that the commune decided after some statements were posted. */
const laterRates = { expertBps: 777, experiencerBps: 6_543, communeBps: 93 };
const SLASH_EPOCHS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13];
const LATE_FROM = 6;
const LOT = { startEpoch: 0, epochs: 1 };
/** The first and only one. */
const LOT_ID = 0;
const CHALLENGER = accountIndex.firstConsumer;

type Case = { receipt: Receipt; other: Receipt | null };

/** A platform as the rules say it should be. */
interface Model {
  platformId: number;
  bond: bigint;
  slashed: bigint;
  slashEpoch: number;
  audit: bigint;
  hasStatement: boolean;
  /** not slashed yet, in the order in which they will be */
  cases: Case[];
}

const bonds = fc.oneof(
  fc.constantFrom(0n, 1n, 7n, 8n, 9n, 39n, 40n, 41n, 320n, MIN_BOND, MAX_UINT72 - 1n, MAX_UINT72),
  fc.bigInt({ min: 1n, max: 2_000n }),
  fc.bigInt({ min: MIN_BOND, max: 100n * MIN_BOND }),
  uint72,
);

/** Small enough that the bond pays all that is owed, or so large that it is cut, or anything. */
const scales = (bond: bigint) => fc.constantFrom(bond / 1_000n, bond / 1_000n, bond / 50n, bond, MAX_UINT72);

function receiptOf(scale: bigint): fc.Arbitrary<Receipt> {
  const amount = fc.oneof(fc.bigInt({ min: 0n, max: scale }), fc.constantFrom(0n, scale));
  return fc.record({
    platformId: fc.constant(0),
    epoch: fc.constant(0),
    orderId: bytes32,
    lotId: fc.oneof({ weight: 5, arbitrary: fc.constant(LOT_ID) }, fc.constantFrom(1, 2 ** 32 - 1), uint32),
    quantity: uint32,
    sales: amount,
    fee: amount,
    commission: amount,
    recommenderId: fc.constantFrom(0, 1, 1, 2, 2 ** 32 - 1),
    nomineeId: fc.constantFrom(0, 5, 2 ** 32 - 1),
    buyerCommitment: bytes32,
  });
}

function casesOf(bond: bigint): fc.Arbitrary<Case[]> {
  const receipt = scales(bond).chain(receiptOf);
  const equivocation = fc
    .tuple(receipt, receipt)
    .map(([one, two]) => ({ receipt: one, other: { ...two, orderId: one.orderId } }));
  const challenge = receipt.map((one) => ({ receipt: one, other: null }));
  const one: fc.Arbitrary<Case> = fc.oneof({ weight: 3, arbitrary: challenge }, { weight: 1, arbitrary: equivocation });
  return fc.array(one, { minLength: 2, maxLength: 6 });
}

const stakes = bonds.chain((bond) => casesOf(bond).map((cases) => ({ bond, cases })));

describe('costs of cases in Solidity and in TypeScript', function () {
  this.timeout(180_000);
  let commune: Commune;
  let models: Model[];

  const sign = (receipt: Receipt) => signReceipt(commune, receipt);

  before(async () => {
    commune = await deployLocal(await network.create());
    const { platforms, asset, recommenders, settlement } = commune.contracts;
    const [operator, signer] = [accountIndex.platform, accountIndex.platformSigner].map(
      (i) => commune.actor(i).account,
    );
    if (operator === undefined || signer === undefined) throw new RangeError('no such account');
    for (const i of [accountIndex.platform, accountIndex.firstExpert, accountIndex.firstProducer]) {
      await fund(commune, commune.actor(i), 2n ** 90n);
    }
    await offerLots(commune, LOT, 1);
    const { account } = commune.actor(accountIndex.firstRecommender);
    await sent(commune, 'register', recommenders.write.register([account.address], { account }));
    const admission = callTo(platforms, 'admit', [operator.address, signer.address, 'https://any.example']);
    await govern(
      commune,
      'admit',
      Array.from({ length: PLATFORMS }, () => admission),
    );

    // One sample of all: with a fixed seed every call of `sample` gives the same.
    models = fc.sample(stakes, PLATFORMS).map(({ bond, cases }, i) => {
      const platformId = 2 + i;
      return {
        platformId,
        bond,
        slashed: 0n,
        slashEpoch: 0,
        audit: 0n,
        hasStatement: bond >= MIN_BOND && i % 2 === 0,
        cases: cases.map(({ receipt, other }) => ({
          receipt: { ...receipt, platformId },
          other: other && { ...other, platformId },
        })),
      };
    });
    for (const { platformId, bond } of models) {
      await sent(commune, 'bond', platforms.write.depositBond([platformId, bond], { account: operator }));
    }
    await toEpoch(commune, 1);
    for (const { platformId } of models.filter(({ hasStatement }) => hasStatement)) {
      const trees = { lotDepth: 0, recommenderDepth: 0, lotRoot: DIGEST, recommenderRoot: DIGEST };
      const totals = packSums({ sales: 9n, fees: 3n, commissions: 1n, count: 1n });
      const statement = { platformId, epoch: 0, ...trees, totals, dataDigest: DIGEST };
      await sent(commune, 'commit', settlement.write.commitStatement([statement], { account: operator }));
    }
    const { expertBps, experiencerBps, communeBps } = laterRates;
    await govern(commune, 'rates', [callTo(settlement, 'setShares', [expertBps, experiencerBps, communeBps])]);
    await toEpoch(commune, 2);
    for (const { receipt, other } of models.flatMap(({ cases }) => cases)) {
      if (other !== null) continue;
      const args = [receipt, await sign(receipt)] as const;
      const from = { account: commune.actor(CHALLENGER).account, value: PLEDGE };
      await sent(commune, 'challenge', platforms.write.challengeReceipt(args, from));
    }
    expect(await asset.read.balanceOf([platforms.address])).to.equal(
      models.reduce((sum, { bond }) => sum + bond, 100_000_000_000n),
    );
  });

  it('the same amounts to everybody, over all epochs until all are settled', async () => {
    const seen = { settled: 0, waited: 0, cut: 0, whole: 0, late: 0 };
    for (const epoch of SLASH_EPOCHS) {
      await toEpoch(commune, epoch);
      for (const model of models) {
        // Of three platforms one loses a case an epoch, one all that the epoch's limit allows, one only when the lot's round is over.
        if (model.platformId % 3 === 2 && epoch < LATE_FROM) continue;
        while ((await settleOne(model, epoch, seen)) && model.platformId % 3 !== 0) {}
        await expectSame(model);
      }
    }
    expect(models.flatMap(({ cases }) => cases)).to.deep.equal([]);
    for (const [what, count] of Object.entries(seen)) expect(count, what).to.be.greaterThan(0);
  });

  /** Settles a platform's next case in both worlds; whether there was one that could be. */
  async function settleOne(model: Model, epoch: number, seen: Record<string, number>): Promise<boolean> {
    const [next] = model.cases;
    if (next === undefined) return false;
    const { receipt, other } = next;
    const rates = model.hasStatement ? { ...defaultShareRates, communeBps: laterRates.communeBps } : laterRates;
    const owed = owedFor(receipt, rates);
    expect(await commune.contracts.settlement.read.owedFor([receipt])).to.equal(owed.total);
    const cost = tryCost({
      bond: model.bond,
      slashed: model.slashEpoch === epoch ? model.slashed : 0n,
      owed: other === null ? owed.total : 0n,
      keptBack: keptBackOf(receipt) + (other === null ? 0n : keptBackOf(other)),
    });
    const count = (what: string) => {
      seen[what] = (seen[what] ?? 0) + 1;
    };
    if (cost === null) {
      count('waited');
      await expectWaits(next);
      return false;
    }
    model.cases.shift();
    count('settled');
    const { amount, compensation, reward, audit } = cost;
    expect(amount).to.equal(compensation + reward + audit);
    const { logs } = await slash(next);
    const { platforms, settlement } = commune.contracts;
    const [slashed] = parseEventLogs({ abi: platforms.abi, eventName: 'Slashed', logs });
    expect(slashed?.args).to.include({ platformId: model.platformId, amount, reward, kind: other === null ? 0 : 1 });
    const compensated = parseEventLogs({ abi: settlement.abi, eventName: 'Compensated', logs });
    expect(compensated.length).to.equal(compensation > 0n ? 1 : 0);
    for (const { args } of compensated) {
      count(compensation < owed.total ? 'cut' : 'whole');
      const late = (await now(commune)) >= lotSchedule(commune.clock, LOT.startEpoch, LOT.epochs).claimFrom;
      const payees = { lot: receipt.lotId === LOT_ID, late, recommender: receipt.recommenderId === 1 };
      const { nominatedFees, ...parts } = compensationOf(receipt, owed, compensation, payees);
      expect(args.amount).to.equal(compensation);
      expect(args.digest).to.equal(receiptDigest(receipt, commune.chainId, settlement.address));
      expect(args.paid).to.include(parts);
      expect(args.paid).to.include({ late: payees.lot && late, nominatedFees });
      expect(args.paid.nomineeId).to.equal(payees.lot && !late ? receipt.nomineeId : 0);
      if (args.paid.late) count('late');
    }
    const carried = model.slashEpoch === epoch ? model.slashed : 0n;
    Object.assign(model, {
      bond: model.bond - amount,
      slashed: carried + amount,
      slashEpoch: epoch,
      audit: model.audit + audit,
    });
    return true;
  }

  async function slash({ receipt, other }: Case) {
    const { platforms } = commune.contracts;
    const { account } = commune.actor(CHALLENGER);
    if (other === null) return sent(commune, 'slash', platforms.write.slashReceipt([receipt], { account }));
    const args = [receipt, await sign(receipt), other, await sign(other)] as const;
    return sent(commune, 'slash', platforms.write.slashEquivocation(args, { account }));
  }

  async function expectWaits({ receipt, other }: Case): Promise<void> {
    const { platforms } = commune.contracts;
    const { viem } = commune.connection;
    const from = { account: commune.actor(CHALLENGER).account.address };
    const refused =
      other === null
        ? platforms.simulate.slashReceipt([receipt], from)
        : platforms.simulate.slashEquivocation([receipt, await sign(receipt), other, await sign(other)], from);
    const next = (await currentEpoch(commune)) + 1;
    await viem.assertions.revertWithCustomErrorWithArgs(refused, platforms, 'SlashingCapReached', [next]);
  }

  async function expectSame({ platformId, bond, slashed, slashEpoch, audit, cases }: Model): Promise<void> {
    const found = await commune.contracts.platforms.read.platformOf([platformId]);
    const openCases = cases.filter(({ other }) => other === null).length;
    expect(found).to.include({ bond, slashed, slashEpoch, auditAccrued: audit, openCases });
  }

  it('the same cover, whatever is to leave and when', async () => {
    const { platforms } = commune.contracts;
    const { account } = commune.actor(accountIndex.platform);
    for (const { platformId, bond } of models) {
      const leaving = fc.sample(fc.bigInt({ min: 0n, max: bond }), 1)[0] ?? 0n;
      await sent(commune, 'request', platforms.write.requestWithdrawal([platformId, leaving], { account }));
      const { leaveEpoch } = await platforms.read.platformOf([platformId]);
      for (const epoch of [0, leaveEpoch - 10, leaveEpoch - 9, leaveEpoch - 8, leaveEpoch, 2 ** 32 - 1]) {
        if (epoch < 0) continue;
        const cover = coverOf({ bond, leaving, leaveEpoch }, epoch);
        expect(await platforms.read.coverOf([platformId, epoch])).to.equal(cover);
      }
    }
  });
});

function tryCost(terms: Parameters<typeof costOfCase>[0]): CaseCost | null {
  try {
    return costOfCase(terms);
  } catch (error) {
    if (error instanceof ProtocolError && error.code === 'SlashingCapReached') return null;
    throw error;
  }
}
