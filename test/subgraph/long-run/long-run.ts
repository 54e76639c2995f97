import { Random } from '../../../scripts/cycle/random.ts';
import { currentEpoch, toEpoch } from '../../../scripts/local/time.ts';
import type { World } from '../../../scripts/seed/world.ts';
import { type Crowd, gather, LATECOMER, register, type Story } from './crowd.ts';
import { commit, payAll, revealAll, scoreAll, tallyAll } from './rounds.ts';
import { offerAndSell, open, settle } from './trade.ts';
import * as upkeep from './upkeep.ts';

const SEED = 'subgraph';
/** Epochs in which the crowd offers lots; with the last one's round the run is over. */
const OFFERING_EPOCHS = 14;
const ROUND_EPOCHS = 7;
const YEAR = 53;
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
  const crowd = await gather(commune, new Random(SEED));
  await upkeep.admitPlatform(commune);
  const first = (await currentEpoch(commune)) + 1;
  const stories = crowd.random.fork('stories').shuffle(CERTAIN);
  for (let epoch = first; epoch < first + OFFERING_EPOCHS + ROUND_EPOCHS; epoch++) {
    await toEpoch(commune, epoch);
    await settle(crowd, epoch - 1);
    await revealAll(crowd, epoch);
    await open(crowd, epoch - 3);
    await scoreAll(crowd, epoch);
    await payAll(crowd, epoch);
    await commit(crowd, epoch - 1);
    if (epoch < first + OFFERING_EPOCHS) {
      await offerAndSell(crowd, epoch, 0, 'honest');
      await offerAndSell(crowd, epoch, 1, stories[epoch - first] ?? crowd.random.pick(CERTAIN));
    }
    if (epoch === first + 1) await upkeep.changeMinds(crowd, documents);
    if (epoch === first + 3) await upkeep.changeParameters(commune);
    if (epoch === first + 4) crowd.testers.push(await register(commune, LATECOMER));
    if (epoch === first + 5) await upkeep.bequeathModel(crowd);
    if (epoch === first + 6) await upkeep.collect(crowd, [first + 1, first + 2]);
    await toEpoch(commune, epoch, true);
    await tallyAll(crowd, epoch);
    await pause(epoch - first);
  }
  await upkeep.withdrawRefused(crowd);
  await upkeep.suspendPlatform(commune);
  await upkeep.retire(crowd);
  await toEpoch(commune, first + OFFERING_EPOCHS + ROUND_EPOCHS + YEAR);
  await upkeep.yearLater(crowd);
  return crowd;
}
