import { type Address, keccak256, stringToHex } from 'viem';
import { documentDigest } from '../../../protocol/documents/document-digest.ts';
import { buyerCommitment } from '../../../protocol/settlement/buyer-commitment.ts';
import { commissionOf } from '../../../protocol/settlement/commission-of.ts';
import { innerTreeArgument } from '../../../protocol/settlement/contract-arguments.ts';
import { feeOf } from '../../../protocol/settlement/fee-of.ts';
import { proveLot } from '../../../protocol/settlement/prove-lot.ts';
import { proveNominee } from '../../../protocol/settlement/prove-nominee.ts';
import { proveRecommender } from '../../../protocol/settlement/prove-recommender.ts';
import { sent } from '../../../scripts/local/deploy-local.ts';
import { offerLot } from '../../../scripts/local/offer.ts';
import { localSalt } from '../../../scripts/local/report.ts';
import { commitStatement } from '../../../scripts/local/settle.ts';
import { type Crowd, keeper, type Purchase, type RunLot, type RunStatement, type Story, type Tester } from './crowd.ts';

const REPORTING_EPOCHS = 3;
const RECOMMENDERS = 3;
/** Nobody will ever register with so high a number. */
export const NOBODYS_NUMBER = 4_000_000_000;
const MIDDLE = 2;

/** Offers a lot of the crowd's newest revision for one epoch and lets everybody buy it. */
export async function offerAndSell(crowd: Crowd, epoch: number, commodity: number, story: Story): Promise<void> {
  const { commune, parameters, producer, lots, modelId } = crowd;
  const commodityId = crowd.commodityIds[commodity] as number;
  const truth = parameters.map(({ legalMin, legalMax }) => Math.trunc((legalMin + legalMax) / MIDDLE));
  const claims = parameters.map(({ tolerance }, i) => (truth[i] ?? 0) - (story === 'flagged' ? MIDDLE * tolerance : 0));
  const of = (isSealed: boolean) => claims.filter((_, i) => parameters[i]?.isSealed === isSealed);
  const offered = await offerLot(commune, producer, {
    commodityId,
    revision: await commune.contracts.models.read.latestRevision([modelId]),
    lotCode: `R-${epoch}-${commodity}`,
    units: 500,
    startEpoch: epoch,
    epochs: 1,
    openClaims: of(false),
    sealedValues: of(true),
    documentDigest: documentDigest({ lot: epoch, commodity }),
  });
  const lot: RunLot = {
    ...offered,
    story,
    commodity,
    startEpoch: epoch,
    closingEpoch: epoch + 1 + REPORTING_EPOCHS,
    scoringEpoch: epoch + 2 + REPORTING_EPOCHS,
    truth,
    purchases: [],
    drafts: [],
  };
  lots.push(lot);
  const buyers: (Tester | null)[] = [...crowd.testers, null, null, null];
  for (const [i, tester] of buyers.entries()) lot.purchases.push(await buy(crowd, lot, tester, i));
}

async function buy(
  { commune, random, testers, platformIds }: Crowd,
  lot: RunLot,
  tester: Tester | null,
  i: number,
): Promise<Purchase> {
  const { feeBps, commissionBps } = await commune.contracts.commodities.read.lotOf([lot.lotId]);
  const buyer: Address = tester?.actor.account.address ?? `0x${keccak256(stringToHex(`stranger ${i}`)).slice(-40)}`;
  const salt = localSalt('run', lot.lotId, i);
  const sales = BigInt(random.integer(9_000_000, 11_000_000));
  const recommenderId = commissionBps > 0 ? random.integer(0, RECOMMENDERS) : 0;
  const strange = [NOBODYS_NUMBER, nextNumber(testers)];
  const nominee = tester?.id ?? (random.chance(5_000) ? random.pick(testers).id : random.pick(strange));
  return {
    tester,
    salt,
    receipt: {
      platformId: platformIds[lot.lotId % 2] as number,
      epoch: lot.startEpoch,
      orderId: keccak256(stringToHex(`run ${lot.lotId}/${i}`)),
      lotId: lot.lotId,
      quantity: 1,
      sales,
      fee: feeOf(sales, feeBps),
      commission: commissionOf(sales, commissionBps, recommenderId),
      recommenderId,
      nomineeId: lot.story === 'unnominated' ? 0 : nominee,
      buyerCommitment: buyerCommitment(buyer, salt),
    },
  };
}

