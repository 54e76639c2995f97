import { metaEvidence } from '../deploy/meta-evidence.ts';
import type { Commune } from '../local/deploy-local.ts';
import { toEpoch } from '../local/time.ts';
import { presentEpoch } from './catalogue/lots.ts';
import { liveDishonestly } from './dishonest-platform.ts';
import { bringCases, fightCases } from './disputes.ts';
import { DocumentStore } from './document-store.ts';
import { liveOnEmission } from './emission.ts';
import { liveAsVoters } from './governance.ts';
import { listCommodities } from './list-commodities.ts';
import { liveAsMembers } from './memberships.ts';
import { offerLots } from './offer-lots.ts';
import { castRoles } from './people.ts';
import { publishModels } from './publish-models.ts';
import { registerPeople } from './register-people.ts';
import { runFirstHalf, runSecondHalf } from './run-rounds.ts';
import { openEpoch, settleEpoch } from './settle-epoch.ts';
import { takeOrders } from './take-orders.ts';
import { liveAsValidators } from './validators.ts';
import type { World } from './world.ts';
import { worldRandom } from './world-random.ts';
import { commitReports, writeReports } from './write-reports.ts';

/**
 * Fills a fresh deployment on a local chain with the catalogue and its history up to the present epoch. The same clock gives
 * the same history: who buys, nominates and measures what is drawn from a fixed seed.
 *
 * @param say hears what has been done
 */
export async function seed(commune: Commune, say: (done: string) => void = () => {}): Promise<World> {
  const world: World = {
    commune,
    random: worldRandom(),
    documents: new DocumentStore(),
    people: await castRoles(commune),
    models: [],
    commodities: [],
    lots: [],
    sales: [],
    statements: new Map(),
    records: new Map(),
    candidates: new Map(),
    jury: [],
    proposals: new Map(),
    cornerMarketId: 0,
    cheatedReceipts: null,
  };
  // The deployment has named them on the chain.
  for (const document of metaEvidence) world.documents.put(document);
  await registerPeople(world);
  say('everybody has an account, money and a registration');
  await publishModels(world);
  await listCommodities(world);
  say(`${world.models.length} quality models published, ${world.commodities.length} commodities listed`);
  for (let epoch = 0; epoch <= presentEpoch; epoch++) {
    say(await liveThrough(world, epoch));
    await liveDishonestly(world, epoch);
    await liveAsValidators(world, epoch);
    await liveOnEmission(world, epoch);
    await liveAsMembers(world, epoch);
    await fightCases(world, epoch);
    await liveAsVoters(world, epoch);
  }
  return world;
}

/** What everybody does in one epoch, in an order that meets every window. Gives a summary. */
async function liveThrough(world: World, epoch: number): Promise<string> {
  await toEpoch(world.commune, epoch);
  await bringCases(world, epoch);
  const settled = await settleEpoch(world, epoch - 1);
  writeReports(world, epoch - 1);
  await runFirstHalf(world, epoch);
  await offerLots(world, epoch);
  await openEpoch(world, epoch - 2);
  await commitReports(world, epoch);
  if (epoch < presentEpoch) takeOrders(world, epoch);
  await runSecondHalf(world, epoch);
  const ended = world.lots.filter(({ closingEpoch }) => closingEpoch + 2 === epoch).length;
  return `epoch ${epoch}: ${settled} orders settled, ${world.lots.length} lots offered so far, ${ended} rounds ended`;
}
