import { expect } from 'chai';
import type { DemoAccount } from '../../web/app/config.ts';
import { checkoutMessages } from '../../web/features/orders/checkout-messages.ts';
import { ordersMessages } from '../../web/features/orders/messages.ts';
import { recommendersMessages } from '../../web/features/recommenders/messages.ts';
import { inOrder } from './support/in-order.ts';
import { Visit, WIDTHS } from './support/visit.ts';
import { openWorld, type World } from './support/world.ts';

describe('a recommender in the browser, in English on a phone', function () {
  this.timeout(600_000);
  inOrder();
  let world: World;
  let recommender: Visit;
  let buyer: Visit;
  let who: DemoAccount;
  let id: number;
  let link: string;

  before(async () => {
    world = await openWorld();
    recommender = await Visit.begin(world, { width: WIDTHS.phone, locale: 'en' });
    buyer = await Visit.begin(world, { width: WIDTHS.phone, locale: 'en' });
    who = await recommender.account('consumer', 'María López');
  });

  /** A sum beside its label; `undefined` while it is not there. */
  const sum = async (label: 'recommenders.pending' | 'recommenders.settled' | 'recommenders.credited') => {
    const term = recommender.main.locator('dl > div', {
      has: recommender.page.getByText(recommender.say(recommendersMessages, label), { exact: true }),
    });
    return Number(/[\d,]*\.\d+|\d+/.exec(await term.first().locator('dd').first().innerText())?.[0]);
  };

  async function openDesk(): Promise<void> {
    await recommender.goto('/recommend');
    await recommender.signInFor(recommender.main.getByText(link, { exact: true }));
    await recommender.settled();
  }

  it('registers and makes a link', async () => {
    await recommender.goto('/recommend');
    await recommender.be(who);
    await recommender.marked('register').click();
    const create = recommender.button(recommendersMessages, 'recommenders.create').first();
    await recommender.signInFor(create);
    id = await world.contracts.recommenders.read.idOf([who.address]);
    expect(id).to.be.greaterThan(0);

    await create.click();
    const campaign = recommender.page.getByLabel(recommender.say(recommendersMessages, 'recommenders.campaign'));
    await campaign.fill('x'.repeat(32));
    await recommender.sees(recommender.say(recommendersMessages, 'recommenders.campaignLong', { bytes: 32 }));
    await campaign.fill('autumn');
    await recommender.button(recommendersMessages, 'recommenders.sign').click();
    const made = recommender.main.getByText(/^https?:.*\/r\/\w+$/);
    await recommender.sees(made);
    link = await made.innerText();
  });

  it('somebody follows it and buys', async () => {
    await buyer.goto(new URL(link).pathname);
    await buyer.sees(buyer.say(recommendersMessages, 'referral.note', { id }));
    await buyer.page.getByRole('link', { name: buyer.say(recommendersMessages, 'referral.market') }).click();
    await buyer.page.waitForURL(/\/market/);
    await buyer.goto('/market?sale=true');
    await buyer.marked('market-item').first().click();
    await buyer.main.locator('a[href^="/checkout/"]').first().click();
    await buyer.sees(buyer.say(checkoutMessages, 'checkout.referred', { id }));
    await buyer.marked('buy').click();
    await buyer.page.waitForURL(/\/orders\/0x/);
    await buyer.marked('pay').click();
    await buyer.sees(buyer.main.getByText(/^(Paid|On its way|Delivered)$/).first());
    await buyer.sees(`${buyer.say(ordersMessages, 'orders.commission')} (#${id})`);
  });

  it('sees the commission under way, and credited when time has passed', async () => {
    await openDesk();
    const commission = await sum('recommenders.pending');
    expect(commission).to.be.greaterThan(0);
    for (let moves = 0; (await sum('recommenders.settled')) === 0; moves++) {
      expect(moves, 'half-epochs until the receipt').to.be.lessThan(4);
      await recommender.moveClock();
      await openDesk();
    }
    expect(await sum('recommenders.settled')).to.equal(commission);
    expect(await sum('recommenders.pending')).to.equal(0);
  });

  it('without a complaint of any browser', async () => {
    for (const visit of [recommender, buyer]) await visit.end();
  });
});
