import { expect } from 'chai';
import { gtinCheckDigit } from '../../protocol/identity/gtin-check-digit.ts';
import { commoditiesMessages } from '../../web/features/commodities/messages.ts';
import { wizardMessages } from '../../web/features/commodities/wizard-messages.ts';
import { marketMessages } from '../../web/features/market/messages.ts';
import { inOrder } from './support/in-order.ts';
import { offerLot } from './support/offer-lot.ts';
import { inventGood } from './support/tell.ts';
import { Visit, WIDTHS } from './support/visit.ts';
import { openWorld, type World } from './support/world.ts';

/** GS1's prefix for demonstrations. */
const PREFIX = '952';

describe('a producer in the browser, in Chinese on a desktop', function () {
  this.timeout(600_000);
  inOrder();
  let world: World;
  let visit: Visit;
  const good = inventGood();
  const digits = PREFIX + String(Date.now()).slice(-9);
  const gtin = digits + gtinCheckDigit(digits);
  let commodity: number;

  before(async () => {
    world = await openWorld();
    visit = await Visit.begin(world, { width: WIDTHS.desktop, locale: 'zh-Hans' });
  });

  const next = () => visit.marked('wizard-next').click();

  it('lists a commodity with a GTIN', async () => {
    await visit.goto('/produce');
    await visit.be(await visit.account('producer', 'Beiling Rice Cooperative'));
    await visit.marked('list-commodity').click();
    await visit.main.getByRole('radio').first().check();
    await next();
    await next();
    await visit.sees(visit.say(wizardMessages, 'list.problem.missing'));
    for (const [id, text] of Object.entries(good)) {
      await visit.field(wizardMessages, id as keyof typeof good).fill(text);
    }
    await next();
    const wrong = digits + ((Number(gtin.at(-1)) + 1) % 10);
    await visit.field(wizardMessages, 'list.gtin').fill(wrong);
    await visit.sees(visit.say(wizardMessages, 'list.gtinWrong', { digit: gtin.at(-1) }));
    await visit.field(wizardMessages, 'list.gtin').fill(gtin);
    await visit.sees(visit.say(wizardMessages, 'list.gtinOk', { gtin: `0${gtin}` }));
    await next();
    await visit.marked('list').click();
    await visit.page.waitForURL(/\/produce\/commodities\/\d+$/);
    await visit.sees(visit.heading.filter({ hasText: good['list.nameZh'] }));

    commodity = Number(visit.page.url().split('/').at(-1));
    const { gtin: listed } = await world.contracts.commodities.read.commodityOf([commodity]);
    expect(listed).to.equal(BigInt(gtin));
  });

  it('offers its first lot and sets another price', async () => {
    await visit.marked('offer-lot').first().click();
    const lot = await offerLot(visit);
    await visit.field(commoditiesMessages, 'produce.priceNew').fill('0');
    await visit.sees(visit.say(commoditiesMessages, 'produce.badAmount'));
    await visit.field(commoditiesMessages, 'produce.priceNew').fill('12.34');
    await visit.marked('set-price').click();
    await visit.sees(visit.main.getByText(/12\.34/).first());
    expect(await world.contracts.commodities.read.isSellable([lot])).to.equal(true);
  });

  it('finds it in the market by its name and by its GTIN', async () => {
    for (const text of [good['list.nameZh'], gtin]) {
      await visit.goto('/market');
      await visit.main.getByRole('searchbox').fill(text);
      await visit.sees(visit.say(marketMessages, 'market.found', { count: 1 }));
      await visit.sees(visit.marked('market-item').filter({ hasText: good['list.nameZh'] }));
      await visit.sees(visit.main.getByText(/12\.34/).first());
    }
  });

  it('without a complaint of the browser', () => visit.end());
});
