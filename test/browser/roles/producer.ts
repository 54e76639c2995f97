import { commoditiesMessages } from '../../../web/features/commodities/messages.ts';
import { wizardMessages } from '../../../web/features/commodities/wizard-messages.ts';
import type { Visit } from '../support/visit.ts';

/**
 * Goes through the lot wizard with the example's values; the wizard or the page of the commodity is open.
 * @returns number of the lot; its producer's page is open
 */
export async function offerLot(visit: Visit): Promise<number> {
  await visit.marked('offer-example').click();
  for (let step = 0; step < 4; step++) await visit.marked('wizard-next').click();
  const seal = visit.button(wizardMessages, 'offer.prepare');
  const topUp = visit.marked('topUpBond');
  await visit.sees(seal.or(topUp).first());
  // The bond of a commodity stands behind so many lots.
  if (await topUp.isVisible()) await topUp.click();
  await seal.click();
  await visit.marked('offer').click();
  const done = visit.main.getByText(`✓ ${visit.say(wizardMessages, 'offer.finishDone')}`);
  await visit.sees(done.nth(0), done.nth(1));
  await visit.page.getByRole('link', { name: visit.say(wizardMessages, 'offer.toLot') }).click();
  await visit.page.waitForURL(/\/produce\/lots\/\d+$/);
  return Number(visit.page.url().split('/').at(-1));
}

export async function openSeal(visit: Visit, lot: number): Promise<void> {
  await visit.goto(`/produce/lots/${lot}`);
  await visit.marked('unseal-check').click();
  await visit.sees(visit.say(commoditiesMessages, 'unseal.match'));
  await visit.marked('unseal').click();
  await visit.sees(visit.say(commoditiesMessages, 'unseal.done'));
}
