import { network } from 'hardhat';
import { type Hex, keccak256, stringToHex, zeroHash } from 'viem';
import { documentDigest } from '../../protocol/documents/document-digest.ts';
import { toOnChainParameters } from '../../protocol/documents/quality-model/to-on-chain-parameters.ts';
import { enoughReports } from '../../protocol/experience/enough-reports.ts';
import { profiles } from '../deploy/profiles.ts';
import { ACCOUNT_COUNT, accountIndex } from '../local/accounts.ts';
import { type Commune, deployLocal, fund, sent } from '../local/deploy-local.ts';
import { listCommodity, type OfferedLot, offerLot, publishModel, unsealLot } from '../local/offer.ts';
import { commitReport, type DraftReport, localSalt, revealReport } from '../local/report.ts';
import { finalizeRound, payRound, scoreRound, tallyRound } from '../local/run-round.ts';
import { commitStatement, openStatement } from '../local/settle.ts';
import { toEpoch, toTime } from '../local/time.ts';
import { choosePurchases } from './choose-purchases.ts';
import { householdModel } from './household-model.ts';
import { drawLotFacts, type LotFacts, lotParameters } from './lot-facts.ts';
import type { ProductMap } from './map-products.ts';
import type { OrderLine } from './order-line.ts';
import { type Experiencer, type Mix, populate } from './population.ts';
import type { Progress } from './progress.ts';
import type { Random } from './random.ts';
import { reportOf } from './report-of.ts';
import { type Sale, sell } from './shop.ts';

const EPOCH = 0;
const CLOSING_EPOCH = 4;
const FEE_BPS = 1_500;
const COMMISSION_BPS = 500;
const RECOMMENDERS = 3;
const MAX_EXPERIENCERS = ACCOUNT_COUNT - accountIndex.firstExperiencer;
/** Of 10,000 reporters, so many do not come back to reveal. */
const FORGETFUL_BPS = 300;
const FUNDS = 10n ** 18n;

/** One lot of the cycle with all that is known of it outside the chain. */
export interface CycleLot extends OfferedLot {
  name: string;
  description: string;
  orderLines: number;
  sales: bigint;
  facts: LotFacts;
}

/** One committed report. */
export interface CycleReport extends DraftReport {
  /** Actor index of the author. */
  account: number;
  sale: Sale;
  revealed: boolean;
}

/** A whole cycle that ran: what happened is on the chain behind `commune`. */
export interface Cycle {
  commune: Commune;
  epoch: number;
  feeBps: number;
  modelId: number;
  experiencers: readonly Experiencer[];
  recommenderIds: readonly number[];
  lots: readonly CycleLot[];
  sales: readonly Sale[];
  reports: readonly CycleReport[];
}

/** Runs one consensus cycle on a local chain of its own with the orders of a shop. */
export async function runCycle(
  lines: readonly OrderLine[],
  products: ProductMap,
  { random, mix, progress }: { random: Random; mix: Mix; progress: Progress },
): Promise<Cycle> {
  const commune = await progress.phase('Deploying the protocol', 0, async (tick) => {
    const deployed = await deployLocal(await network.create(), profiles.production);
    tick(Object.keys(deployed.contracts).length);
    return deployed;
  });
  const { customers, experiencers, recommenderIds } = await progress.phase('Registering people', 0, (tick) =>
    register(commune, lines, { random, mix, tick }),
  );
  const modelId = await publish(commune);
  const lots = await progress.phase('Offering lots', products.lots.length, (tick) =>
    offerLots(commune, modelId, products, random, tick),
  );
  const shop = {
    platformId: commune.platformId,
    epoch: EPOCH,
    feeBps: FEE_BPS,
    commissionBps: COMMISSION_BPS,
    products,
    lotIds: lots.map(({ lotId }) => lotId),
    experiencers: customers,
    recommenderIds,
  };
  const sales = sell(shop, lines, random.fork('orders'));

  await toEpoch(commune, EPOCH + 1);
  const settled = await progress.phase('Settling all orders in one statement', 1, async (tick) => {
    const result = await commitStatement(
      commune,
      EPOCH,
      sales.map(({ receipt }) => receipt),
    );
    tick();
    return result;
  });
  const reports = draftReports(lots, experiencers, customers, sales, random);
  await progress.phase('Committing reports', reports.length, async (tick) => {
    for (const report of reports) {
      const { receipt, salt } = report.sale;
      await commitReport(commune, commune.actor(report.account), report, { receipt, salt, settled });
      tick();
    }
  });
  await toTime(commune, await commune.contracts.settlement.read.opensAt([commune.platformId, EPOCH]));
  await progress.phase('Opening leaves', 0, (tick) => openStatement(commune, settled, tick));
  const cycle = { commune, epoch: EPOCH, feeBps: FEE_BPS, modelId, experiencers, recommenderIds, lots, sales, reports };
  await closeRounds(cycle, progress);
  await payEverybody(cycle);
  return cycle;
}

