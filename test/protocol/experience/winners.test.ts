import { expect } from 'chai';
import fc from 'fast-check';
import { bucketOf } from '../../../protocol/experience/bucket.ts';
import { reward } from '../../../protocol/experience/reward.ts';
import { winningBucket } from '../../../protocol/experience/winning-bucket.ts';
import { uint72 } from '../arbitraries.ts';

const q = fc.bigInt({ min: 1n, max: 256n });

describe('buckets', () => {
  it('hold four qualities each, and 0 alone', () => {
    const known: [bigint, number][] = [
      [0n, 0],
      [1n, 1],
      [4n, 1],
      [5n, 2],
      [208n, 52],
      [252n, 63],
      [253n, 64],
      [256n, 64],
    ];
    for (const [quality, bucket] of known) expect(bucketOf(quality), `q = ${quality}`).to.equal(bucket);
  });

  it('win from the best down until they hold a third of the weight', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ q: fc.bigInt({ min: 0n, max: 256n }), weight: uint72 })), (reports) => {
        const weights = new Array<bigint>(65).fill(0n);
        for (const report of reports) {
          const bucket = bucketOf(report.q);
          weights[bucket] = (weights[bucket] as bigint) + report.weight;
        }
        const total = weights.reduce((sum, weight) => sum + weight, 0n);
        const from = (bucket: number): bigint => weights.slice(bucket).reduce((sum, weight) => sum + weight, 0n);
        const lowest = winningBucket(weights);
        expect(lowest).to.be.within(1, 64);
        expect(lowest === 1 || 3n * from(lowest) >= total).to.equal(true);
        expect(from(lowest + 1) === 0n || 3n * from(lowest + 1) < total).to.equal(true);
      }),
    );
  });

  it('never win at quality 0, nor without weight', () => {
    expect(winningBucket(new Array(65).fill(0n))).to.equal(1);
    const weights = new Array<bigint>(65).fill(0n);
    weights[0] = 100n;
    weights[3] = 1n;
    expect(winningBucket(weights)).to.equal(1);
  });

  it('count a third exactly as enough', () => {
    const weights = new Array<bigint>(65).fill(0n);
    weights[64] = 1n;
    weights[10] = 2n;
    expect(winningBucket(weights)).to.equal(64);
    weights[10] = 3n;
    expect(winningBucket(weights)).to.equal(10);
  });
});

describe('rewards', () => {
  it('never exceed the pot, nor κ of the winner’s nominations', () => {
    const winners = fc.array(fc.record({ nominated: uint72, q }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(winners, uint72, fc.integer({ min: 5000, max: 9000 }), (list, pot, kappaBps) => {
        const winnersPoints = list.reduce((sum, winner) => sum + winner.nominated * winner.q ** 2n, 0n);
        const rewards = list.map((winner) => reward({ ...winner, pot, winnersPoints, kappaBps }));
        expect(rewards.reduce((sum, paid) => sum + paid, 0n) <= pot).to.equal(true);
        for (const [i, paid] of rewards.entries()) {
          expect(paid * 10_000n <= (list[i]?.nominated as bigint) * BigInt(kappaBps)).to.equal(true);
        }
      }),
    );
  });

  it('divide the pot by nominations and squared quality', () => {
    const basis = { pot: 500n, winnersPoints: 100n * 4n + 100n * 1n, kappaBps: 9000 };
    expect(reward({ ...basis, nominated: 100n, q: 2n })).to.equal(90n);
    expect(reward({ ...basis, pot: 100n, nominated: 100n, q: 2n })).to.equal(80n);
    expect(reward({ ...basis, pot: 100n, nominated: 100n, q: 1n })).to.equal(20n);
    expect(reward({ ...basis, winnersPoints: 0n, nominated: 0n, q: 2n })).to.equal(0n);
  });
});
