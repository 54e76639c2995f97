import { expect } from 'chai';
import fc from 'fast-check';
import { commissionOf } from '../../../protocol/settlement/commission-of.ts';
import { depositOf } from '../../../protocol/settlement/deposit-of.ts';
import { feeOf } from '../../../protocol/settlement/fee-of.ts';
import { lotShares } from '../../../protocol/settlement/lot-shares.ts';
import { defaultShareRates } from '../../../protocol/settlement/share-rates.ts';
import { uint72 } from '../arbitraries.ts';

const bps = fc.integer({ min: 0, max: 10_000 });

describe('statement money', () => {
  for (const unit of [1n, 10n ** 6n, 10n ** 12n]) {
    it(`gives the worked example to the last unit, times ${unit}`, () => {
      const sales = 20_000_000n * unit;
      const fees = feeOf(sales, 1500);
      const { experts, experiencers, commune, total } = depositOf({ sales, fees, commissions: 0n }, defaultShareRates);
      expect(fees).to.equal(3_000_000n * unit);
      expect(experts).to.equal(300_000n * unit);
      expect(experiencers).to.equal(1_500_000n * unit);
      expect(fees - experts - experiencers, 'platform').to.equal(1_200_000n * unit);
      expect(commune).to.equal(120_000n * unit);
      expect(total).to.equal(1_920_000n * unit);
      expect(lotShares(fees, defaultShareRates)).to.deep.equal({ expert: 300_000n * unit, pot: 1_500_000n * unit });
    });
  }

  it('rounds fees and commissions up, to less than one unit', () => {
    fc.assert(
      fc.property(uint72, bps, (sales, rate) => {
        const scaled = sales * BigInt(rate);
        for (const rounded of [feeOf(sales, rate), commissionOf(sales, rate, 1)]) {
          expect(rounded * 10_000n >= scaled && rounded * 10_000n < scaled + 10_000n).to.equal(true);
        }
        expect(commissionOf(sales, rate, 0)).to.equal(0n);
      }),
    );
    expect(feeOf(1n, 1)).to.equal(1n);
  });

  it('deposits at least what any split into lots pays', () => {
    fc.assert(
      fc.property(fc.array(uint72, { minLength: 1, maxLength: 20 }), bps, bps, bps, uint72, (lots, a, b, c, sales) => {
        const rates = { expertBps: a, experiencerBps: b, communeBps: c };
        const fees = lots.reduce((sum, fee) => sum + fee, 0n);
        const deposit = depositOf({ sales, fees, commissions: 5n }, rates);
        const paid = lots.map((fee) => lotShares(fee, rates));
        expect(paid.reduce((sum, { expert }) => sum + expert, 0n) <= deposit.experts).to.equal(true);
        expect(paid.reduce((sum, { pot }) => sum + pot, 0n) <= deposit.experiencers).to.equal(true);
        expect(deposit.total).to.equal(deposit.experts + deposit.experiencers + deposit.commune + 5n);
      }),
    );
  });
});
