import { unsealLot } from '../local/offer.ts';
import { revealReport } from '../local/report.ts';
import { closeRound, finalizeRound, payRound, scoreRound, tallyRound } from '../local/run-round.ts';
import { toEpoch } from '../local/time.ts';
import { lots as catalogue } from './catalogue/lots.ts';
import type { Lot, World } from './world.ts';

/** The rewards of the last finished lot wait for whoever wants to send the claims. */
export const unclaimedLotId = catalogue.findLastIndex(({ stage }) => stage === 'finished');

/** Does what the rounds of all lots need in the first half of an epoch; the chain must be there. */
export async function runFirstHalf(world: World, epoch: number): Promise<void> {
  for (const lot of closingIn(world, epoch)) await reveal(world, lot);
  for (const lot of scoredIn(world, epoch)) await score(world, lot);
  for (const lot of scoredIn(world, epoch - 1)) await pay(world, lot);
}

/** Moves the chain to the second half of an epoch and tallies there, when a round closes in it. */
export async function runSecondHalf(world: World, epoch: number): Promise<void> {
  const closing = closingIn(world, epoch);
  if (closing.length > 0) await toEpoch(world.commune, epoch, true);
  for (const { lotId, reports } of closing) {
    await tallyRound(
      world.commune,
      lotId,
      reports.map(({ draft }) => draft),
    );
  }
}

function closingIn({ lots }: World, epoch: number): Lot[] {
  return lots.filter(({ closingEpoch }) => closingEpoch === epoch);
}

function scoredIn({ lots }: World, epoch: number): Lot[] {
  return lots.filter(({ scoringEpoch }) => scoringEpoch === epoch);
}

async function reveal({ commune, documents }: World, lot: Lot): Promise<void> {
  for (const { tester, draft, document } of lot.reports) {
    await revealReport(commune, tester.actor, draft);
    documents.put(document);
  }
  await unsealLot(commune, lot.commodity.producer.actor, lot);
}

async function score({ commune, records }: World, { lotId, reports, seed }: Lot): Promise<void> {
  // A ruling has ended the round of the other one.
  const state = seed.story === 'colluded' ? 'Final' : await finalizeRound(commune, lotId);
  if (state !== 'Final') throw new Error(`the round of lot ${lotId} ended ${state}`);
  const ids = reports.map(({ tester }) => tester.id);
  await scoreRound(commune, lotId, ids);
  for (const id of ids) {
    const { quality } = await commune.contracts.evaluations.read.reportOf([lotId, id]);
    records.set(id, [...(records.get(id) ?? []), quality]);
  }
}

async function pay({ commune }: World, { lotId, reports }: Lot): Promise<void> {
  if (lotId === unclaimedLotId) await closeRound(commune, lotId);
  else
    await payRound(
      commune,
      lotId,
      reports.map(({ tester }) => tester.id),
    );
}
