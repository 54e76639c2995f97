/**
 * Benchmark of a statement's trees: `node scripts/bench/tree.ts [--orders N]`. Builds both trees over N receipts (digests
 * included), OpenZeppelin's StandardMerkleTree over a sample of the same receipts' fields, and fails when a target is missed.
 */
import { parseArgs } from 'node:util';
import { StandardMerkleTree } from '@openzeppelin/merkle-tree';
import { buildStatementTrees } from '../../protocol/settlement/build-statement-trees.ts';
import { provePurchase } from '../../protocol/settlement/prove-purchase.ts';
import { type Receipt, receiptTypes } from '../../protocol/settlement/receipt.ts';
import { verifyPurchase } from '../../protocol/settlement/verify-purchase.ts';
import { sampleReceipts, sampleScope } from './sample-receipts.ts';

const MAX_SECONDS_PER_MILLION = 60;
const MAX_RSS_BYTES = 1.5e9;
const MIN_RATIO = 5;
const OPENZEPPELIN_SAMPLE = 50_000;
const PROOFS = 1_000;

const { values } = parseArgs({ options: { orders: { type: 'string', default: '1000000' } } });
const orders = Number(values.orders);
if (!Number.isSafeInteger(orders) || orders < 1)
  throw new Error(`--orders must be a positive integer, not ${values.orders}`);

const receipts = [...sampleReceipts(orders, 1)];
const start = performance.now();
const trees = await buildStatementTrees(receipts, sampleScope);
const seconds = (performance.now() - start) / 1000;
// Before the comparison, whose memory is not ours.
const rssBytes = process.resourceUsage().maxRSS * 1024;
const ours = (seconds * 1e6) / orders;

const proved = Array.from({ length: PROOFS }, (_, i) => receipts[Math.floor((i * orders) / PROOFS)] as Receipt);
const proofStart = performance.now();
const proofs = proved.map((receipt) => provePurchase(trees, receipt.orderId));
const proofMicroseconds = ((performance.now() - proofStart) * 1000) / PROOFS;
const sound = proved.slice(0, 50).every((receipt, i) => {
  const proof = proofs[i];
  return proof !== undefined && verifyPurchase(receipt, proof, trees, sampleScope);
});

const fields = receiptTypes.Receipt;
const rows = receipts.slice(0, OPENZEPPELIN_SAMPLE).map((receipt) => fields.map(({ name }) => receipt[name]));
const openZeppelinStart = performance.now();
StandardMerkleTree.of(
  rows,
  fields.map(({ type }) => type),
);
const openZeppelin = ((performance.now() - openZeppelinStart) * 1000) / rows.length;
const ratio = openZeppelin / ours;

console.log(`${orders.toLocaleString('en')} orders, ${trees.store.length.toLocaleString('en')} nodes in both trees`);
console.log(`build            ${seconds.toFixed(2)} s`);
console.log(`peak memory      ${(rssBytes / 1e6).toFixed(0)} MB`);
console.log(`per leaf         ${ours.toFixed(2)} µs`);
console.log(
  `OpenZeppelin     ${openZeppelin.toFixed(2)} µs per leaf (${rows.length.toLocaleString('en')} leaves, one tree)`,
);
console.log(`ratio            ${ratio.toFixed(1)} ×`);
console.log(`purchase proof   ${proofMicroseconds.toFixed(1)} µs`);

const targets: [string, boolean][] = [
  [`≤ ${MAX_SECONDS_PER_MILLION} s per million orders`, seconds <= MAX_SECONDS_PER_MILLION * Math.max(1, orders / 1e6)],
  [`≤ ${MAX_RSS_BYTES / 1e9} GB`, rssBytes <= MAX_RSS_BYTES],
  [`≥ ${MIN_RATIO} × as fast per leaf as OpenZeppelin`, ratio >= MIN_RATIO],
  ['proofs verify', sound],
];
for (const [target, met] of targets) console.log(`${met ? 'met   ' : 'MISSED'}  ${target}`);
if (targets.some(([, met]) => !met)) process.exitCode = 1;
