import { absenceArgument } from '../../../protocol/platforms/absence-argument.ts';
import {
  demandKind,
  type Leaf,
  leafOfLot,
  leafOfNominee,
  leafOfRecommender,
} from '../../../protocol/platforms/leaf.ts';
import { proveAbsence } from '../../../protocol/platforms/prove-absence.ts';
import { sent } from '../../../scripts/local/deploy-local.ts';
import { now, toTime } from '../../../scripts/local/time.ts';
import type { World } from '../../../scripts/seed/world.ts';
import { CHALLENGER, type Crowd, keeper, type RunStatement } from './crowd.ts';
import { isCapped, pledgeNow, slashReceipts } from './receipt-cases.ts';
import { NOBODYS_NUMBER } from './trade.ts';

/** Epochs after a statement's own in which its leaves can be demanded and an answer still counts for a lot that closes in time. */
const LAST_DEMAND = 4;

/** Before the leaves of an epoch's statements are opened: some are demanded, and some that nobody has. */
export async function demandLeaves(crowd: Crowd, epoch: number): Promise<void> {
  for (const statement of statementsOf(crowd, epoch)) {
    const { receipts, trees } = statement.settled;
    const [{ lotId, recommenderId }] = receipts as [(typeof receipts)[number]];
    await demand(crowd, leafOfLot(trees.scope, lotId));
    if (crowd.random.chance(5_000)) await demand(crowd, leafOfRecommender(trees.scope, recommenderId));
    await demandAbsent(crowd, statement, leafOfLot(trees.scope, lotId ^ 1));
  }
}

/** After they were opened: what is open is closed, nominees are demanded, and what was lost is demanded again. */
export async function closeDemands(crowd: Crowd, epoch: number): Promise<void> {
  for (const one of [...crowd.demands].filter(({ isLate, isForgotten }) => !isLate && !isForgotten)) {
    if (await isOpened(crowd, one.leaf)) await close(crowd, one);
  }
  for (const statement of statementsOf(crowd, epoch)) {
    const { trees } = statement.settled;
    for (const { lotId, nomineeId } of statement.heldBack.filter((held) => held.nomineeId !== 0).slice(0, 1)) {
      if (crowd.random.chance(5_000)) await demand(crowd, leafOfNominee(trees.scope, lotId, nomineeId));
    }
    const [first] = statement.settled.receipts;
    if (first === undefined || !(await isOpened(crowd, leafOfLot(trees.scope, first.lotId)))) continue;
    await demandAbsent(crowd, statement, leafOfNominee(trees.scope, first.lotId, NOBODYS_NUMBER + 1));
  }
  for (const leaf of crowd.lostLeaves.splice(0)) {
    if (leaf.epoch + LAST_DEMAND >= epoch + 3 && !(await isOpened(crowd, leaf))) await demand(crowd, leaf);
  }
}

/** Two leaves of the seeded history's platform that keeps its order file to itself; the challenger forgets one demand. */
export async function demandHidden(crowd: Crowd, { cheatedReceipts }: World): Promise<void> {
  if (cheatedReceipts === null) throw new Error('nobody cheated');
  const [{ receipt }] = cheatedReceipts.twice;
  await demand(crowd, leafOfLot(receipt, receipt.lotId));
  await demand(crowd, leafOfRecommender(receipt, receipt.recommenderId), true);
}

/** End of an epoch, when all answers are due: what was opened is closed late, for the rest platforms are slashed. */
export async function endCases(crowd: Crowd, epoch: number): Promise<void> {
  const { commune, demands, lostLeaves } = crowd;
  await toTime(commune, (await now(commune)) + HOURS);
  for (const one of [...demands].filter(({ isForgotten }) => !isForgotten)) {
    if (await isOpened(crowd, one.leaf)) {
      await close(crowd, one);
      continue;
    }
    const contract = commune.contracts.demands;
    const account = keeper(commune).account.address;
    if (await isCapped(contract.simulate.slashDemand([one.leaf], { account }))) continue;
    await sent(commune, 'slash', contract.write.slashDemand([one.leaf], keeper(commune)));
    demands.splice(demands.indexOf(one), 1);
    lostLeaves.push(one.leaf);
  }
  await slashReceipts(crowd, epoch);
}

/** An epoch's first half has fewer transactions than that has seconds. */
const HOURS = 4 * 3_600;

async function demand(crowd: Crowd, leaf: Leaf, isForgotten = false): Promise<void> {
  const { commune, random, demands } = crowd;
  const { account } = commune.actor(CHALLENGER);
  const value = await pledgeNow(crowd);
  await sent(commune, 'demand', commune.contracts.demands.write.demandLeaf([leaf], { account, value }));
  demands.push({ leaf, isLate: random.chance(3_000), isForgotten });
}

async function close({ commune, demands }: Crowd, one: Crowd['demands'][number]): Promise<void> {
  await sent(commune, 'close', commune.contracts.demands.write.closeDemand([one.leaf], keeper(commune)));
  demands.splice(demands.indexOf(one), 1);
}

async function demandAbsent(crowd: Crowd, { settled }: RunStatement, leaf: Leaf): Promise<void> {
  const { commune } = crowd;
  await demand(crowd, leaf);
  crowd.demands.pop();
  const args = absenceArgument(leaf, proveAbsence(settled.trees, leaf));
  await sent(commune, 'absent', commune.contracts.demands.write.answerAbsent(args, keeper(commune)));
}

function isOpened({ commune }: Crowd, { platformId, epoch, kind, lotId, payeeId }: Leaf): Promise<boolean> {
  const { settlement } = commune.contracts;
  if (kind === demandKind.lot) return settlement.read.isLotOpened([platformId, epoch, lotId]);
  if (kind === demandKind.recommender) return settlement.read.isRecommenderOpened([platformId, epoch, payeeId]);
  return settlement.read.isNomineeOpened([platformId, epoch, lotId, payeeId]);
}

function statementsOf({ statements }: Crowd, epoch: number): RunStatement[] {
  return statements.filter(({ settled }) => settled.epoch === epoch);
}
