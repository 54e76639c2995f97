import { expect } from 'chai';
import fc from 'fast-check';
import { network } from 'hardhat';
import { getContract, parseAbi } from 'viem';
import { accuracy } from '../../protocol/experience/accuracy.ts';
import { bucketOf } from '../../protocol/experience/bucket.ts';
import { packValues } from '../../protocol/experience/pack-values.ts';
import { quality } from '../../protocol/experience/quality.ts';
import { reportScore, type ScoredParameter } from '../../protocol/experience/report-score.ts';
import { skill } from '../../protocol/experience/skill.ts';
import { deflatePower } from '../../protocol/power/deflate-power.ts';
import { inflatePower } from '../../protocol/power/inflate-power.ts';
import { powerMultiplier } from '../../protocol/power/power-multiplier.ts';
import { int32, uint32 } from '../protocol/arbitraries.ts';

const HALF_LIFE = 13n * 7n * 86_400n;

const { viem } = await network.create();
const abi = parseAbi([
  'function accuracies(uint256[] d) view returns (uint256[])',
  'function skills(uint256[] d, uint256[] d0) view returns (uint256[])',
  'function qualities(uint256[] accuracy, uint256[] skill) view returns (uint256[])',
  'function buckets(uint256[] quality) view returns (uint8[])',
  'struct Assessment { uint256 reported; uint256 consensus; uint256 base; uint256 tolerances; uint128 weights; }',
  'function assessAll(Assessment[] cases) view returns (uint256[] accuracy, uint256[] quality)',
  'function multipliers(uint256[] elapsed, uint256[] halfLife) view returns (uint256[])',
  'function inflate(uint256[] amounts, uint256[] m) view returns (uint256[])',
  'function deflate(uint256[] raw, uint256[] m) view returns (uint256[])',
]);
const { address } = await viem.deployContract('ScoringHarness');
const harness = getContract({ abi, address, client: await viem.getPublicClient() });

function samples<T>(arbitrary: fc.Arbitrary<T>, count: number): T[] {
  return fc.sample(arbitrary, count);
}

/** Numbers of 0 … 2^bits − 1 of every size, and the ones that are named. */
function sized(bits: number, ...named: bigint[]): fc.Arbitrary<bigint> {
  const any = fc
    .tuple(fc.integer({ min: 0, max: bits }), fc.bigInt({ min: 0n, max: 2n ** BigInt(bits) - 1n }))
    .map(([size, value]) => BigInt.asUintN(size, value));
  return named.length === 0 ? any : fc.oneof({ weight: 4, arbitrary: any }, fc.constantFrom(...named));
}

/** Values at and around the limits as often as anywhere. */
const value = fc.oneof(
  int32,
  fc.constantFrom(-0x80000000, -0x7fffffff, -1, 0, 1, 0x7ffffffe, 0x7fffffff),
  fc.integer({ min: -2_000, max: 2_000 }),
);
const tolerance = fc.oneof(
  uint32.map((tolerated) => tolerated || 1),
  fc.constantFrom(1, 2, 3, 127, 128, 129, 0x7fffffff, 0xffffffff),
  fc.integer({ min: 1, max: 500 }),
);

/** One to eight parameters whose weights sum to 10,000. */
const report: fc.Arbitrary<ScoredParameter[]> = fc.integer({ min: 1, max: 8 }).chain((count) =>
  fc
    .tuple(
      fc.array(fc.record({ value, consensus: value, base: value, tolerance }), { minLength: count, maxLength: count }),
      fc.uniqueArray(fc.integer({ min: 1, max: 9_999 }), { minLength: count - 1, maxLength: count - 1 }),
    )
    .map(([parameters, cuts]) => {
      const ends = [0, ...cuts.sort((a, b) => a - b), 10_000];
      return parameters.map((parameter, i) => ({
        ...parameter,
        weightBps: (ends[i + 1] as number) - (ends[i] as number),
      }));
    }),
);

function assessment(parameters: ScoredParameter[]) {
  const lanes = (bits: number, lane: (parameter: ScoredParameter) => number) =>
    parameters.reduce((word, parameter, i) => word | (BigInt(lane(parameter)) << BigInt(bits * i)), 0n);
  return {
    reported: packValues(parameters.map((parameter) => parameter.value)),
    consensus: packValues(parameters.map(({ consensus }) => consensus)),
    base: packValues(parameters.map(({ base }) => base)),
    tolerances: lanes(32, (parameter) => parameter.tolerance),
    weights: lanes(16, ({ weightBps }) => weightBps),
  };
}

