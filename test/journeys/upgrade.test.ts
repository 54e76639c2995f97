import { expect } from 'chai';
import { network } from 'hardhat';
import { getAddress, keccak256, stringToHex } from 'viem';
import { documentDigest } from '../../protocol/documents/document-digest.ts';
import { buyerCommitment } from '../../protocol/settlement/buyer-commitment.ts';
import { feeOf } from '../../protocol/settlement/fee-of.ts';
import { accountIndex } from '../../scripts/local/accounts.ts';
import { type Commune, deployLocal, fund, sent } from '../../scripts/local/deploy-local.ts';
import { callTo, type GovernedCall, renounceBystander } from '../../scripts/local/govern.ts';
import { listCommodity, type OfferedLot, offerLot, publishModel, unsealLot } from '../../scripts/local/offer.ts';
import { carryOut, castVote, propose, toVote, toVoteEnd } from '../../scripts/local/proposals.ts';
import { commitReport, type DraftReport, localSalt, revealReport } from '../../scripts/local/report.ts';
import { closeRound, finalizeRound, payRound, scoreRound, tallyRound } from '../../scripts/local/run-round.ts';
import { commitStatement, openStatement } from '../../scripts/local/settle.ts';
import { currentEpoch, now, toEpoch, toTime } from '../../scripts/local/time.ts';
import { trust } from './elect-jurors.ts';

const MEMBERS = 5;
const REPORTERS = 8;
const FUNDS = 10n ** 12n;
const PRICE = 100_000_000n;
const FEE_BPS = 1_000;
const TRUTH = [5, 5];
const DIGEST = documentDigest('a document');

/** Sold in one epoch; reports are closed four epochs later. */
const closingEpochOf = (startEpoch: number) => startEpoch + 4;

