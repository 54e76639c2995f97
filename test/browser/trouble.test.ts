import { expect as see } from '@playwright/test';
import { expect } from 'chai';
import { layoutMessages } from '../../web/app/layout/layout-messages.ts';
import { ordersMessages } from '../../web/features/orders/messages.ts';
import { transactionMessages } from '../../web/shared/transactions/transaction-messages.ts';
import { Visit, WIDTHS } from './support/visit.ts';
import { openWorld, type World } from './support/world.ts';

const PATIENCE_MS = 120_000;

describe('trouble in the browser', function () {
  this.timeout(600_000);
  let world: World;
  let visit: Visit;

  before(async () => {
    world = await openWorld();
  });

  it('who has too little money is told so before he signs, in Chinese on a phone', async () => {
    visit = await Visit.begin(world, { width: WIDTHS.phone, locale: 'zh-Hans' });
    await visit.goto('/market?sale=true');
    // Sends transactions for others and owns nothing but gas money.
    const poor = await visit.account('keeper');
    await visit.be(poor);
    const balance = await world.contracts.asset.read.balanceOf([poor.address]);
    expect(balance).to.equal(0n);
    await visit.marked('market-item').first().click();
    await visit.main.locator('a[href^="/checkout/"]').first().click();
    await visit.marked('buy').click();
    await visit.page.waitForURL(/\/orders\/0x/);
    await visit.main.getByRole('radio', { name: visit.say(ordersMessages, 'orders.provider.stablecoin') }).check();
    await visit.sees(visit.say(ordersMessages, 'orders.balanceLow', { amount: '0.00' }));
    await see(visit.marked('pay')).toBeDisabled();
    await visit.button(ordersMessages, 'orders.cancel').click();
    await visit.page
      .getByRole('dialog')
      .getByRole('button', { name: visit.say(ordersMessages, 'orders.cancel') })
      .click();
    await visit.sees(visit.say(ordersMessages, 'orders.state.Cancelled'));
    await visit.end();
  });

  it('a reload in the middle of a transaction loses nothing of its history', async () => {
    visit = await Visit.begin(world, { width: WIDTHS.desktop, locale: 'en' });
    const who = await visit.account('consumer', 'Chenguang Canteen');
    await visit.goto('/experience');
    await visit.be(who);
    const sent = visit.page.waitForRequest((one) => one.postData()?.includes('eth_sendRawTransaction') ?? false);
    await visit.marked('register').click();
    await (await sent).response();
    await visit.page.reload();
    await visit.sees(visit.page.getByText(/Experiencer #\d+/).first());
    await visit.button(transactionMessages, 'tx.history').click();
    const entries = visit.page.getByRole('dialog').getByRole('listitem');
    await visit.sees(entries.first().getByText(visit.say(transactionMessages, 'tx.state.done')));
    expect(await entries.count()).to.equal(1);
    expect(await world.contracts.power.read.idOf([who.address])).to.be.greaterThan(0);
    await visit.end();
  });

  it('while the relay is down the page says so and lets look around; it notices when it is back', async () => {
    visit = await Visit.begin(world, { width: WIDTHS.desktop, locale: 'zh-Hans' });
    const banner = visit.page.getByText(visit.say(layoutMessages, 'layout.relayDown'));
    await visit.goto('/lots/0');
    await visit.settled();
    await see(banner).toBeHidden();
    world.killRelay();
    await visit.page.reload();
    // It is up again within seconds; the more often it ends, the longer it is left alone.
    const isSaid = async () => {
      world.killRelay();
      return banner.isVisible();
    };
    await see.poll(isSaid, { timeout: PATIENCE_MS, intervals: [500] }).toBe(true);
    await visit.sees(visit.main.getByRole('heading', { level: 1 }));
    await world.relayReady();
    await see(banner).toBeHidden({ timeout: PATIENCE_MS });
    // The answers of a relay that is not there.
    visit.complaints.length = 0;
    await visit.goto('/market?sale=true');
    await visit.sees(visit.marked('market-item').first());
    await visit.end();
  });
});