async function register(
  commune: Commune,
  lines: readonly OrderLine[],
  { random, mix, tick }: { random: Random; mix: Mix; tick: (steps?: number) => void },
) {
  const { power, recommenders } = commune.contracts;
  const { platform, firstExpert, firstProducer, firstRecommender, firstExperiencer } = accountIndex;
  for (const index of [platform, firstExpert, firstProducer]) await fund(commune, commune.actor(index), FUNDS);
  const recommenderIds: number[] = [];
  for (let i = 0; i < RECOMMENDERS; i++) {
    const { account } = commune.actor(firstRecommender + i);
    await sent(commune, 'register recommender', recommenders.write.register([account.address], { account }));
    recommenderIds.push(i + 1);
    tick();
  }
  const customers = new Map<string, { id: number; address: Hex; account: number }>();
  for (const [i, customer] of busiestCustomers(lines).entries()) {
    const actor = commune.actor(firstExperiencer + i);
    await fund(commune, actor, FUNDS);
    await sent(commune, 'register experiencer', power.write.register([zeroHash], { account: actor.account }));
    customers.set(customer, { id: i + 1, address: actor.account.address, account: firstExperiencer + i });
    tick();
  }
  const ids = [...customers.values()].map(({ id }) => id);
  return { customers, experiencers: populate(random.fork('population'), ids, mix), recommenderIds };
}

/** The customers with most order lines become experiencers: as many as the local chain has accounts. */
function busiestCustomers(lines: readonly OrderLine[]): string[] {
  const counts = new Map<string, number>();
  for (const { customer } of lines) counts.set(customer, (counts.get(customer) ?? 0) + 1);
  return [...counts]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, MAX_EXPERIENCERS)
    .map(([customer]) => customer);
}

async function publish(commune: Commune): Promise<number> {
  const expert = commune.actor(accountIndex.firstExpert);
  return publishModel(commune, expert, documentDigest(householdModel), toOnChainParameters(householdModel));
}

async function offerLots(
  commune: Commune,
  modelId: number,
  products: ProductMap,
  random: Random,
  tick: () => void,
): Promise<CycleLot[]> {
  const producer = commune.actor(accountIndex.firstProducer);
  const sealed = lotParameters.map((parameter) => parameter.sealed);
  const lots: CycleLot[] = [];
  for (const { index, name, description, units, orderLines, sales } of products.lots) {
    const digest = documentDigest({ name, description });
    const terms = { modelId, gtin: 0n, feeBps: FEE_BPS, commissionBps: COMMISSION_BPS, documentDigest: digest };
    const commodityId = await listCommodity(commune, producer, terms);
    const facts = drawLotFacts(random.fork(`lot ${index}`));
    const offered = await offerLot(commune, producer, {
      commodityId,
      revision: 1,
      lotCode: `CYCLE-${index}`,
      units: Number(units < 2n ** 32n ? units : 2n ** 32n - 1n),
      startEpoch: EPOCH,
      epochs: 1,
      openClaims: facts.claims.filter((_, i) => !sealed[i]),
      sealedValues: facts.claims.filter((_, i) => sealed[i]),
      documentDigest: digest,
    });
    lots.push({ ...offered, name, description, orderLines, sales, facts });
    tick();
  }
  return lots;
}

