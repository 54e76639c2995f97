import { expect } from 'chai';
import { network } from 'hardhat';
import { keccak256, parseEventLogs, stringToHex } from 'viem';
import { bondForLot } from '../../protocol/commodities/bond-for-lot.ts';
import { documentDigest } from '../../protocol/documents/document-digest.ts';
import { toOnChainParameters } from '../../protocol/documents/quality-model/to-on-chain-parameters.ts';
import { packValues } from '../../protocol/experience/pack-values.ts';
import { buyerCommitment } from '../../protocol/settlement/buyer-commitment.ts';
import { feeOf } from '../../protocol/settlement/fee-of.ts';
import { accountIndex } from '../../scripts/local/accounts.ts';
import { commitVote, drawJury, endCase, revealVote } from '../../scripts/local/court.ts';
import { type Actor, type Commune, deployLocal, fund, sent } from '../../scripts/local/deploy-local.ts';
import { listCommodity, type OfferedLot, offerLot, publishModel, unsealLot } from '../../scripts/local/offer.ts';
import { commitReport, type DraftReport, localSalt, revealReport } from '../../scripts/local/report.ts';
import { closeRound, scoreRound, tallyRound } from '../../scripts/local/run-round.ts';
import { commitStatement, openStatement, type Settled } from '../../scripts/local/settle.ts';
import { toEpoch, toTime } from '../../scripts/local/time.ts';
import { lots } from '../../scripts/seed/catalogue/lots.ts';
import { qualityModels } from '../../scripts/seed/catalogue/quality-models.ts';
import { valuesInOrder } from '../../scripts/seed/catalogue/values-in-order.ts';
import { holdElection, standJurors, trust } from './elect-jurors.ts';

const JURORS = 5;
const HONEST = 3;
const LIARS = 7;
const SALE_EPOCH = 1;
const CLOSING_EPOCH = 5;
const FUNDS = 10n ** 12n;
const PRICE = 100_000_000n;
const FEE_BPS = 1_000;
const BOND = 300_000_000n;
const UPHOLD = 1;
const OVERTURN = 2;
const SUSPENDED = 5;
const [DIGEST, EVIDENCE] = [documentDigest('a document'), documentDigest('spectra')];

const seedLot = lots.find(({ lotCode }) => lotCode === 'PIC/07') ?? expect.fail('the catalogue has no lie');
const model = qualityModels.find(({ key }) => key === 'oliveOil')?.document ?? expect.fail('no model');
const truth = valuesInOrder(seedLot.truth, model);
const lie = valuesInOrder(seedLot.claims, model);

