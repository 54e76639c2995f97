import { expect } from 'chai';
import { layoutMessages } from '../../web/app/layout/layout-messages.ts';
import { experienceMessages } from '../../web/features/experience/messages.ts';
import { ordersMessages } from '../../web/features/orders/messages.ts';
import { transactionMessages } from '../../web/shared/transactions/transaction-messages.ts';
import { placeOrder } from './roles/buyer.ts';
import { everywhere, PLACES } from './support/places.ts';
import { PATIENCE_MS, see } from './support/see.ts';
import { Visit } from './support/visit.ts';
import { openWorld, type World } from './support/world.ts';

/** One for each place; they are no experiencers yet. */
const CONSUMERS = ['Liu Yiming', 'María López', 'Chenguang Canteen', 'Zhao Xiaohe'];

describe('trouble in the browser', function () {
  this.timeout(600_000);
  let world: World;
  let visits: readonly Visit[];

  before(async () => {
    world = await openWorld();
  });

  beforeEach(async () => {
    visits = await Promise.all(PLACES.map((place) => Visit.begin(world, place)));
  });

  afterEach(function () {
    // What else went wrong is of no interest then.
    if (this.currentTest?.state === 'failed') for (const { complaints } of visits) complaints.length = 0;
    return everywhere(visits, (visit) => visit.end());
  });

  it('who has too little money is told so before he signs', () =>
    everywhere(visits, async (visit) => {
      await visit.goto('/market?sale=true');
      // Sends transactions for others and owns nothing but gas money.
      const poor = await visit.account('keeper');
      await visit.be(poor);
      expect(await world.contracts.asset.read.balanceOf([poor.address])).to.equal(0n);
      await visit.marked('market-item').first().click();
      await visit.main.locator('a[href^="/checkout/"]').first().click();
      await placeOrder(visit, 1);
      await visit.main.getByRole('radio', { name: visit.say(ordersMessages, 'orders.provider.stablecoin') }).check();
      await visit.sees(visit.say(ordersMessages, 'orders.balanceLow', { amount: '0.00' }));
      await see(visit.marked('pay')).toBeDisabled();
      await visit.picture('trouble-balance');
      const cancel = visit.say(ordersMessages, 'orders.cancel');
      await visit.page.getByRole('button', { name: cancel, exact: true }).click();
      await visit.page.getByRole('dialog').getByRole('button', { name: cancel }).click();
      await visit.sees(visit.say(ordersMessages, 'orders.state.Cancelled'));
    }));

  it('a reload in the middle of a transaction loses nothing of its history', () =>
    everywhere(visits, async (visit, i) => {
      const who = await visit.account('consumer', CONSUMERS[i]);
      await visit.goto('/experience');
      await visit.be(who);
      const sent = visit.page.waitForRequest((one) => one.postData()?.includes('eth_sendRawTransaction') ?? false);
      await visit.marked('register').click();
      await (await sent).response();
      await visit.page.reload();
      await visit.sees(visit.say(experienceMessages, 'experience.number', { id: '' }));
      await visit.button(transactionMessages, 'tx.history').click();
      const entries = visit.page.getByRole('dialog').getByRole('listitem');
      await visit.sees(entries.first().getByText(visit.say(transactionMessages, 'tx.state.done')));
      expect(await entries.count()).to.equal(1);
      expect(await world.contracts.power.read.idOf([who.address])).to.be.greaterThan(0);
    }));

  it('while the relay is down the page says so and lets look around; it notices when it is back', async () => {
    const bannerOf = (visit: Visit) => visit.page.getByText(visit.say(layoutMessages, 'layout.relayDown'));
    await everywhere(visits, async (visit) => {
      await visit.goto('/lots/0');
      await visit.settled();
      await see(bannerOf(visit)).toBeHidden();
    });
    world.killRelay();
    await everywhere(visits, async (visit) => {
      await visit.page.reload();
      // It is up again within seconds; the more often it ends, the longer it is left alone.
      const isSaid = async () => {
        world.killRelay();
        return bannerOf(visit).isVisible();
      };
      await see.poll(isSaid, { timeout: 2 * PATIENCE_MS, intervals: [500] }).toBe(true);
      await visit.sees(visit.heading);
      await visit.picture('trouble-relay-down');
    });
    await world.relayReady();
    await everywhere(visits, async (visit) => {
      await see(bannerOf(visit)).toBeHidden({ timeout: 2 * PATIENCE_MS });
      // The answers of a relay that is not there.
      visit.complaints.length = 0;
      await visit.goto('/market?sale=true');
      await visit.sees(visit.marked('market-item').first());
    });
  });
});
