/**
 * What settlement costs: `npm run bench:settlement`. Gas of whole epochs by their number of orders, of openings and cases by the
 * depth of their trees, and beside them what is published of orders that are settled wholly on chain. Base cost of transactions
 * included. Fails when a target is missed.
 */
import { network } from 'hardhat';
import { keccak256, stringToHex } from 'viem';
import { formatTable, type TableColumn } from '../cycle/table.ts';
import { accountIndex } from '../local/accounts.ts';
import { compile } from '../local/compile.ts';
import { type Commune, deployLocal, fund, sent } from '../local/deploy-local.ts';
import { listCommodity, offerLot, publishModel } from '../local/offer.ts';
import { type CaseCosts, measureCases } from './settlement-cases.ts';
import { type EpochCost, type LeavesCost, measureEpoch, SAMPLE } from './settlement-epochs.ts';

const ORDERS = [1_000, 10_000, 100_000, 1_000_000];
const DEPTHS = [10, 20, 30];
const FUNDS = 10n ** 16n;
const PRODUCER_BOND = 10n ** 10n;
const DIGEST = keccak256(stringToHex('benchmark'));

/** Gas of one order or one claim on chain, as their projects publish it. */
const PUBLISHED = [
  { name: 'Boson Protocol v2.5.1, paid in an ERC-20', gas: 641_100n },
  { name: 'Boson Protocol v2.5.1, paid in the native coin', gas: 616_979n },
  { name: 'Boson Protocol v2.5.1, cheapest path (about)', gas: 348_000n },
];
const MERKLE_DISTRIBUTOR_CLAIM = 96_160n;

/** At most, at a depth. */
const TARGETS: [what: string, depth: number, gas: bigint][] = [
  ['challenge a receipt', 20, 70_000n],
  ['answer a challenge', 20, 120_000n],
  ['slash two receipts for one order', 20, 75_000n],
];

const say = (text: string) => console.log(`[settlement] ${text}`);
await compile(say, new AbortController().signal);
say('deploying, with lots and recommenders ...');
const commune = await deployLocal(await network.create());
await prepare(commune);

const cases = new Map<number, CaseCosts>();
for (const depth of DEPTHS) {
  say(`openings and cases under trees of ${depth} levels ...`);
  cases.set(depth, await fromTheStart(() => measureCases(commune, depth)));
}
const epochs: EpochCost[] = [];
for (const orders of ORDERS) {
  say(`an epoch of ${count(orders)} orders ...`);
  epochs.push(await fromTheStart(() => measureEpoch(commune, orders)));
}

printEpochs();
printCases();
printComparison();
const missed = TARGETS.filter(([what, depth, most]) => (cases.get(depth)?.[what] ?? most + 1n) > most);
for (const [what, depth, most] of TARGETS) {
  const met = !missed.some(([one]) => one === what);
  console.log(`${met ? 'met   ' : 'MISSED'}  ${what} ≤ ${count(most)} gas at depth ${depth}`);
}
process.exitCode = missed.length === 0 ? 0 : 1;

/** Every measurement finds the same state: first openings of lots, whose slots are new. */
async function fromTheStart<T>(measure: () => Promise<T>): Promise<T> {
  const start = await commune.connection.networkHelpers.takeSnapshot();
  const result = await measure();
  await start.restore();
  return result;
}

async function prepare(commune: Commune): Promise<void> {
  const { platform, firstExpert, firstProducer, firstRecommender } = accountIndex;
  const { asset, commodities, recommenders, settlement } = commune.contracts;
  for (const index of [platform, firstExpert, firstProducer]) await fund(commune, commune.actor(index), FUNDS);
  const parameter = { direction: 0, decimals: 0, legalMin: 0, legalMax: 100, tolerance: 1, weightBps: 5_000 } as const;
  const modelId = await publishModel(commune, commune.actor(firstExpert), DIGEST, [
    { ...parameter, code: stringToHex('A', { size: 12 }), critical: true, isSealed: false },
    { ...parameter, code: stringToHex('B', { size: 12 }), critical: false, isSealed: true },
  ]);
  const producer = commune.actor(firstProducer);
  const { account } = producer;
  const terms = { modelId, gtin: 0n, feeBps: 1_500, commissionBps: 500, documentDigest: DIGEST };
  const commodityId = await listCommodity(commune, producer, terms);
  // Statements come to a contract that holds money: its balance is no new slot.
  await sent(commune, 'money', asset.write.drip([settlement.address, 1n], { account }));
  const topUp = commodities.write.topUpBond([commodityId, PRODUCER_BOND], { account });
  await sent(commune, 'bond for many lots', topUp);
  const sale = { commodityId, revision: 1, units: 1_000, startEpoch: 0, epochs: 1, documentDigest: DIGEST };
  for (let i = 0; i < SAMPLE; i++) {
    await offerLot(commune, producer, { ...sale, lotCode: `L${i}`, openClaims: [1], sealedValues: [1] });
    const recommender = { account: commune.actor(firstRecommender + i).account };
    const register = recommenders.write.register([recommender.account.address], recommender);
    await sent(commune, 'register recommender', register);
  }
}

