import { expect } from 'chai';
import fc from 'fast-check';
import { Random } from '../../../scripts/cycle/random.ts';
import { xoshiro128starstar } from '../../../scripts/cycle/xoshiro.ts';

const draw = (random: Random, count: number) => Array.from({ length: count }, () => random.uint32());

describe('xoshiro128starstar', () => {
  it('gives the numbers of the reference implementation for the state 1, 2, 3, 4', () => {
    const next = xoshiro128starstar(new Uint8Array(new Uint32Array([1, 2, 3, 4]).buffer));
    expect(Array.from({ length: 10 }, next)).to.deep.equal([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });

  it('refuses the state it could not leave', () => {
    expect(() => xoshiro128starstar(new Uint8Array(16))).to.throw(RangeError);
  });
});

describe('Random', () => {
  it('gives the same numbers for the same seed, on every platform', () => {
    expect(draw(new Random(1), 3)).to.deep.equal(draw(new Random('1'), 3));
    expect(draw(new Random(1), 3)).to.deep.equal(PINNED);
    expect(draw(new Random(2), 3)).not.to.deep.equal(PINNED);
  });

  it('forks streams that depend on the labels, not on what was drawn', () => {
    const random = new Random(7);
    const before = draw(random.fork('a'), 4);
    draw(random, 100);
    expect(draw(random.fork('a'), 4)).to.deep.equal(before);
    expect(draw(random.fork('b'), 4)).not.to.deep.equal(before);
    expect(draw(random.fork('a').fork('b'), 4)).not.to.deep.equal(draw(random.fork('ab'), 4));
  });

  it('keeps to the range, both ends included', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), fc.integer(), (seed, a, b) => {
        const [min, max] = [Math.min(a, b), Math.max(a, b)];
        expect(new Random(seed).integer(min, max)).to.be.within(min, max);
      }),
    );
    const random = new Random(3);
    expect(new Set(Array.from({ length: 200 }, () => random.integer(-2, 2))).size).to.equal(5);
    expect(() => random.integer(1, 0)).to.throw(RangeError);
    expect(() => random.integer(0, 0.5)).to.throw(RangeError);
    expect(() => random.integer(0, 2 ** 32)).to.throw(RangeError);
  });

  it('draws a normal with mean 0 and deviation 1', () => {
    const random = new Random(11);
    const values = Array.from({ length: 20_000 }, () => random.normal());
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    expect(mean).to.be.within(-0.03, 0.03);
    expect(variance).to.be.within(0.96, 1.04);
    expect(values.filter((value) => Math.abs(value) < 1).length / values.length).to.be.within(0.66, 0.7);
  });

  it('shuffles without loss and leaves its input', () => {
    fc.assert(
      fc.property(fc.integer(), fc.array(fc.integer()), (seed, items) => {
        const before = [...items];
        expect(new Random(seed).shuffle(items).toSorted()).to.deep.equal(items.toSorted());
        expect(items).to.deep.equal(before);
      }),
    );
  });

  it('chooses by weight', () => {
    const random = new Random(5);
    const chosen = Array.from({ length: 10_000 }, () =>
      random.weighted(['a', 'b', 'c', 'd'], (item) => WEIGHTS[item] ?? 0),
    );
    expect(chosen.filter((item) => item === 'b').length).to.be.within(7_300, 7_700);
    expect(chosen).not.to.include('a');
    expect(chosen).not.to.include('d');
    for (const weight of [0, -1, Number.NaN, Infinity]) {
      expect(() => random.weighted(['a'], () => weight)).to.throw(RangeError);
    }
  });

  it('takes chances in parts per 10,000', () => {
    const random = new Random(6);
    expect(random.chance(0)).to.equal(false);
    expect(random.chance(10_000)).to.equal(true);
    expect(Array.from({ length: 10_000 }, () => random.chance(2_500)).filter(Boolean).length).to.be.within(
      2_350,
      2_650,
    );
  });
});

const WEIGHTS: Record<string, number> = { a: 0, b: 3, c: 1, d: 0 };
const PINNED = [2863164244, 773016552, 218760040];
