import { recommendersMessages } from '../../../web/features/recommenders/messages.ts';
import { formatAmount } from '../../../web/shared/format/format-amount.ts';
import { see } from '../support/see.ts';
import type { Visit } from '../support/visit.ts';

/** Sums on the desk; `credit` can be withdrawn. */
export type Earning = 'pending' | 'settled' | 'credited' | 'credit';

const LINK = /^https?:.*\/r\/[\w-]+$/;

/** Registers and makes a link for everything on the market. @returns the link */
export async function makeLink(visit: Visit): Promise<string> {
  await visit.goto('/recommend');
  await visit.marked('register').click();
  const create = visit.button(recommendersMessages, 'recommenders.create').first();
  await visit.signInFor(create);
  await create.click();
  const campaign = visit.page.getByLabel(visit.say(recommendersMessages, 'recommenders.campaign'));
  await campaign.fill('x'.repeat(32));
  await visit.sees(visit.say(recommendersMessages, 'recommenders.campaignLong', { bytes: 32 }));
  await campaign.fill('autumn');
  await visit.button(recommendersMessages, 'recommenders.sign').click();
  const made = visit.main.getByText(LINK);
  await visit.sees(made);
  return made.innerText();
}

/** Opens the desk of a recommender who has a link. */
export async function openDesk(visit: Visit): Promise<void> {
  await visit.goto('/recommend');
  await visit.signInFor(visit.main.getByText(LINK));
}

/** Waits until the desk shows these sums beside their labels. */
export async function seesEarnings(visit: Visit, earnings: Partial<Record<Earning, bigint>>): Promise<void> {
  for (const [label, amount] of Object.entries(earnings)) {
    const name = visit.say(recommendersMessages, `recommenders.${label as Earning}`);
    const item = visit.main.locator('dl > div', { has: visit.page.getByText(name, { exact: true }) }).first();
    await see(item.locator('dd').first()).toHaveText(`${formatAmount(amount, visit.locale)}USD`);
  }
}

/** Withdraws everything that is credited; the desk is open. */
export async function withdraw(visit: Visit): Promise<void> {
  await visit.marked('withdraw').click();
  await visit.sees(visit.say(recommendersMessages, 'recommenders.nothing'));
}