describe('a majority that lies about a lot', function () {
  this.timeout(60_000);
  let commune: Commune;
  let lot: OfferedLot;
  let settled: Settled;
  let drafts: DraftReport[];
  let caseId: bigint;
  let jury: readonly number[];

  const keeper = () => commune.actor(accountIndex.keeper);
  const producer = () => commune.actor(accountIndex.firstProducer);
  const reporter = (i: number) => commune.actor(accountIndex.firstExperiencer + i);
  const juror = (i: number) => commune.actor(accountIndex.firstJuror + i);
  const challenger = () => reporter(0);
  const balanceOf = ({ account }: Actor) => commune.contracts.asset.read.balanceOf([account.address]);
  const buyerSalt = (i: number) => localSalt('journey', i);

  before(async () => {
    commune = await deployLocal(await network.create());
  });

  it('comes to a commune that has elected its jurors', async () => {
    const { power } = commune.contracts;
    for (const account of Array.from({ length: HONEST + LIARS }, (_, i) => reporter(i).account)) {
      await sent(commune, 'register', power.write.register([DIGEST], { account }));
    }
    const jurors = Array.from({ length: JURORS }, (_, i) => juror(i));
    await trust(
      commune,
      jurors.map((actor) => ({ actor, power: 10_000_000n })),
    );
    await toEpoch(commune, 1);
    await standJurors(commune, jurors);
    lot = await offer();
  });

  async function offer(): Promise<OfferedLot> {
    await fund(commune, commune.actor(accountIndex.firstExpert), FUNDS);
    await fund(commune, producer(), FUNDS);
    const expert = commune.actor(accountIndex.firstExpert);
    const modelId = await publishModel(commune, expert, DIGEST, toOnChainParameters(model));
    const terms = { modelId, gtin: 0n, feeBps: FEE_BPS, commissionBps: 0, documentDigest: DIGEST };
    const commodityId = await listCommodity(commune, producer(), terms);
    return offerLot(commune, producer(), {
      commodityId,
      revision: 1,
      lotCode: seedLot.lotCode,
      units: 100,
      startEpoch: SALE_EPOCH,
      epochs: 1,
      openClaims: valuesInOrder(seedLot.claims, model, 'open'),
      sealedValues: valuesInOrder(seedLot.claims, model, 'sealed'),
      documentDigest: DIGEST,
    });
  }

  it('buys the lot, and commits to the producer’s own figures', async () => {
    const { platformId } = commune;
    await fund(commune, commune.actor(accountIndex.platform), FUNDS);
    const receipts = Array.from({ length: HONEST + LIARS }, (_, i) => ({
      platformId,
      epoch: SALE_EPOCH,
      orderId: keccak256(stringToHex(`order ${i}`)),
      lotId: lot.lotId,
      quantity: 1,
      sales: PRICE,
      fee: feeOf(PRICE, FEE_BPS),
      commission: 0n,
      recommenderId: 0,
      nomineeId: i + 1,
      buyerCommitment: buyerCommitment(reporter(i).account.address, buyerSalt(i)),
    }));
    await toEpoch(commune, SALE_EPOCH + 1);
    settled = await commitStatement(commune, SALE_EPOCH, receipts);
    drafts = receipts.map((_, i) => ({
      lotId: lot.lotId,
      experiencerId: i + 1,
      values: i < HONEST ? truth : lie,
      evidenceDigest: DIGEST,
      salt: localSalt('report', i),
    }));
    for (const [i, draft] of drafts.entries()) {
      await fund(commune, reporter(i), FUNDS);
      const receipt = receipts[i] ?? expect.fail('no receipt');
      await commitReport(commune, reporter(i), draft, { receipt, salt: buyerSalt(i), settled });
    }
    await toEpoch(commune, 3);
    await openStatement(commune, settled);
    await holdElection(commune);
  });

  it('outvotes the honest in the tally, and is challenged with R′', async () => {
    const { disputes } = commune.contracts;
    await toEpoch(commune, CLOSING_EPOCH);
    for (const [i, draft] of drafts.entries()) await revealReport(commune, reporter(i), draft);
    await unsealLot(commune, producer(), lot);
    await toEpoch(commune, CLOSING_EPOCH, true);
    expect(await tallyRound(commune, lot.lotId, drafts)).to.deep.equal(lie);
    const value = await disputes.read.arbitrationCost();
    const options = { account: challenger().account, value };
    await sent(commune, 'challenge', disputes.write.challenge([lot.lotId, truth, BOND, EVIDENCE], options));
    caseId = await disputes.read.caseOfRound([lot.lotId]);
    await toEpoch(commune, CLOSING_EPOCH + 1);
    const { account } = keeper();
    await sent(commune, 'refer', disputes.write.refer([lot.lotId], { account }));
    const { abi } = commune.contracts.evaluations;
    const finalize = commune.publicClient.simulateContract({
      ...{ address: commune.contracts.evaluations.address, abi, functionName: 'finalize', args: [lot.lotId] },
    });
    await finalize.then(
      () => expect.fail('a disputed round ended without a ruling'),
      (error: Error) => expect(error.message).to.include('RoundDisputed'),
    );
  });

  it('is found out by a jury drawn from the validators', async () => {
    const { court, disputes, elections } = commune.contracts;
    const { disputeId } = await disputes.read.caseOf([caseId]);
    const [, evidenceUntil] = await court.read.phaseOf([disputeId]);
    await toTime(commune, evidenceUntil);
    jury = await drawJury(commune, disputeId);
    expect(jury.length).to.equal(3);
    const key = { chainId: commune.chainId, court: court.address, disputeId, round: 0 };
    const votes = jury.map((candidateId, seat) => {
      const choice = seat === 0 ? UPHOLD : OVERTURN;
      return { ...key, seat, candidateId, choice, salt: localSalt('vote', seat) };
    });
    for (const vote of votes) await commitVote(commune, juror(vote.candidateId - 1), vote);
    for (const vote of votes) await revealVote(commune, juror(vote.candidateId - 1), vote);
    expect(await court.read.currentRuling([disputeId])).to.equal(BigInt(OVERTURN));
    const [, appealUntil] = await court.read.phaseOf([disputeId]);
    await toTime(commune, appealUntil);
    const { candidateId } = votes[0] ?? expect.fail('no juror');
    await endCase(commune, caseId);
    const term = await elections.read.currentTerm();
    expect(await elections.read.slashedIn([term, candidateId])).to.equal(true);
  });

  it('costs the producer his bond, and the lot its place in the market', async () => {
    const { commodities, evaluations } = commune.contracts;
    expect((await commodities.read.lotOf([lot.lotId])).state).to.equal(SUSPENDED);
    expect((await commodities.read.commodityOf([lot.commodityId])).bond).to.equal(0n);
    expect(await commodities.read.isSellable([lot.lotId])).to.equal(false);
    const round = await evaluations.read.roundOf([lot.lotId]);
    expect(round.overturned).to.equal(true);
    expect(round.consensus).to.equal(packValues(truth));
    expect(round.scoringEpoch).to.equal(CLOSING_EPOCH + 2);
  });

  it('scores nothing, while the honest are scored', async () => {
    const { evaluations } = commune.contracts;
    await toEpoch(commune, CLOSING_EPOCH + 2);
    const ids = drafts.map(({ experiencerId }) => experiencerId);
    await scoreRound(commune, lot.lotId, ids);
    for (const [i, id] of ids.entries()) {
      const { quality } = await evaluations.read.reportOf([lot.lotId, id]);
      expect(quality > 0, `report ${id}`).to.equal(i < HONEST);
    }
    await toEpoch(commune, CLOSING_EPOCH + 3);
    await closeRound(commune, lot.lotId);
  });

  it('loses its bonds, half of them to the challenger; the honest are paid', async () => {
    const { commodities, disputes, evaluations } = commune.contracts;
    const { account } = keeper();
    const required = await commodities.read.bondRequired();
    const unsealChargeBps = await commodities.read.unsealChargeBps();
    let bounty = bondForLot({ required, unsealChargeBps, pledged: 0n }) / 2n;
    for (const [i, { experiencerId }] of drafts.entries()) {
      const { fee, bondMultiple } = await evaluations.read.reportOf([lot.lotId, experiencerId]);
      const bond = fee * BigInt(bondMultiple);
      const before = await balanceOf(reporter(i));
      const claim = evaluations.write.claim([lot.lotId, experiencerId], { account });
      const { logs } = await sent(commune, 'claim', claim);
      const slashed = parseEventLogs({ abi: evaluations.abi, eventName: 'ReportSlashed', logs });
      const paid = (await balanceOf(reporter(i))) - before;
      if (i < HONEST) {
        expect(paid > bond, 'bond and reward').to.equal(true);
        expect(slashed).to.deep.equal([]);
      } else {
        expect(paid).to.equal(0n);
        expect(slashed.map(({ args }) => args.amount)).to.deep.equal([bond]);
        bounty += bond / 2n;
      }
    }
    const { address } = challenger().account;
    const before = await balanceOf(challenger());
    await sent(commune, 'withdraw', disputes.write.withdraw([address], { account }));
    await sent(commune, 'withdraw', evaluations.write.withdraw([address], { account }));
    expect((await balanceOf(challenger())) - before).to.equal(BOND + bounty);
  });

  it('leaves no money behind', async () => {
    const { asset, court, disputes, evaluations, validators } = commune.contracts;
    const { account } = keeper();
    await sent(commune, 'sweep', evaluations.write.sweepLeftover([lot.lotId], { account }));
    await sent(commune, 'audit', evaluations.write.collectAuditFund({ account }));
    expect(await asset.read.balanceOf([evaluations.address])).to.equal(0n);
    expect(await asset.read.balanceOf([disputes.address])).to.equal(0n);
    for (const candidateId of jury.slice(1)) {
      const { account: to } = await validators.read.candidateOf([candidateId]);
      await sent(commune, 'withdraw', court.write.withdraw([to], { account }));
    }
    expect(await commune.publicClient.getBalance({ address: court.address })).to.equal(0n);
    expect(await commune.contracts.token.read.balanceOf([court.address])).to.equal(0n);
  });
});
