import { expect } from 'chai';
import { toScaled } from '../../protocol/documents/quality-model/scaled.ts';
import { checkLotCode } from '../../protocol/identity/lot-code.ts';
import { catalogue } from '../../scripts/residents/catalogue.ts';
import { followUpLot, followUpOf } from '../../scripts/residents/follow-up.ts';

const EPOCHS = Array.from({ length: 40 }, (_, i) => 9 + i);

describe('lots that resident producers offer later', () => {
  for (const commodity of catalogue) {
    it(`${commodity.seed.key}: valid claims inside the law, found again by their code`, () => {
      for (const epoch of EPOCHS) {
        const lot = followUpLot(commodity, epoch);
        checkLotCode(lot.lotCode);
        expect(lot.startEpoch).to.equal(epoch);
        expect(lot.epochs).to.be.within(2, 3);
        for (const { code, limits, decimals } of commodity.model.parameters) {
          const claim = lot.claims[code] ?? Number.NaN;
          expect(claim, code).to.be.within(toScaled(limits.min, decimals), toScaled(limits.max, decimals));
          expect(Number.isInteger(claim)).to.equal(true);
          expect(Number.isInteger(lot.truth[code])).to.equal(true);
        }
        expect(followUpOf(commodity, lot.lotCode)).to.deep.equal(lot);
      }
    });
  }

  it('differ from each other, and a few promise too much', () => {
    const all = catalogue.flatMap((commodity) => EPOCHS.map((epoch) => followUpLot(commodity, epoch)));
    const codes = all.map(({ commodity, lotCode }) => `${commodity} ${lotCode}`);
    expect(new Set(codes).size).to.equal(codes.length);
    const share = all.filter(({ story }) => story === 'exaggerated').length / all.length;
    expect(share).to.be.within(0.08, 0.25);
  });

  it('are nobody’s when the code is another', () => {
    const [commodity] = catalogue;
    if (commodity === undefined) throw new Error('empty catalogue');
    for (const code of ['A-01', 'A-E9', `${followUpLot(commodity, 10).lotCode}x`, '-E9']) {
      expect(followUpOf(commodity, code)).to.equal(undefined);
    }
  });
});
