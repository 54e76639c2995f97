import { expect } from 'chai';
import fc from 'fast-check';
import { defaultShareRates } from '../../../protocol/settlement/share-rates.ts';
import { priceBreakdown } from '../../../web/features/orders/checkout/price-breakdown.ts';

describe('the price', () => {
  it('splits as in the worked example of the protocol', () => {
    const terms = { unitPrice: 20_000_000n, quantity: 1, feeBps: 1_500, commissionBps: 0, isRecommended: false };
    expect(priceBreakdown(terms, defaultShareRates)).to.deep.equal({
      total: 20_000_000n,
      producer: 17_000_000n,
      fee: 3_000_000n,
      expert: 300_000n,
      experiencers: 1_500_000n,
      platform: 1_200_000n,
      commission: 0n,
      commune: 120_000n,
    });
  });

  it('is never more or less than the sum of its parts', () => {
    const terms = fc.record({
      unitPrice: fc.bigInt({ min: 1n, max: 10n ** 12n }),
      quantity: fc.integer({ min: 1, max: 1_000 }),
      feeBps: fc.integer({ min: 100, max: 3_000 }),
      commissionBps: fc.integer({ min: 0, max: 2_000 }),
      isRecommended: fc.boolean(),
    });
    fc.assert(
      fc.property(terms, (given) => {
        const { total, producer, fee, expert, experiencers, platform, commission } = priceBreakdown(
          given,
          defaultShareRates,
        );
        expect(producer + expert + experiencers + platform + commission).to.equal(total);
        expect(expert + experiencers + platform).to.equal(fee);
        if (!given.isRecommended) expect(commission).to.equal(0n);
      }),
    );
  });
});