function draftReports(
  lots: readonly CycleLot[],
  experiencers: readonly Experiencer[],
  customers: ReadonlyMap<string, { id: number; account: number }>,
  sales: readonly Sale[],
  random: Random,
): CycleReport[] {
  const accounts = new Map([...customers.values()].map(({ id, account }) => [id, account]));
  const chosen = choosePurchases(sales, customers);
  return lots.flatMap(({ lotId, facts }) => {
    const openClaims = facts.claims.map((claim, i) => (lotParameters[i]?.sealed ? null : claim));
    const lot = { id: lotId, parameters: lotParameters, truth: facts.truth, openClaims, agreed: facts.claims };
    return experiencers.flatMap((experiencer) => {
      const sale = chosen.get(lotId)?.get(experiencer.id);
      if (sale === undefined) return [];
      const evidenceDigest = keccak256(stringToHex(`evidence ${lotId}/${experiencer.id}`));
      return {
        lotId,
        experiencerId: experiencer.id,
        values: reportOf(experiencer, lot),
        evidenceDigest,
        salt: localSalt('report', lotId, experiencer.id),
        account: accounts.get(experiencer.id) as number,
        sale,
        revealed: !random.fork(`reveal ${lotId}/${experiencer.id}`).chance(FORGETFUL_BPS),
      };
    });
  });
}

async function closeRounds({ commune, lots, reports }: Cycle, progress: Progress): Promise<void> {
  const { evaluations } = commune.contracts;
  const revealed = reports.filter((report) => report.revealed);
  const ofLot = (lotId: number) => revealed.filter((report) => report.lotId === lotId);
  await toEpoch(commune, CLOSING_EPOCH);
  await progress.phase('Revealing', revealed.length, async (tick) => {
    for (const report of revealed) {
      await revealReport(commune, commune.actor(report.account), report);
      tick();
    }
  });
  for (const lot of lots) await unsealLot(commune, commune.actor(accountIndex.firstProducer), lot);
  await toEpoch(commune, CLOSING_EPOCH, true);
  await progress.phase('Tallying', lots.length, async (tick) => {
    for (const { lotId } of lots) {
      const weights = await Promise.all(
        ofLot(lotId).map(async ({ experiencerId }) => (await evaluations.read.reportOf([lotId, experiencerId])).weight),
      );
      if (enoughReports(weights)) await tallyRound(commune, lotId, ofLot(lotId));
      tick();
    }
  });
  await toEpoch(commune, CLOSING_EPOCH + 1);
  await progress.phase('Scoring', lots.length, async (tick) => {
    for (const { lotId } of lots) {
      const ids = ofLot(lotId).map(({ experiencerId }) => experiencerId);
      if ((await finalizeRound(commune, lotId)) === 'Final') await scoreRound(commune, lotId, ids);
      tick();
    }
  });
  await toEpoch(commune, CLOSING_EPOCH + 2);
  await progress.phase('Paying', lots.length, async (tick) => {
    for (const { lotId } of lots) {
      const ids = reports.filter((report) => report.lotId === lotId).map(({ experiencerId }) => experiencerId);
      await payRound(commune, lotId, ids);
      tick();
    }
  });
}

/** Everybody who has a credit takes it; the commune and the audit fund are paid. */
async function payEverybody({ commune, epoch, recommenderIds }: Cycle): Promise<void> {
  const { settlement, evaluations } = commune.contracts;
  const { account } = commune.actor(accountIndex.keeper);
  const payees = [accountIndex.firstExpert, ...recommenderIds.map((_, i) => accountIndex.firstRecommender + i)];
  for (const payee of payees) {
    const { address } = commune.actor(payee).account;
    if ((await settlement.read.creditOf([address])) > 0n) {
      await sent(commune, 'withdraw', settlement.write.withdraw([address], { account }));
    }
  }
  await sent(commune, 'collect commune share', settlement.write.collectCommune([epoch + 1], { account }));
  await sent(commune, 'collect audit fund', evaluations.write.collectAuditFund({ account }));
}
