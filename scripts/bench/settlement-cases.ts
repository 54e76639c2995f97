import { type Hex, keccak256, stringToHex } from 'viem';
import { absenceArgument } from '../../protocol/platforms/absence-argument.ts';
import { type Leaf, leafOfLot } from '../../protocol/platforms/leaf.ts';
import { proveAbsence } from '../../protocol/platforms/prove-absence.ts';
import { commissionOf } from '../../protocol/settlement/commission-of.ts';
import { feeOf } from '../../protocol/settlement/fee-of.ts';
import type { Receipt } from '../../protocol/settlement/receipt.ts';
import { accountIndex } from '../local/accounts.ts';
import { type Commune, sent } from '../local/deploy-local.ts';
import { commitStatement, type Settled } from '../local/settle.ts';
import { now, toEpoch, toTime } from '../local/time.ts';
import { answerReceipt, challengeReceipt, slashEquivocation } from './cases.ts';
import { openLot, openNominee, openRecommender } from './openings.ts';

const PRICE = 100_000_000n;
const FEE_BPS = 1_500;
const COMMISSION_BPS = 500;

/** Gas by what was done. */
export type CaseCosts = Record<string, bigint>;

/**
 * Opens leaves and runs cases under trees of a depth, each once, in a statement of few orders: high ids make deep trees. The chain is
 * in epoch 0, with lots 0 … 2 and recommenders 1 and 2.
 */
export async function measureCases(commune: Commune, depth: number): Promise<CaseCosts> {
  const last = 2 ** depth - 1;
  const kept = receipt(commune, 'kept', { lotId: 1, recommenderId: 2 });
  const settled = [
    receipt(commune, 'paid', { lotId: 0, nomineeId: 1, recommenderId: 1 }),
    receipt(commune, 'last nominee', { lotId: 0, nomineeId: last }),
    receipt(commune, 'last lot', { lotId: last, recommenderId: last }),
    kept,
  ];
  await toEpoch(commune, 1);
  const statement = await commitStatement(commune, 0, settled);
  const challenges = await challengeReceipts(commune, kept, statement);
  await toEpoch(commune, 2);
  const { trees } = statement;
  return {
    'open a lot leaf': await openLot(commune, trees, 0),
    'open a nominee leaf': await openNominee(commune, trees, 0, 1),
    'open a recommender leaf': await openRecommender(commune, trees, 1),
    'fetch what was credited': await fetchCredit(commune),
    ...challenges,
    ...(await demandLeaves(commune, statement)),
  };
}

async function fetchCredit(commune: Commune): Promise<bigint> {
  const { account } = commune.actor(accountIndex.firstRecommender);
  return gas(commune, commune.contracts.settlement.write.withdraw([account.address], { account }));
}

/** A kept receipt is answered, two for one order and one that was left out are slashed. */
async function challengeReceipts(commune: Commune, kept: Receipt, { trees }: Settled): Promise<CaseCosts> {
  const { platforms } = commune.contracts;
  const challenged = await challengeReceipt(commune, kept);
  const answered = await answerReceipt(commune, kept, trees);
  const omitted = receipt(commune, 'omitted', { lotId: 2, nomineeId: 1, recommenderId: 1 });
  await challengeReceipt(commune, omitted);
  await toTime(commune, (await now(commune)) + (await platforms.read.answerWindow()) + 1);
  const { account } = commune.actor(accountIndex.firstConsumer);
  return {
    'challenge a receipt': challenged,
    'answer a challenge': answered,
    'slash an omitted receipt, pay its payees': await gas(
      commune,
      platforms.write.slashReceipt([omitted], { account }),
    ),
    'slash two receipts for one order': await slashEquivocation(commune, kept),
  };
}

/** One demand is answered by the opening, one because its place is empty. */
async function demandLeaves(commune: Commune, { trees }: Settled): Promise<CaseCosts> {
  const { demands } = commune.contracts;
  const from = { account: commune.actor(accountIndex.firstConsumer).account };
  const value = 2n * (await demands.read.casePledge());
  const demand = (leaf: Leaf) => gas(commune, demands.write.demandLeaf([leaf], { ...from, value }));

  const present = leafOfLot(trees.scope, 1);
  const absent = leafOfLot(trees.scope, 2);
  const demanded = await demand(present);
  await openLot(commune, trees, present.lotId);
  const closed = await gas(commune, demands.write.closeDemand([present], from));
  await demand(absent);
  const [leaf, lot, path] = absenceArgument(absent, proveAbsence(trees, absent));
  return {
    'demand a leaf': demanded,
    'close a demand whose leaf was opened': closed,
    'answer a demand: the place is empty': await gas(commune, demands.write.answerAbsent([leaf, lot, path], from)),
  };
}

function receipt({ platformId }: Commune, name: string, fields: Partial<Receipt>): Receipt {
  return {
    platformId,
    epoch: 0,
    orderId: keccak256(stringToHex(name)),
    lotId: 0,
    quantity: 1,
    sales: PRICE,
    fee: feeOf(PRICE, FEE_BPS),
    commission: commissionOf(PRICE, COMMISSION_BPS, fields.recommenderId ?? 0),
    recommenderId: 0,
    nomineeId: 0,
    buyerCommitment: keccak256(stringToHex(`buyer of ${name}`)),
    ...fields,
  };
}

async function gas(commune: Commune, transaction: Promise<Hex>): Promise<bigint> {
  return (await sent(commune, 'case', transaction)).gasUsed;
}
