import { expect } from 'chai';
import type { Listing } from '../../relay/api/catalogue.ts';
import type { LotFacts } from '../../scripts/residents/lot-facts.ts';
import type { Settings } from '../../scripts/residents/settings.ts';
import { HALVES } from '../../scripts/residents/settings.ts';
import { purchasesOf } from '../../scripts/residents/wishes.ts';
import { residentsOf, seededWorld } from './seeded-world.ts';

describe('what residents want to buy', function () {
  this.timeout(60_000);
  let settings: Settings;

  before(async () => {
    ({ settings } = await residentsOf(await seededWorld()));
  });

  const START = 20;
  const LOT_ID = 77;

  function offered(epochs: number): void {
    const [known] = settings.chain.lots.values();
    settings.chain.lots.set(LOT_ID, { ...(known as LotFacts), lotId: LOT_ID, startEpoch: START, epochs });
  }

  function listing(units: number, available: number, unitPrice = '20000000'): Listing {
    return { lotId: LOT_ID, units, available, unitPrice } as Listing;
  }

  const wishes = (shelf: Listing, epoch: number, half: number) => purchasesOf(settings, shelf, { now: 0, epoch, half });

  /** All purchases of a whole sale. */
  function sale(epochs: number, units = 500) {
    offered(epochs);
    const moments = Array.from({ length: epochs * HALVES }, (_, i) => [START + Math.floor(i / HALVES), i % HALVES]);
    return moments.flatMap(([epoch = 0, half = 0]) => wishes(listing(units, units - 20), epoch, half));
  }

  for (const epochs of [1, 2, 3]) {
    it(`every tester buys once while a lot is on sale for ${epochs}, the same whenever asked`, () => {
      const purchases = sale(epochs);
      for (const tester of settings.cast.testers) {
        expect(purchases.filter(({ buyer }) => buyer === tester).length, tester.name).to.equal(1);
      }
      const others = purchases.filter(({ buyer }) => settings.cast.consumers.includes(buyer));
      expect(others.length).to.be.within(1, epochs * 12);
      expect(sale(epochs)).to.deep.equal(purchases);
    });
  }

  it('nobody buys the same lot twice in an epoch, whose orders would have one nonce', () => {
    const purchases = sale(1);
    expect(new Set(purchases.map(({ buyer }) => buyer.name)).size).to.equal(purchases.length);
  });

  it('nobody buys before or after the sale, or what is beyond his means', () => {
    offered(1);
    expect(wishes(listing(100, 100), START - 1, 1)).to.deep.equal([]);
    expect(wishes(listing(100, 100), START + 1, 0)).to.deep.equal([]);
    expect(wishes(listing(100, 100, '3000000000'), START, 1)).to.deep.equal([]);
  });

  it('leaves the last units to those who measure', () => {
    offered(1);
    for (let half = 0; half < HALVES; half++) {
      const buyers = wishes(listing(20, 15), START, half).map(({ buyer }) => buyer);
      expect(buyers.filter((buyer) => settings.cast.consumers.includes(buyer))).to.deep.equal([]);
    }
    expect(wishes(listing(20, 15), START, 1).length).to.equal(settings.cast.testers.length);
  });

  it('testers buy more at the end when somebody has bought very much, as far as the stock goes', () => {
    offered(1);
    const extra = (shelf: Listing) => wishes(shelf, START, 1).filter(({ attempt }) => attempt === 1);
    expect(extra(listing(500, 460))).to.deep.equal([]);
    const large = extra(listing(500, 380));
    expect(large.length).to.equal(settings.cast.testers.length);
    for (const { quantity } of large) expect(quantity).to.equal(10);
    const scarce = extra(listing(500, 30));
    const total = scarce.reduce((sum, { quantity }) => sum + quantity, 0);
    expect(total).to.be.within(1, 30);
  });
});