/** Who registers next has this number; until then nobody has it. */
function nextNumber(testers: readonly Tester[]): number {
  return Math.max(...testers.map(({ id }) => id)) + 1;
}

/** Posts the statements of an epoch, one per platform. */
export async function settle(crowd: Crowd, epoch: number): Promise<void> {
  const receipts = crowd.lots.flatMap(({ purchases }) => purchases.map(({ receipt }) => receipt));
  for (const platformId of crowd.platformIds) {
    const own = receipts.filter((receipt) => receipt.epoch === epoch && receipt.platformId === platformId);
    if (own.length === 0) continue;
    const settled = await commitStatement({ ...crowd.commune, platformId }, epoch, own);
    crowd.statements.push({ platformId, settled, heldBack: [] });
  }
}

/** Opens the leaves of an epoch's statements, but for late lots and for some nominees, who come after the first scoring. */
export async function open(crowd: Crowd, epoch: number): Promise<void> {
  for (const statement of crowd.statements.filter(({ settled }) => settled.epoch === epoch)) {
    const { receipts } = statement.settled;
    for (const lotId of distinct(receipts.map((receipt) => receipt.lotId))) {
      const lot = lotOf(crowd, lotId);
      if (lot.story === 'late') {
        statement.heldBack.push({ lotId, nomineeId: 0, until: lot.closingEpoch + 2 });
        continue;
      }
      await openLot(crowd, statement, lotId);
      for (const nomineeId of nomineesOf(statement, lotId)) {
        if (crowd.random.chance(3_000)) statement.heldBack.push({ lotId, nomineeId, until: lot.closingEpoch + 1 });
        else await openNominee(crowd, statement, lotId, nomineeId);
      }
    }
    for (const recommenderId of distinct(receipts.map((receipt) => receipt.recommenderId))) {
      if (recommenderId === 0 || crowd.random.chance(8_000)) await openRecommender(crowd, statement, recommenderId);
    }
  }
}

/** Opens what was held back until this epoch. */
export async function openHeldBack(crowd: Crowd, epoch: number): Promise<void> {
  for (const statement of crowd.statements) {
    for (const { lotId, nomineeId, until } of statement.heldBack) {
      if (until !== epoch) continue;
      if (nomineeId === 0) await openLot(crowd, statement, lotId);
      else await openNominee(crowd, statement, lotId, nomineeId);
    }
  }
}

async function openLot({ commune }: Crowd, { platformId, settled }: RunStatement, lotId: number): Promise<void> {
  const proof = proveLot(settled.trees, lotId);
  const args = [platformId, settled.epoch, lotId, innerTreeArgument(proof), proof.siblings] as const;
  await sent(commune, 'open lot', commune.contracts.settlement.write.openLot(args, keeper(commune)));
}

async function openNominee(
  { commune }: Crowd,
  { platformId, settled }: RunStatement,
  lotId: number,
  nomineeId: number,
) {
  const proof = proveNominee(settled.trees, lotId, nomineeId);
  const args = [platformId, settled.epoch, lotId, nomineeId, innerTreeArgument(proof), proof.siblings] as const;
  await sent(commune, 'open nominee', commune.contracts.settlement.write.openNominee(args, keeper(commune)));
}

async function openRecommender({ commune }: Crowd, { platformId, settled }: RunStatement, recommenderId: number) {
  const proof = proveRecommender(settled.trees, recommenderId);
  const args = [platformId, settled.epoch, recommenderId, innerTreeArgument(proof), proof.siblings] as const;
  await sent(commune, 'open recommender', commune.contracts.settlement.write.openRecommender(args, keeper(commune)));
}

function nomineesOf({ settled }: RunStatement, lotId: number): number[] {
  const named = settled.receipts.filter((receipt) => receipt.lotId === lotId).map(({ nomineeId }) => nomineeId);
  return distinct(named).filter((id) => id !== 0);
}

export function lotOf({ lots }: Crowd, lotId: number): RunLot {
  const lot = lots.find((one) => one.lotId === lotId);
  if (lot === undefined) throw new RangeError(`the run has no lot ${lotId}`);
  return lot;
}

function distinct<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
