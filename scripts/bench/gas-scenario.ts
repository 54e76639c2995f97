import { keccak256, stringToHex, zeroHash } from 'viem';
import type { OnChainParameter } from '../../protocol/documents/quality-model/to-on-chain-parameters.ts';
import { buyerCommitment } from '../../protocol/settlement/buyer-commitment.ts';
import { commissionOf } from '../../protocol/settlement/commission-of.ts';
import { feeOf } from '../../protocol/settlement/fee-of.ts';
import type { Receipt } from '../../protocol/settlement/receipt.ts';
import { accountIndex } from '../local/accounts.ts';
import { type Commune, fund, sent } from '../local/deploy-local.ts';
import { listCommodity, type OfferedLot, offerLot, publishModel, unsealLot } from '../local/offer.ts';
import { commitReport, type DraftReport, localSalt, revealReport } from '../local/report.ts';
import { finalizeRound, tallyRound } from '../local/run-round.ts';
import { commitStatement, type Settled } from '../local/settle.ts';
import { toEpoch } from '../local/time.ts';
import { answerReceipt, challengeReceipt, slashEquivocation } from './cases.ts';
import { openLot, openNominee, openRecommender } from './openings.ts';
import { sampleReceipts } from './sample-receipts.ts';

const REPORTERS = 40;
/** So few that the epoch's limit of slashes is not reached. */
const CASES = 3;
const PARAMETERS = 8;
const FEE_BPS = 1_500;
const COMMISSION_BPS = 500;
const FUNDS = 10n ** 15n;
const PRICE = 100_000_000n;
const DIGEST = keccak256(stringToHex('benchmark'));
const LAST_OF_DEPTH = (depth: number) => 2 ** depth - 1;

/** Runs everything that has a gas target, under the conditions of the target, and books it in the commune's ledger. */
export async function runGasScenario(commune: Commune, largeStatement: number): Promise<void> {
  const reporters = await prepare(commune);
  const modelId = await publishModel(commune, commune.actor(accountIndex.firstExpert), DIGEST, eightParameters());
  const producer = commune.actor(accountIndex.firstProducer);
  const terms = { modelId, gtin: 0n, feeBps: FEE_BPS, commissionBps: COMMISSION_BPS, documentDigest: DIGEST };
  const commodityId = await listCommodity(commune, producer, terms);

  // The second round is what users live with: reporters have power, the commodity has a past.
  await runRound(commune, reporters, await offer(commune, commodityId, 0), 0, 'first round');
  await runRound(commune, reporters, await offer(commune, commodityId, 6), 6, 'later round');
  await settleSample(commune, 13, 1_000, 'commit statement, 1,000 orders');
  await settleSample(commune, 14, largeStatement, `commit statement, ${largeStatement.toLocaleString('en')} orders`);
}

interface Reporter {
  id: number;
  index: number;
}

async function prepare(commune: Commune): Promise<Reporter[]> {
  const { power, recommenders } = commune.contracts;
  const { platform, firstExpert, firstProducer, firstExperiencer, firstRecommender } = accountIndex;
  for (const index of [platform, firstExpert, firstProducer]) await fund(commune, commune.actor(index), FUNDS);
  const { account } = commune.actor(firstRecommender);
  await sent(commune, 'register recommender', recommenders.write.register([account.address], { account }));
  const reporters: Reporter[] = [];
  for (let i = 0; i < REPORTERS; i++) {
    const actor = commune.actor(firstExperiencer + i);
    await fund(commune, actor, FUNDS);
    const register = power.write.register([zeroHash], { account: actor.account });
    await sent(commune, 'register experiencer', register);
    reporters.push({ id: i + 1, index: firstExperiencer + i });
  }
  return reporters;
}

function eightParameters(): OnChainParameter[] {
  return Array.from({ length: PARAMETERS }, (_, i) => ({
    code: stringToHex(`P${i}`, { size: 12 }),
    direction: 0,
    decimals: 1,
    legalMin: -1_000_000,
    legalMax: 1_000_000,
    tolerance: 100,
    weightBps: 1_250,
    critical: i === 0,
    isSealed: i >= 6,
  }));
}

async function offer(commune: Commune, commodityId: number, startEpoch: number): Promise<OfferedLot> {
  await toEpoch(commune, startEpoch);
  return offerLot(commune, commune.actor(accountIndex.firstProducer), {
    commodityId,
    revision: 1,
    lotCode: `LOT-${startEpoch}`,
    units: 1_000,
    startEpoch,
    epochs: 1,
    openClaims: [1_000, 1_000, 1_000, 1_000, 1_000, 1_000],
    sealedValues: [1_000, 1_000],
    documentDigest: DIGEST,
  });
}

