import { expect } from 'chai';
import { sortRecords } from '../../../web/features/experience/record/sort-records.ts';
import { explainReward } from '../../../web/features/experience/report/explain-reward.ts';
import { powerSeries } from '../../../web/shared/power/power-series.ts';
import { aRecord } from '../records.ts';

const facts = {
  nominated: 1_000n,
  quality: 256,
  prize: 10_000n,
  shares: 65_536_000n,
  winningBucket: 60,
  kappaBps: 7_500,
};

describe('the explanation of a reward', () => {
  it('says that the cap decides', () => {
    expect(explainReward(facts)).to.deep.equal({
      bucket: 64,
      isWinner: true,
      cap: 750n,
      share: 10_000n,
      reward: 750n,
      because: 'cap',
    });
  });

  it('says that the share of the pot decides', () => {
    const { reward, because } = explainReward({ ...facts, prize: 100n });
    expect({ reward, because }).to.deep.equal({ reward: 100n, because: 'share' });
  });

  it('says why there is nothing', () => {
    expect(explainReward({ ...facts, quality: 200 })).to.include({ reward: 0n, because: 'notWinner' });
    expect(explainReward({ ...facts, nominated: 0n })).to.include({ reward: 0n, because: 'nobodyNominated' });
    expect(explainReward({ ...facts, winningBucket: 0 })).to.include({ because: 'notWinner' });
  });
});

describe('the series of power', () => {
  const clock = { genesis: 0, epochLength: 100 };

  it('halves every thirteen epochs and steps up where something was earned', () => {
    const raw = 1_000_000n << 16n;
    const series = powerSeries(
      clock,
      [
        { epoch: 13, raw: raw * 4n },
        { epoch: 0, raw },
      ],
      26,
    );
    expect(series.map(({ epoch }) => epoch)).to.deep.equal(Array.from({ length: 27 }, (_, i) => i));
    expect(series[0]?.power).to.equal(1_000_000n);
    expect(series[13]?.power).to.equal(2_000_000n);
    expect(series[26]?.power).to.equal(1_000_000n);
    for (const [i, { power }] of series.entries()) {
      if (i > 0 && i !== 13) expect(power < (series[i - 1]?.power ?? 0n), `epoch ${i}`).to.equal(true);
    }
  });

  it('of somebody who never earned anything is empty', () => {
    expect(powerSeries(clock, [], 5)).to.deep.equal([]);
  });
});

describe('the directory', () => {
  it('sorts by what one looks for', () => {
    const a = aRecord({ id: 1, scored: 2, qualitySum: 512, won: 1, registeredAt: 5 });
    const b = aRecord({ id: 2, scored: 30, qualitySum: 30 * 220, won: 9, registeredAt: 3 });
    const ids = (order: Parameters<typeof sortRecords>[1]) => sortRecords([a, b], order).map(({ id }) => id);
    expect(ids('assured')).to.deep.equal([2, 1]);
    expect(ids('quality')).to.deep.equal([1, 2]);
    expect(ids('won')).to.deep.equal([2, 1]);
    expect(ids('newest')).to.deep.equal([1, 2]);
  });
});
