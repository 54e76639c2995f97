import { TERM_EPOCHS } from '../../protocol/clock/term.ts';
import { accountIndex } from '../local/accounts.ts';
import { sent } from '../local/deploy-local.ts';
import { presentEpoch } from './catalogue/lots.ts';
import { visitorPersona } from './catalogue/roles.ts';
import type { Lot, World } from './world.ts';

/**
 * What is done in an epoch about CTT that is mined: rounds of the epoch before are registered, those of the one before that are claimed,
 * and now and then the treasury gets its part. Nobody claims for the visitor's persona, and in the present epoch nobody claims at all.
 */
export async function liveOnEmission(world: World, epoch: number): Promise<void> {
  const { commune, lots } = world;
  const { emission } = commune.contracts;
  const { account } = commune.actor(accountIndex.keeper);
  for (const { lotId, scoringEpoch } of lots) {
    if (scoringEpoch !== epoch - 1) continue;
    await sent(commune, 'register round', emission.write.register([lotId], { account }));
  }
  if (epoch < presentEpoch) {
    for (const lot of lots.filter(({ scoringEpoch }) => scoringEpoch === epoch - 2)) await claimMined(world, lot);
  }
  if (epoch > 0 && epoch % TERM_EPOCHS === 0) {
    await sent(commune, 'mint for treasury', emission.write.mintTreasury({ account }));
  }
}

async function claimMined({ commune }: World, { lotId, reports }: Lot): Promise<void> {
  const { emission } = commune.contracts;
  const { account } = commune.actor(accountIndex.keeper);
  for (const { tester } of reports) {
    if (tester.key === visitorPersona || (await emission.read.minedBy([lotId, tester.id])) === 0n) continue;
    await sent(commune, 'claim mined CTT', emission.write.claim([lotId, tester.id], { account }));
  }
}