function receipt(commune: Commune, epoch: number, name: string, fields: Partial<Receipt>): Receipt {
  const recommenderId = fields.recommenderId ?? 0;
  return {
    platformId: commune.platformId,
    epoch,
    orderId: keccak256(stringToHex(`${epoch}/${name}`)),
    lotId: 0,
    quantity: 1,
    sales: PRICE,
    fee: feeOf(PRICE, FEE_BPS),
    commission: commissionOf(PRICE, COMMISSION_BPS, recommenderId),
    recommenderId,
    nomineeId: 0,
    buyerCommitment: keccak256(stringToHex(`buyer ${name}`)),
    ...fields,
  };
}

/**
 * Orders of the reporters, one per nominee leaf, with others around them so that the path from a reporter's receipt to the
 * root has 7 + 6 + 7 = 20 levels; that to the recommenders' root has 13 + 7.
 */
function depth20Receipts(commune: Commune, reporters: readonly Reporter[], lotId: number, epoch: number): Receipt[] {
  const own = reporters.map(({ id, index }) =>
    receipt(commune, epoch, `own ${id}`, {
      lotId,
      nomineeId: id,
      buyerCommitment: buyerCommitment(commune.actor(index).account.address, localSalt('buyer', index)),
    }),
  );
  const fillers = reporters.flatMap(({ id }) =>
    Array.from({ length: 127 }, (_, i) => receipt(commune, epoch, `filler ${id} ${i}`, { lotId, nomineeId: id })),
  );
  const deepest = receipt(commune, epoch, 'last nominee', { lotId, nomineeId: LAST_OF_DEPTH(6) });
  const lastLot = receipt(commune, epoch, 'last lot', { lotId: LAST_OF_DEPTH(7), recommenderId: LAST_OF_DEPTH(7) });
  return [...own, ...fillers, deepest, lastLot];
}

/** Orders whose lot, nominee and recommender leaves all lie under trees of 20 levels. */
function deepOpenings(commune: Commune, reporters: readonly Reporter[], lotId: number, epoch: number): Receipt[] {
  const nominations = reporters.map(({ id }) => receipt(commune, epoch, `for ${id}`, { lotId, nomineeId: id }));
  return [
    ...nominations,
    receipt(commune, epoch, 'recommended', { lotId, recommenderId: 1 }),
    receipt(commune, epoch, 'last nominee', { lotId, nomineeId: LAST_OF_DEPTH(20) }),
    receipt(commune, epoch, 'last lot', { lotId: LAST_OF_DEPTH(20), recommenderId: LAST_OF_DEPTH(20) }),
  ];
}

async function runRound(
  commune: Commune,
  reporters: readonly Reporter[],
  lot: OfferedLot,
  start: number,
  label: string,
): Promise<void> {
  const { lotId } = lot;
  const closing = start + 4;
  await toEpoch(commune, start + 1);
  const receipts = depth20Receipts(commune, reporters, lotId, start);
  const purchases = await commitStatement(commune, start, receipts);
  await runCases(commune, receipts, purchases, label);
  const drafts = await commitReports(commune, reporters, receipts, purchases, lotId, label);
  await toEpoch(commune, start + 2);
  const deep = await commitStatement(commune, start + 1, deepOpenings(commune, reporters, lotId, start + 1));
  await toEpoch(commune, start + 3);
  await openDeep(commune, deep, reporters, lotId, label);

  await toEpoch(commune, closing);
  for (const [i, draft] of drafts.entries()) {
    const step = `reveal 8 parameters, ${i === 0 ? 'first of the' : 'in a'} ${label}`;
    await relabel(commune, 'reveal report', step, () =>
      revealReport(commune, author(commune, reporters, draft), draft),
    );
  }
  await unsealLot(commune, commune.actor(accountIndex.firstProducer), lot);
  await toEpoch(commune, closing, true);
  const tally = `tally of ${drafts.length} reports, per report, ${label}`;
  await relabel(commune, 'tally', tally, () => tallyRound(commune, lotId, drafts), BigInt(drafts.length));
  await toEpoch(commune, closing + 1);
  await relabel(commune, 'finalize', `finalize, ${label}`, () => finalizeRound(commune, lotId));
  await scoreAndClaim(commune, lotId, drafts, label);
}

