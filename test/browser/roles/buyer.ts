import { checkoutMessages } from '../../../web/features/orders/checkout-messages.ts';
import { ordersMessages } from '../../../web/features/orders/messages.ts';
import { recommendersMessages } from '../../../web/features/recommenders/messages.ts';
import type { Visit } from '../support/visit.ts';

/** What the bank says of them is in `relay/payments/test/cards.ts`. */
const CARD = { declined: '4000000000000002', good: '4242424242424242' } as const;

/** Comes by a referral link, which leads to the market. @param id of the recommender */
export async function followLink(visit: Visit, link: string, id: number): Promise<void> {
  await visit.goto(new URL(link).pathname);
  await visit.sees(visit.say(recommendersMessages, 'referral.note', { id }));
  await visit.page.getByRole('link', { name: visit.say(recommendersMessages, 'referral.market') }).click();
  await visit.page.waitForURL(/\/market/);
}

/** Orders so many units; the checkout is open, and afterwards the page of the order. */
export async function placeOrder(visit: Visit, units: number): Promise<void> {
  for (let unit = 1; unit < units; unit++) await visit.button(checkoutMessages, 'checkout.moreUnits').click();
  await visit.marked('buy').click();
  await visit.page.waitForURL(/\/orders\/0x/);
}

/** Pays with a card, after another one was declined; the page of the order is open. */
export async function pay(visit: Visit): Promise<void> {
  await visit.main.getByRole('combobox').selectOption(CARD.declined);
  await visit.marked('pay').click();
  await visit.sees(visit.say(ordersMessages, 'orders.paymentFailed.declined'));
  await visit.main.getByRole('combobox').selectOption(CARD.good);
  await visit.marked('pay').click();
  const states = ['Paid', 'Shipped', 'Delivered'] as const;
  const paid = states.map((state) => visit.say(ordersMessages, `orders.state.${state}`));
  await visit.sees(visit.main.getByText(new RegExp(`^(${paid.join('|')})$`)).first());
}
