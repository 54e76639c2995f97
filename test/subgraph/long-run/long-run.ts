import { Random } from '../../../scripts/cycle/random.ts';
import { currentEpoch, toEpoch } from '../../../scripts/local/time.ts';
import type { World } from '../../../scripts/seed/world.ts';
import * as bonds from './bonds.ts';
import * as court from './court.ts';
import { holdCourt } from './court.ts';
import { type Crowd, gather, LATECOMER, register, type Story } from './crowd.ts';
import * as disputes from './disputes.ts';
import * as governance from './governance.ts';
import { closeDemands, demandHidden, demandLeaves, endCases } from './leaf-cases.ts';
import * as members from './members.ts';
import * as mining from './mining.ts';
import { leaveOpen } from './open-ends.ts';
import * as receiptCases from './receipt-cases.ts';
import { commit, payAll, revealAll, scoreAll, tallyAll } from './rounds.ts';
import { offerAndSell, open, settle } from './trade.ts';
import * as upkeep from './upkeep.ts';
import * as validators from './validators.ts';

const SEED = 'subgraph';
/** Epochs in which the crowd offers lots; with the last one's round the run is over. */
const OFFERING_EPOCHS = 14;
const ROUND_EPOCHS = 7;
const YEAR = 53;
const FORGOTTEN_TERMS = 3;
/** Of the run: what court and disputes owe is paid then, later credits stay. */
const PAY_DAY = 13;
/** Whatever the random numbers are, every story is told. */
const CERTAIN: readonly Story[] = ['honest', 'few', 'sealed', 'silent', 'late', 'flagged', 'unnominated'];

/**
 * Goes on after the seeded history: two commodities, a lot each in every epoch, with everything that can happen to a lot, an
 * account, a platform and a parameter. What happens is drawn from a fixed seed.
 *
 * @param pause runs after every epoch
 */
export async function longRun(world: World, pause: (epoch: number) => Promise<void>): Promise<Crowd> {
  const { commune, documents } = world;
  const crowd = await gather(world, new Random(SEED));
  await upkeep.admitPlatform(crowd);
  await bonds.putUp(crowd);
  await validators.giveTokens(crowd);
  await disputes.fundChallengers(crowd);
  await members.fundMembers(crowd);
  const first = (await currentEpoch(commune)) + 1;
  const stories = crowd.random.fork('stories').shuffle(CERTAIN);
  for (let epoch = first; epoch < first + OFFERING_EPOCHS + ROUND_EPOCHS; epoch++) {
    await toEpoch(commune, epoch);
    await holdCourt(crowd);
    await disputes.carryOut(crowd);
    await disputes.referRounds(crowd, epoch);
    await settle(crowd, epoch - 1);
    await receiptCases.challengeReceipts(crowd, epoch);
    await revealAll(crowd, epoch);
    await demandLeaves(crowd, epoch - 3);
    await open(crowd, epoch - 3);
    await closeDemands(crowd, epoch - 3);
    await scoreAll(crowd, epoch);
    await payAll(crowd, epoch);
    await mining.mine(crowd, epoch);
    await commit(crowd, epoch - 1);
    if (epoch < first + OFFERING_EPOCHS) {
      await offerAndSell(crowd, epoch, 0, 'honest');
      await offerAndSell(crowd, epoch, 1, stories[epoch - first] ?? crowd.random.pick(CERTAIN));
    }
    if (epoch === first + 1) await upkeep.changeMinds(crowd, documents);
    if (epoch === first + 3) await upkeep.changeParameters(crowd);
    if (epoch === first + 4) crowd.testers.push(await register(commune, LATECOMER));
    if (epoch === first + 5) await upkeep.bequeathModel(crowd);
    await handleCases(crowd, world, epoch - first);
    await validators.liveAsValidators(crowd, world, epoch);
    await disputes.disputeListings(crowd, world, epoch, first);
    if (epoch === first + 6) await upkeep.collect(crowd, [first + 1, first + 2]);
    await toEpoch(commune, epoch, true);
    await holdCourt(crowd);
    await disputes.carryOut(crowd);
    await disputes.challengeEarly(crowd, epoch, first);
    await tallyAll(crowd, epoch, first);
    await disputes.challengeRounds(crowd, epoch, first);
    await endCases(crowd, epoch);
    await members.live(crowd, epoch - first);
    await governance.decide(crowd, epoch, epoch - first);
    await pause(epoch - first);
  }
  await upkeep.withdrawRefused(crowd);
  await upkeep.suspendPlatform(crowd);
  await upkeep.retire(crowd);
  await toEpoch(commune, first + OFFERING_EPOCHS + ROUND_EPOCHS + YEAR);
  await endCases(crowd, first + OFFERING_EPOCHS + ROUND_EPOCHS + YEAR);
  await disputes.lapse(crowd);
  crowd.neglected.clear();
  for (let weeks = 0; weeks < 3; weeks++) {
    await holdCourt(crowd);
    await toEpoch(commune, (await currentEpoch(commune)) + 1);
  }
  await court.payOut(crowd);
  await disputes.reclaim(crowd);
  await validators.closeForgotten(crowd, FORGOTTEN_TERMS);
  await bonds.handOver(crowd);
  await upkeep.yearLater(crowd);
  await mining.yearLater(crowd);
  await members.yearLater(crowd);
  await governance.decideLast(crowd);
  await leaveOpen(crowd, () => governance.proposeLate(crowd));
  await governance.leaveUndecided(crowd);
  return crowd;
}

/** What platforms, challengers and recommenders do in an epoch of the run, counted from its first one. */
async function handleCases(crowd: Crowd, world: World, epoch: number): Promise<void> {
  const now = await currentEpoch(crowd.commune);
  if (epoch === 1) {
    await receiptCases.catchCornerMarket(crowd, world, now);
    await demandHidden(crowd, world);
  }
  if (epoch === 2) await bonds.askBack(crowd);
  if (epoch === 4) await receiptCases.challengeStrangely(crowd, now);
  if (epoch === 6) await upkeep.handRecommenderOver(crowd);
  if (epoch === 8) await bonds.payOut(crowd);
  if (epoch === 9) await bonds.payAuditor(crowd);
  if (epoch === PAY_DAY) {
    await court.payOut(crowd);
    await disputes.payOut(crowd);
  }
  if (epoch === OFFERING_EPOCHS + 3) await receiptCases.challengeWithoutStatement(crowd, now);
}