/** Some of the orders are challenged and answered, some shown to be signed twice. */
async function runCases(
  commune: Commune,
  receipts: readonly Receipt[],
  { trees }: Settled,
  label: string,
): Promise<void> {
  for (const one of receipts.slice(0, CASES)) {
    await relabel(commune, 'challenge a receipt', `challenge a receipt, ${label}`, () =>
      challengeReceipt(commune, one),
    );
    const answer = `answer a challenge, depth 20, ${label}`;
    await relabel(commune, 'answer a challenge', answer, () => answerReceipt(commune, one, trees));
    const slash = 'slash two receipts for one order';
    await relabel(commune, slash, `${slash}, ${label}`, () => slashEquivocation(commune, one));
  }
}

function author(commune: Commune, reporters: readonly Reporter[], { experiencerId }: DraftReport) {
  return commune.actor(reporters[experiencerId - 1]?.index ?? -1);
}

async function commitReports(
  commune: Commune,
  reporters: readonly Reporter[],
  receipts: readonly Receipt[],
  settled: Settled,
  lotId: number,
  label: string,
): Promise<DraftReport[]> {
  const drafts: DraftReport[] = [];
  for (const { id, index } of reporters) {
    const values = Array.from({ length: PARAMETERS }, (_, i) => 990 + ((id * 7 + i * 3) % 21));
    const salt = localSalt('report', lotId, id);
    const draft: DraftReport = { lotId, experiencerId: id, values, evidenceDigest: DIGEST, salt };
    const own = receipts[id - 1];
    if (own === undefined) throw new RangeError(`no receipt of reporter ${id}`);
    const purchase = { receipt: own, salt: localSalt('buyer', index), settled };
    // While the contract holds no money at all, its balance is a new slot.
    const empty = (await commune.contracts.asset.read.balanceOf([commune.contracts.evaluations.address])) === 0n;
    const step = empty ? `into an empty contract: commit report, ${label}` : `commit report, depth 20, ${label}`;
    await relabel(commune, 'commit report', step, () => commitReport(commune, commune.actor(index), draft, purchase));
    drafts.push(draft);
  }
  return drafts;
}

async function openDeep(
  commune: Commune,
  { trees }: Settled,
  reporters: readonly Reporter[],
  lotId: number,
  label: string,
): Promise<void> {
  const open = (leaf: string, opening: () => Promise<bigint>) =>
    relabel(commune, `open ${leaf} leaf`, `open ${leaf} leaf, depth 20, ${label}`, opening);
  await open('lot', () => openLot(commune, trees, lotId));
  for (const { id } of reporters) await open('nominee', () => openNominee(commune, trees, lotId, id));
  await open('recommender', () => openRecommender(commune, trees, 1));
}

async function scoreAndClaim(
  commune: Commune,
  lotId: number,
  drafts: readonly DraftReport[],
  label: string,
): Promise<void> {
  const { evaluations } = commune.contracts;
  const { account } = commune.actor(accountIndex.keeper);
  const ids = drafts.map(({ experiencerId }) => experiencerId);
  const score = (step: string, page: number[], parts = 1n) =>
    relabel(
      commune,
      'score',
      step,
      () => sent(commune, 'score', evaluations.write.score([lotId, page], { account })),
      parts,
    );
  await score(`score one report, first of the epoch, ${label}`, ids.slice(0, 1));
  for (const id of ids.slice(1, 8)) await score(`score one report, ${label}`, [id]);
  const batch = ids.slice(8);
  await score(`score in a batch of ${batch.length}, per report, ${label}`, batch, BigInt(batch.length));
  const { scoringEpoch } = await evaluations.read.roundOf([lotId]);
  await toEpoch(commune, scoringEpoch + 1);
  await sent(commune, `close, ${label}`, evaluations.write.close([lotId], { account }));
  for (const id of ids) {
    const won = (await evaluations.read.rewardOf([lotId, id])) > 0n;
    const step = `claim ${won ? 'bond and reward' : 'bond'}, ${label}`;
    await sent(commune, step, evaluations.write.claim([lotId, id], { account }));
  }
}

async function settleSample(commune: Commune, epoch: number, orders: number, step: string): Promise<void> {
  await toEpoch(commune, epoch + 1);
  const receipts: Receipt[] = [];
  for (const sample of sampleReceipts(orders, 1)) receipts.push({ ...sample, platformId: commune.platformId, epoch });
  await relabel(commune, 'commit statement', step, () => commitStatement(commune, epoch, receipts));
}

/** Books what `work` booked under `from` as `step` instead, divided by `parts`. */
async function relabel<T>(
  commune: Commune,
  from: string,
  step: string,
  work: () => Promise<T>,
  parts = 1n,
): Promise<T> {
  commune.gas.entries.delete(from);
  const result = await work();
  const total = commune.gas.entries.get(from)?.total ?? 0n;
  commune.gas.entries.delete(from);
  commune.gas.add(step, total / parts);
  return result;
}