describe('scores of contracts and protocol', () => {
  it('accuracy', async () => {
    const d = [...Array.from({ length: 140 }, (_, i) => BigInt(i)), ...samples(sized(64), 500)];
    expect(await harness.read.accuracies([d])).to.deep.equal(d.map(accuracy));
  });

  it('skill', async () => {
    const d = samples(sized(39, 0n, 127n, 128n, 65_535n, 2n ** 39n - 1n), 1_000);
    const d0 = samples(sized(39, 0n, 127n, 128n, 65_535n, 2n ** 39n - 1n), 1_000);
    expect(await harness.read.skills([d, d0])).to.deep.equal(d.map((one, i) => skill(one, d0[i] as bigint)));
  });

  it('quality, of every accuracy with some skill', async () => {
    const acc = Array.from({ length: 257 * 4 }, (_, i) => BigInt(i % 257));
    const skilled = samples(fc.bigInt({ min: 0n, max: 256n }), acc.length);
    const expected = acc.map((one, i) => quality(one, skilled[i] as bigint));
    expect(await harness.read.qualities([acc, skilled])).to.deep.equal(expected);
  });

  it('bucket of every quality', async () => {
    const q = Array.from({ length: 257 }, (_, i) => BigInt(i));
    expect(await harness.read.buckets([q])).to.deep.equal(q.map(bucketOf));
  });

  it('whole reports, up to the limits of int32', async () => {
    for (let batch = 0; batch < 8; batch++) {
      const reports = samples(report, 150);
      const [acc, q] = await harness.read.assessAll([reports.map(assessment)]);
      expect(reports.map((_, i) => ({ acc: acc[i], q: q[i] }))).to.deep.equal(reports.map(reportScore));
    }
  });
});

describe('power of contracts and protocol', () => {
  it('multiplier at every bit of the exponent and anywhere below 192 half-lives', async () => {
    const steps = Array.from({ length: 16 }, (_, bit) => [1n << BigInt(bit), (1n << BigInt(bit)) - 1n]).flat();
    const elapsed = [...steps, ...samples(fc.bigInt({ min: 0n, max: 192n * 65_536n - 1n }), 1_000)];
    const halfLife = elapsed.map(() => 65_536n);
    const expected = elapsed.map((one) => powerMultiplier(one, 65_536n));
    expect(await harness.read.multipliers([elapsed, halfLife])).to.deep.equal(expected);
  });

  it('multiplier with any half-life', async () => {
    const times = samples(
      fc
        .tuple(fc.bigInt({ min: 13n * 60n, max: 13n * 28n * 86_400n }), fc.bigInt({ min: 0n, max: 2n ** 40n }))
        .map(([halfLife, any]) => ({ halfLife, elapsed: any % (192n * halfLife) })),
      1_000,
    );
    const expected = times.map(({ elapsed, halfLife }) => powerMultiplier(elapsed, halfLife));
    const columns = [times.map(({ elapsed }) => elapsed), times.map(({ halfLife }) => halfLife)] as const;
    expect(await harness.read.multipliers(columns)).to.deep.equal(expected);
  });

  it('inflating and deflating', async () => {
    const m = samples(fc.bigInt({ min: 0n, max: 90n * HALF_LIFE }), 1_000).map((t) => powerMultiplier(t, HALF_LIFE));
    const amounts = samples(sized(96), m.length);
    const inflated = amounts.map((amount, i) => inflatePower(amount, m[i] as bigint));
    expect(await harness.read.inflate([amounts, m])).to.deep.equal(inflated);
    const raw = samples(sized(208, 2n ** 208n - 1n), m.length);
    expect(await harness.read.deflate([raw, m])).to.deep.equal(raw.map((one, i) => deflatePower(one, m[i] as bigint)));
  });

  it('is nothing from 192 half-lives on', async () => {
    const elapsed = samples(fc.bigInt({ min: 192n * HALF_LIFE, max: 1_000n * HALF_LIFE }), 100);
    const m = await harness.read.multipliers([elapsed, elapsed.map(() => HALF_LIFE)]);
    const raw = samples(sized(208, 2n ** 208n - 1n), m.length);
    const power = await harness.read.deflate([raw, m]);
    expect(power).to.deep.equal(
      raw.map((one, i) => deflatePower(one, powerMultiplier(elapsed[i] as bigint, HALF_LIFE))),
    );
  });
});