describe('another evaluations contract', function () {
  this.timeout(60_000);
  let commune: Commune;
  /** The same commune as the new contract's rounds see it. */
  let renewed: Commune;
  let commodityId: number;
  let older: Sale;
  let newer: Sale;

  interface Sale {
    readonly lot: OfferedLot;
    readonly startEpoch: number;
    readonly drafts: readonly DraftReport[];
  }

  const producer = () => commune.actor(accountIndex.firstProducer);
  const member = (i: number) => commune.actor(accountIndex.firstJuror + i);
  const reporter = (i: number) => commune.actor(accountIndex.firstExperiencer + i);
  const ids = Array.from({ length: REPORTERS }, (_, i) => MEMBERS + 1 + i);

  before(async () => {
    commune = await deployLocal(await network.create());
    const { power } = commune.contracts;
    const members = Array.from({ length: MEMBERS }, (_, i) => ({ actor: member(i), power: 10_000_000n }));
    await trust(commune, members);
    await renounceBystander(commune);
    for (let i = 0; i < REPORTERS; i++) {
      await sent(commune, 'register', power.write.register([DIGEST], { account: reporter(i).account }));
    }
    for (const index of [accountIndex.firstExpert, accountIndex.firstProducer, accountIndex.platform]) {
      await fund(commune, commune.actor(index), FUNDS);
    }
    await toEpoch(commune, 1);
    const parameter = {
      direction: 0,
      decimals: 0,
      legalMin: 0,
      legalMax: 100,
      tolerance: 1,
      weightBps: 5_000,
    } as const;
    const modelId = await publishModel(commune, commune.actor(accountIndex.firstExpert), DIGEST, [
      { ...parameter, code: stringToHex('A', { size: 12 }), critical: true, isSealed: false },
      { ...parameter, code: stringToHex('B', { size: 12 }), critical: false, isSealed: true },
    ]);
    const terms = { modelId, gtin: 0n, feeBps: FEE_BPS, commissionBps: 0, documentDigest: DIGEST };
    commodityId = await listCommodity(commune, producer(), terms);
  });

  async function offer(lotCode: string, startEpoch: number): Promise<OfferedLot> {
    return offerLot(commune, producer(), {
      ...{ commodityId, revision: 1, lotCode, units: 100, startEpoch, epochs: 1 },
      ...{ openClaims: [5], sealedValues: [5], documentDigest: DIGEST },
    });
  }

  /** Real votes for calls of the timelock; gives how long that took in epochs. */
  async function decide(description: string, calls: readonly GovernedCall[]): Promise<void> {
    const motion = { calls, description };
    const proposalId = await propose(commune, member(0), motion);
    await toVote(commune, proposalId);
    for (let i = 0; i < MEMBERS; i++) await castVote(commune, member(i), proposalId, 'for');
    await toVoteEnd(commune, proposalId);
    await carryOut(commune, motion);
  }

  /** Everybody bought the lot in its epoch, which is over, and commits. */
  async function buy(of: Commune, lot: OfferedLot, startEpoch: number): Promise<Sale> {
    const receipts = ids.map((nomineeId, i) => ({
      ...{ platformId: of.platformId, epoch: startEpoch, lotId: lot.lotId, nomineeId, recommenderId: 0 },
      orderId: keccak256(stringToHex(`order ${lot.lotId} ${i}`)),
      ...{ quantity: 1, sales: PRICE, fee: feeOf(PRICE, FEE_BPS), commission: 0n },
      buyerCommitment: buyerCommitment(reporter(i).account.address, localSalt('buyer', lot.lotId, i)),
    }));
    const settled = await commitStatement(of, startEpoch, receipts);
    const drafts = ids.map((experiencerId, i) => ({
      ...{ lotId: lot.lotId, experiencerId, values: TRUTH, evidenceDigest: DIGEST },
      salt: localSalt('report', lot.lotId, i),
    }));
    for (const [i, draft] of drafts.entries()) {
      await fund(of, reporter(i), FUNDS);
      const receipt = receipts[i] ?? expect.fail('no receipt');
      await commitReport(of, reporter(i), draft, { receipt, salt: localSalt('buyer', lot.lotId, i), settled });
    }
    // The window in which a receipt that was left out can be shown.
    await toTime(of, (await now(of)) + of.clock.epochLength);
    await openStatement(of, settled);
    return { lot, startEpoch, drafts };
  }

  /** From the reveals to the closed round; ends in the second epoch after the closing one. */
  async function run(of: Commune, { lot, startEpoch, drafts }: Sale): Promise<void> {
    const closing = closingEpochOf(startEpoch);
    await toEpoch(of, closing);
    for (const [i, draft] of drafts.entries()) await revealReport(of, reporter(i), draft);
    await unsealLot(of, producer(), lot);
    await toEpoch(of, closing, true);
    await tallyRound(of, lot.lotId, drafts);
    await toEpoch(of, closing + 1);
    expect(await finalizeRound(of, lot.lotId)).to.equal('Final');
    await scoreRound(of, lot.lotId, ids);
    await toEpoch(of, closing + 2);
  }

  const powers = async () => {
    const accounts = ids.map((_, i) => reporter(i).account.address);
    return Promise.all(accounts.map((account) => commune.contracts.power.read.getVotes([account])));
  };

  it('is appointed by a vote while a lot of the old one is being sold and measured', async () => {
    const { access, asset, commodities, models, settlement, power, disputes } = commune.contracts;
    const first = await offer('OLD', 1);
    const { viem } = commune.connection;
    const libraries = {
      Tallying: (await viem.deployContract('Tallying')).address,
      Outcomes: (await viem.deployContract('Outcomes')).address,
    };
    const { genesis, epochLength } = commune.clock;
    const parts = [access, asset, commodities, models, settlement, power].map(({ address }) => address);
    const second = await viem.deployContract('Evaluations', [...parts, genesis, epochLength] as never, { libraries });
    renewed = { ...commune, contracts: { ...commune.contracts, evaluations: second as never } };

    await decide('# Measure with the new contract', [
      callTo(second, 'appointDisputes', [disputes.address]),
      callTo(power, 'appointMinter', [second.address, true]),
      callTo(commodities, 'appointEvaluations', [second.address]),
    ]);
    expect(await currentEpoch(commune)).to.equal(2);
    const startEpoch = 3;
    const lot = await offer('NEW', startEpoch);
    older = await buy(commune, first, 1);
    await toEpoch(commune, startEpoch + 1);
    newer = await buy(renewed, lot, startEpoch);
  });

  it('runs the lots that are offered from then on, and no others', async () => {
    const { commodities, disputes, evaluations } = commune.contracts;
    const contractOf = async (lotId: number) => getAddress((await commodities.read.termsOf([lotId])).evaluations);
    const next = getAddress(renewed.contracts.evaluations.address);
    expect(await contractOf(older.lot.lotId)).to.equal(getAddress(evaluations.address));
    expect(await contractOf(newer.lot.lotId)).to.equal(next);
    expect(getAddress(await renewed.contracts.evaluations.read.disputes())).to.equal(getAddress(disputes.address));
    for (const [of, lotId] of [
      [renewed, older.lot.lotId],
      [commune, newer.lot.lotId],
    ] as const) {
      const args = [lotId, ids[0] ?? 0, TRUTH, DIGEST, DIGEST] as const;
      const { address: account } = reporter(0).account;
      const reveal = of.contracts.evaluations.simulate.reveal(args, { account });
      expect(
        await reveal.then(
          () => 'went through',
          (error: Error) => error.message,
        ),
      ).to.include('ForeignLot');
    }
  });

  it('leaves the old rounds to run off: measured, scored, paid', async () => {
    const { commodities, evaluations } = commune.contracts;
    const before = await powers();
    await run(commune, older);
    await payRound(commune, older.lot.lotId, ids);
    const after = await powers();
    for (const [i, power] of after.entries()) expect(power > (before[i] ?? 0n), `power of ${i}`).to.equal(true);
    expect((await evaluations.read.roundOf([older.lot.lotId])).closed).to.equal(true);
    expect((await commodities.read.lotOf([older.lot.lotId])).state).to.equal(TRUSTED);
    const { emission } = commune.contracts;
    const { account } = commune.actor(accountIndex.keeper);
    await sent(commune, 'mine', emission.write.register([older.lot.lotId], { account }));
  });

  it('can lose its right to give power, when nothing is left to measure', async () => {
    const { power, evaluations, emission, token } = commune.contracts;
    // Two votes cannot be decided before the newer lot's reveals: it has to close first.
    await run(renewed, newer);
    const { account } = commune.actor(accountIndex.keeper);
    await closeRound(renewed, newer.lot.lotId);
    await sent(commune, 'mine', emission.write.register([newer.lot.lotId], { account }));
    await decide('# Nothing is left to measure', [callTo(power, 'appointMinter', [evaluations.address, false])]);
    expect(await power.read.isMinter([evaluations.address])).to.equal(false);
    expect(await power.read.isMinter([renewed.contracts.evaluations.address])).to.equal(true);
    for (const { lot } of [older, newer]) {
      for (const [i, id] of ids.entries()) {
        const { quality } = await renewedOr(lot).read.reportOf([lot.lotId, id]);
        expect(quality > 0).to.equal(true);
        const before = await token.read.balanceOf([reporter(i).account.address]);
        await sent(commune, 'mine', emission.write.claim([lot.lotId, id], { account }));
        expect((await token.read.balanceOf([reporter(i).account.address])) > before).to.equal(true);
      }
    }
  });

  const renewedOr = (lot: OfferedLot) => (lot === newer.lot ? renewed : commune).contracts.evaluations;
});

/** State of a lot, in the order of the contract's enum. */
const TRUSTED = 2;
