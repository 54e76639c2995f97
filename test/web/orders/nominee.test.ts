import { expect } from 'chai';
import fc from 'fast-check';
import { proposeNominee, rankNominees } from '../../../web/features/orders/checkout/propose-nominee.ts';
import { assuredQualityBps } from '../../../web/shared/experiencers/assured-quality.ts';
import { matchExperiencer } from '../../../web/shared/experiencers/match-experiencer.ts';
import { meanQualityBps } from '../../../web/shared/experiencers/track-record.ts';
import { aRecord } from '../records.ts';

const lucky = aRecord({ id: 1, scored: 1, qualitySum: 256, lastClosingEpoch: 20 });
const steady = aRecord({ id: 2, scored: 20, qualitySum: 20 * 230, lastClosingEpoch: 20 });
const retired = aRecord({ id: 3, scored: 50, qualitySum: 50 * 250, lastClosingEpoch: 5 });
const newcomer = aRecord({ id: 4 });

describe('assured quality', () => {
  it('trusts twenty good reports more than one perfect one', () => {
    expect(assuredQualityBps(steady)).to.be.greaterThan(assuredQualityBps(lucky));
    expect(assuredQualityBps(newcomer)).to.equal(0);
  });

  it('is never above the mean and grows towards it with the sample', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 256 }), fc.integer({ min: 1, max: 500 }), (quality, scored) => {
        const few = { scored, qualitySum: quality * scored };
        const many = { scored: scored * 4, qualitySum: quality * scored * 4 };
        expect(assuredQualityBps(few)).to.be.at.most((meanQualityBps(few) ?? 0) + 1);
        expect(assuredQualityBps(many)).to.be.at.least(assuredQualityBps(few));
      }),
    );
  });
});

describe('the proposed nominee', () => {
  const situation = { records: [lucky, steady, retired, newcomer], epoch: 21, ownId: 0, excluded: [] };

  it('is the best assured of those who reported lately', () => {
    expect(proposeNominee(situation)).to.deep.equal({ reason: 'best', nominee: steady });
  });

  it('is the buyer himself when he is registered', () => {
    expect(proposeNominee({ ...situation, ownId: 4 })).to.deep.equal({ reason: 'self', nominee: newcomer });
  });

  it('is never the producer or the expert', () => {
    expect(proposeNominee({ ...situation, excluded: [steady.account.toUpperCase()] }).nominee).to.equal(lucky);
    expect(proposeNominee({ ...situation, ownId: 2, excluded: [steady.account] }).nominee).to.equal(lucky);
  });

  it('is nobody when nobody is active', () => {
    expect(proposeNominee({ ...situation, epoch: 40 })).to.deep.equal({ reason: 'nobody', nominee: null });
  });

  it('leaves the ranking to assured quality', () => {
    expect(rankNominees(situation).map(({ id }) => id)).to.deep.equal([3, 2, 1, 4]);
  });
});

describe('searching an experiencer', () => {
  const wang = aRecord({ id: 12, name: { 'zh-Hans': '王芳', en: 'Wang Fang' }, account: `0xabc${'0'.repeat(37)}` });

  it('finds him by name, number and address', () => {
    for (const query of ['wang', '王', '#12', '12', '0xABC', 'fang wang', '']) {
      expect(matchExperiencer(wang, query), query).to.equal(true);
    }
    for (const query of ['li', '#1', '0xabd', 'wang li']) expect(matchExperiencer(wang, query), query).to.equal(false);
  });
});
