import { keccak256, stringToHex } from 'viem';
import { buildStatementTrees, type StatementTrees } from '../../protocol/settlement/build-statement-trees.ts';
import { statementArgument } from '../../protocol/settlement/contract-arguments.ts';
import type { Receipt } from '../../protocol/settlement/receipt.ts';
import { statementLeaves } from '../../protocol/settlement/statement-leaves.ts';
import { accountIndex } from '../local/accounts.ts';
import { type Commune, sent } from '../local/deploy-local.ts';
import { toEpoch } from '../local/time.ts';
import { openLot, openNominee, openRecommender } from './openings.ts';
import { sampleReceipts } from './sample-receipts.ts';

/** Leaves of a kind whose openings are measured; the others of the kind are taken to cost as much. */
export const SAMPLE = 12;
const DIGEST = keccak256(stringToHex('order file'));

/** Gas of one epoch of a platform. */
export interface EpochCost {
  orders: number;
  statement: bigint;
  lots: LeavesCost;
  recommenders: LeavesCost;
  nominees: LeavesCost;
}

export interface LeavesCost {
  count: number;
  /** Average of a sample. */
  each: bigint;
}

/**
 * Settles a busy platform's epoch and opens a sample of its leaves. The chain is in epoch 0, with lots 0 … SAMPLE − 1 and
 * recommenders 1 … SAMPLE.
 */
export async function measureEpoch(commune: Commune, orders: number): Promise<EpochCost> {
  const { platformId, chainId } = commune;
  const { settlement } = commune.contracts;
  const scope = { chainId, settlement: settlement.address, platformId, epoch: 0 };
  const trees = await buildStatementTrees(receiptsOf(commune, orders), scope);
  await toEpoch(commune, 1);
  const { account } = commune.actor(accountIndex.platform);
  const args = [statementArgument(platformId, 0, trees, DIGEST)] as const;
  const { gasUsed } = await sent(commune, 'statement', settlement.write.commitStatement(args, { account }));
  await toEpoch(commune, 2);
  return { orders, statement: gasUsed, ...(await openSample(commune, trees)) };
}

function* receiptsOf({ platformId }: Commune, orders: number): Generator<Receipt> {
  for (const sample of sampleReceipts(orders, 1)) yield { ...sample, platformId, epoch: 0 };
}

async function openSample(commune: Commune, trees: StatementTrees): Promise<Omit<EpochCost, 'orders' | 'statement'>> {
  const leaves = statementLeaves(trees);
  const nominees = leaves.nominees.filter(({ nomineeId }) => nomineeId !== 0);
  const recommenders = leaves.recommenders.filter((id) => id !== 0);
  const lots = await average(
    leaves.lots.filter((id) => id < SAMPLE),
    (id) => openLot(commune, trees, id),
  );
  const some = nominees.filter(({ lotId }) => lotId < SAMPLE).slice(0, SAMPLE);
  const nominee = await average(some, ({ lotId, nomineeId }) => openNominee(commune, trees, lotId, nomineeId));
  const recommender = await average(
    recommenders.filter((id) => id <= SAMPLE),
    (id) => openRecommender(commune, trees, id),
  );
  return {
    lots: { count: leaves.lots.length, each: lots },
    recommenders: { count: recommenders.length, each: recommender },
    nominees: { count: nominees.length, each: nominee },
  };
}

async function average<T>(items: readonly T[], open: (item: T) => Promise<bigint>): Promise<bigint> {
  if (items.length === 0) throw new RangeError('no leaf to open in the sample');
  let total = 0n;
  for (const item of items) total += await open(item);
  return total / BigInt(items.length);
}
