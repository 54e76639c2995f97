import { expect } from 'chai';
import fc from 'fast-check';
import { populate, STRATEGIES } from '../../../scripts/cycle/population.ts';
import { Random } from '../../../scripts/cycle/random.ts';

const ids = (count: number) => Array.from({ length: count }, (_, i) => i + 1);
const tally = (population: ReturnType<typeof populate>) =>
  STRATEGIES.map((strategy) => population.filter((one) => one.strategy === strategy).length);

describe('populate', () => {
  it('meets the default mix exactly', () => {
    expect(tally(populate(new Random(1), ids(100)))).to.deep.equal([70, 12, 10, 8]);
    expect(tally(populate(new Random(1), ids(5)))).to.deep.equal([4, 1, 0, 0]);
    expect(populate(new Random(1), [])).to.deep.equal([]);
  });

  it('meets any mix up to rounding', () => {
    const parts = fc
      .tuple(fc.nat(50), fc.nat(50), fc.nat(50), fc.nat(50))
      .filter((all) => all.some((part) => part > 0));
    fc.assert(
      fc.property(parts, fc.nat(60), ([honest, lazy, copying, colluding], count) => {
        const mix = { honest, lazy, copying, colluding };
        const total = honest + lazy + copying + colluding;
        const seats = tally(populate(new Random(1), ids(count), mix));
        expect(seats.reduce((sum, seat) => sum + seat, 0)).to.equal(count);
        for (const [i, strategy] of STRATEGIES.entries()) {
          expect(Math.abs((seats[i] ?? 0) - (count * mix[strategy]) / total)).to.be.lessThan(1);
        }
      }),
    );
  });

  it('is the same for a seed and another for another', () => {
    const strategies = (seed: number) =>
      populate(new Random(seed), ids(50)).map(({ strategy, noise }) => [strategy, noise]);
    expect(strategies(3)).to.deep.equal(strategies(3));
    expect(strategies(3)).not.to.deep.equal(strategies(4));
  });

  it('spreads skill from a twelfth to a quarter of the tolerance', () => {
    const noises = populate(new Random(9), ids(500)).map(({ noise }) => noise);
    expect(Math.min(...noises)).to.be.within(1 / 12, 1 / 11);
    expect(Math.max(...noises)).to.be.within(1 / 4.2, 1 / 4);
    expect(noises.reduce((sum, noise) => sum + noise, 0) / noises.length).to.be.within(0.16, 0.173);
  });

  it('refuses ids and mixes that make no sense', () => {
    for (const bad of [[0], [1, 1], [1.5], [-1]]) expect(() => populate(new Random(1), bad)).to.throw(RangeError);
    for (const honest of [0, -1, 0.5]) {
      expect(() => populate(new Random(1), [1], { honest, lazy: 0, copying: 0, colluding: 0 })).to.throw(RangeError);
    }
  });
});
