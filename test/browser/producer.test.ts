import { expect } from 'chai';
import { commoditiesMessages } from '../../web/features/commodities/messages.ts';
import { wizardMessages } from '../../web/features/commodities/wizard-messages.ts';
import { marketMessages } from '../../web/features/market/messages.ts';
import { offerLot } from './roles/producer.ts';
import { inOrder } from './support/in-order.ts';
import { type Good, inventGood } from './support/invent-good.ts';
import { everywhere, PLACES, type Place } from './support/places.ts';
import { Visit } from './support/visit.ts';
import { openWorld, type World } from './support/world.ts';

/** One for each place. */
const NAMES = ['Beiling Rice Cooperative', 'Yunxiu Tea Garden', 'Baihua Valley Apiary', 'Qinghe Household'];
const SHOWN = { en: 'list.nameEn', 'zh-Hans': 'list.nameZh' } as const;

interface Producer {
  readonly place: Place;
  readonly visit: Visit;
  readonly good: Good;
}

describe('a producer in the browser', function () {
  this.timeout(600_000);
  inOrder();
  let world: World;
  let producers: readonly Producer[];

  before(async () => {
    world = await openWorld();
    producers = await Promise.all(PLACES.map(begin));
  });

  async function begin(place: Place, i: number): Promise<Producer> {
    const visit = await Visit.begin(world, place);
    await visit.goto('/produce');
    await visit.be(await visit.account('producer', NAMES[i]));
    return { place, visit, good: inventGood(i) };
  }

  it('lists a commodity with a GTIN', () =>
    everywhere(producers, async ({ visit, good }) => {
      const { gtin, texts } = good;
      const next = () => visit.marked('wizard-next').click();
      await visit.marked('list-commodity').click();
      await visit.main.getByRole('radio').first().check();
      await next();
      await next();
      await visit.sees(visit.say(wizardMessages, 'list.problem.missing'));
      for (const [id, text] of Object.entries(texts)) {
        await visit.field(wizardMessages, id as keyof typeof texts).fill(text);
      }
      await next();
      const digit = Number(gtin.at(-1));
      await visit.field(wizardMessages, 'list.gtin').fill(gtin.slice(0, -1) + ((digit + 1) % 10));
      await visit.sees(visit.say(wizardMessages, 'list.gtinWrong', { digit: String(digit) }));
      await visit.field(wizardMessages, 'list.gtin').fill(gtin);
      await visit.sees(visit.say(wizardMessages, 'list.gtinOk', { gtin: `0${gtin}` }));
      await next();
      await visit.marked('list').click();
      await visit.page.waitForURL(/\/produce\/commodities\/\d+$/);
      await visit.sees(visit.heading.filter({ hasText: texts[SHOWN[visit.locale]] }));

      const commodity = Number(visit.page.url().split('/').at(-1));
      const { gtin: listed } = await world.contracts.commodities.read.commodityOf([commodity]);
      expect(listed).to.equal(BigInt(gtin));
    }));

  it('offers its first lot and sets another price', () =>
    everywhere(producers, async ({ visit }) => {
      await visit.marked('offer-lot').first().click();
      const lot = await offerLot(visit);
      await visit.field(commoditiesMessages, 'produce.priceNew').fill('0');
      await visit.sees(visit.say(commoditiesMessages, 'produce.badAmount'));
      await visit.field(commoditiesMessages, 'produce.priceNew').fill('12.34');
      await visit.marked('set-price').click();
      await visit.sees(visit.main.getByText(/12\.34/).first());
      expect(await world.contracts.commodities.read.isSellable([lot])).to.equal(true);
      await visit.picture('producer-lot');
    }));

  it('finds it in the market by its name and by its GTIN', () =>
    everywhere(producers, async ({ visit, good }) => {
      const name = good.texts[SHOWN[visit.locale]];
      for (const text of [name, good.gtin]) {
        await visit.goto('/market');
        await visit.main.getByRole('searchbox').fill(text);
        await visit.sees(visit.say(marketMessages, 'market.found', { count: 1 }));
        await visit.sees(visit.marked('market-item').filter({ hasText: name }));
        await visit.sees(visit.main.getByText(/12\.34/).first());
      }
    }));

  it('without a complaint of any browser', () => everywhere(producers, ({ visit }) => visit.end()));
});