function printEpochs(): void {
  console.log('\nOne epoch of a platform: one statement, then leaves that anybody opens\n');
  const columns = [
    'orders',
    'statement',
    'per order',
    'lots',
    'gas each',
    'recomm.',
    'gas each',
    'all paid, per order',
  ];
  const rows = epochs.map((epoch) => {
    const { orders, statement, lots, recommenders } = epoch;
    const leaves = [lots, recommenders].flatMap(({ count: many, each }) => [count(many), count(each)]);
    return [count(orders), count(statement), perOrder(statement, orders), ...leaves, perOrder(paid(epoch), orders)];
  });
  console.log(table(columns, rows));
  console.log(
    `\nThe statement carries the orders; opening the leaves of lots and recommenders credits everybody whom it owes, who fetches it
when he likes (not counted). Nominee leaves count what buyers nominated to an experiencer on a lot; only who measured that lot needs
his. If all of them were opened:\n`,
  );
  const withNominees = epochs.map((epoch) => {
    const { orders, nominees } = epoch;
    return [count(orders), count(nominees.count), count(nominees.each), perOrder(everything(epoch), orders)];
  });
  console.log(table(['orders', 'nominee leaves', 'gas each', 'every leaf, per order'], withNominees));
  console.log(
    `\nGas each: average of up to ${SAMPLE} leaves opened in that statement, all for the first time. Orders are spread as in
sample-receipts.ts: 1,000 lots, 2,000 nominees, 300 recommenders, few of them popular.`,
  );
}

function printCases(): void {
  console.log('\nBy the depth of the trees (an answer has two proofs of as many levels)\n');
  const steps = Object.keys(cases.get(DEPTHS[0] ?? 0) ?? {});
  const rows = steps.map((step) => [step, ...DEPTHS.map((depth) => count(cases.get(depth)?.[step] ?? 0n))]);
  console.log(table(['', ...DEPTHS.map((depth) => `depth ${depth}`)], rows));
}

function printComparison(): void {
  console.log('\nBeside orders that are settled wholly on chain (published figures): their gas ÷ ours\n');
  const columns = ['', 'gas an order', ...ORDERS.map((orders) => `÷ at ${count(orders)}`)];
  const rows = PUBLISHED.map(({ name, gas }) => [
    name,
    count(gas),
    ...epochs.map((epoch) => ratio(gas * BigInt(epoch.orders), paid(epoch))),
  ]);
  const own = epochs.map((epoch) => perOrder(paid(epoch), epoch.orders));
  const all = epochs.map((epoch) => perOrder(everything(epoch), epoch.orders));
  rows.push(['here: statement, lots and recommenders paid', '', ...own]);
  rows.push(['here: with every nominee leaf', '', ...all]);
  console.log(table(columns, rows));
  const at20 = cases.get(20) ?? {};
  const dispute = (at20['challenge a receipt'] ?? 0n) + (at20['answer a challenge'] ?? 0n);
  const claim = at20['open a recommender leaf'] ?? 0n;
  const fetched = at20['fetch what was credited'] ?? 0n;
  console.log(`
A challenged and answered order: ${count(dispute)} gas at depth 20. The challenger pays the challenge, his pledge the answer.
A recommender's leaf, which credits all his orders of an epoch: ${count(claim)} gas at depth 20, and ${count(fetched)} when he fetches his
credit, once for any number of leaves. A claim of Uniswap's MerkleDistributor, transfer included: ${count(MERKLE_DISTRIBUTOR_CLAIM)} at depth 20
(theirs ÷ ours with one leaf a transfer: ${ratio(MERKLE_DISTRIBUTOR_CLAIM, claim + fetched)}).

This is no like for like. Boson's gas buys escrow: the contract holds the buyer's money until he has the good or a dispute is
decided. Here it does not: buyers pay the platform off chain, only what the platform owes to others is deposited, afterwards,
and what holds it to its receipts is its bond, as far as that goes. Saved is the gas of everything that nobody disputes.
`);
}

function sumOf({ count: many, each }: LeavesCost): bigint {
  return BigInt(many) * each;
}

/** Statement, lots and recommenders: after this nobody is owed anything by the statement. */
function paid({ statement, lots, recommenders }: EpochCost): bigint {
  return statement + sumOf(lots) + sumOf(recommenders);
}

function everything(epoch: EpochCost): bigint {
  return paid(epoch) + sumOf(epoch.nominees);
}

function count(value: number | bigint): string {
  return value.toLocaleString('en');
}

function perOrder(gas: bigint, orders: number): string {
  const each = Number(gas) / orders;
  return each.toLocaleString('en', { maximumFractionDigits: each < 10 ? 2 : 0 });
}

function ratio(a: bigint, b: bigint): string {
  const value = Number(a) / Number(b);
  return value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 2 : 0 });
}

function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const columns = titles.map((title, i): TableColumn => ({ title, align: i === 0 && title === '' ? 'left' : 'right' }));
  return formatTable(columns, rows);
}
