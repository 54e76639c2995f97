import { expect } from 'chai';
import fc from 'fast-check';
import { network } from 'hardhat';
import type { Hex } from 'viem';
import { bountyOf } from '../../protocol/disputes/bounty.ts';
import { dropEmpty, type ListedChallenge, placeChallenge } from '../../protocol/disputes/challenge-list.ts';
import { failsCritically } from '../../protocol/disputes/fails-critically.ts';
import { isSlashed } from '../../protocol/disputes/is-slashed.ts';
import { saySame } from '../../protocol/disputes/say-same.ts';
import { packValues } from '../../protocol/experience/pack-values.ts';
import { unpackValues } from '../../protocol/experience/unpack-values.ts';
import { int32, uint32 } from '../protocol/arbitraries.ts';

const SEED = 20261123;
const CASES = 300;
const PER_CALL = 50;
/** Order of the Solidity enum. */
const DIRECTIONS = ['twoSided', 'atLeast', 'atMost'] as const;

/** Near each other often, anywhere else sometimes, and at the ends of int32. */
const value = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -60, max: 60 }) },
  fc.constantFrom(-(2 ** 31), 2 ** 31 - 1),
  int32,
);
const tolerance = fc.oneof(
  fc.integer({ min: 1, max: 200 }),
  fc.constantFrom(1, 3, 4, 5, 2 ** 32 - 1),
  uint32.map((t) => t || 1),
);
const parameter = fc.record({
  a: value,
  b: value,
  tolerance,
  direction: fc.constantFrom<0 | 1 | 2>(0, 1, 2),
  critical: fc.boolean(),
});
type Compared = typeof parameter extends fc.Arbitrary<infer T> ? T : never;
const vectors = fc.array(parameter, { minLength: 1, maxLength: 8 });
const samples = <T>(arbitrary: fc.Arbitrary<T>, count = CASES) => fc.sample(arbitrary, { numRuns: count, seed: SEED });

const onChain = ({ tolerance, direction, critical }: Omit<Compared, 'a' | 'b'>, i: number) => ({
  code: `0x${(0x41 + i).toString(16)}${'00'.repeat(11)}` as Hex,
  direction,
  decimals: 0,
  legalMin: -(2 ** 31),
  legalMax: 2 ** 31 - 1,
  tolerance,
  weightBps: 1_250,
  critical,
  isSealed: false,
});

const pairOf = (vector: Compared[]) => ({
  a: packValues(vector.map(({ a }) => a)),
  b: packValues(vector.map(({ b }) => b)),
  tolerances: vector.reduce((word, one, i) => word | (BigInt(one.tolerance) << BigInt(32 * i)), 0n),
});

describe('disputes in Solidity and in TypeScript', () => {
  let ask: (functionName: string, ...lists: unknown[][]) => Promise<unknown[]>;
  let play: (args: unknown[]) => Promise<unknown>;

  before(async () => {
    const { viem } = await network.create();
    const lists = await viem.deployContract('ChallengeLists');
    const { abi, address } = await viem.deployContract('DisputesFormulas', [], {
      libraries: { ChallengeLists: lists.address },
    });
    const client = await viem.getPublicClient();
    ask = async (functionName, ...columns) => {
      const results: unknown[] = [];
      for (let from = 0; from < (columns[0] as unknown[]).length; from += PER_CALL) {
        const args = columns.map((column) => column.slice(from, from + PER_CALL));
        results.push(...((await client.readContract({ abi, address, functionName, args })) as unknown[]));
      }
      return results;
    };
    play = async (args) => (await client.simulateContract({ abi, address, functionName: 'play', args })).result;
  });

  it('share what is taken', async () => {
    const amount = fc.bigInt({ min: 0n, max: 2n ** 128n - 1n });
    const cases = samples(fc.record({ taken: amount, left: fc.oneof(amount, fc.bigInt({ min: 0n, max: 100n })) }));
    const given = await ask(
      'bounties',
      cases.map(({ taken }) => taken),
      cases.map(({ left }) => left),
    );
    expect(given).to.deep.equal(cases.map(({ taken, left }) => bountyOf(taken, left)));
  });

  it('slash the same reports', async () => {
    const cases = samples(vectors);
    const expected = cases.map((vector) =>
      isSlashed(vector.map(({ a, b, tolerance }) => ({ value: a, consensus: b, tolerance }))),
    );
    expect(await ask('slashed', cases.map(pairOf))).to.deep.equal(expected);
    expect(new Set(expected).size).to.equal(2);
  });

  it('find the same vectors alike', async () => {
    const cases = samples(vectors);
    const expected = cases.map(saySame);
    const given = await ask(
      'same',
      cases.map((vector) => vector.map(onChain)),
      cases.map(pairOf),
    );
    expect(given).to.deep.equal(expected);
    expect(new Set(expected).size).to.equal(2);
  });

  it('charge the same producers', async () => {
    const cases = samples(vectors);
    const expected = cases.map((vector) =>
      failsCritically(
        vector.map(({ a, b, direction, ...rest }) => ({
          ...rest,
          claim: a,
          consensus: b,
          direction: DIRECTIONS[direction],
          weightBps: 1_250,
          legalMin: -(2 ** 31),
          legalMax: 2 ** 31 - 1,
        })),
      ),
    );
    const given = await ask(
      'failed',
      cases.map((vector) => vector.map(onChain)),
      cases.map(pairOf),
    );
    expect(given).to.deep.equal(expected);
    expect(new Set(expected).size).to.equal(2);
  });

  it('keep the same lists of challenges, and give and take the same bonds', async () => {
    const near = fc.integer({ min: 0, max: 40 });
    const game = fc.record({
      tolerances: fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 })),
      added: fc.array(fc.record({ values: fc.tuple(near, near), bond: fc.bigInt({ min: 1n, max: 30n }) }), {
        minLength: 1,
        maxLength: 12,
      }),
      consensus: fc.tuple(near, near),
    });
    for (const { tolerances, added, consensus } of samples(game, 120)) {
      let list: ListedChallenge[] = [];
      let refunded = 0n;
      added.forEach(({ values, bond }, i) => {
        const challenger = `0x${(i + 1).toString(16).padStart(40, '0')}`;
        const placed = placeChallenge(list, { challenger, values, bond }, tolerances);
        for (const one of placed.replaced) refunded += one.bond;
        list = placed.list;
      });
      const { dropped, referred } = dropEmpty(list, consensus, tolerances);
      const parameters = tolerances.map((tolerance, i) => onChain({ tolerance, direction: 0, critical: false }, i));
      const [left, back, lost] = (await play([
        parameters,
        added.map(({ values }) => packValues(values)),
        added.map(({ bond }) => bond),
        packValues(consensus),
      ])) as [{ challenger: string; bond: bigint; values: bigint }[], bigint, bigint];
      expect(
        left.map(({ challenger, bond, values }) => ({
          challenger: challenger.toLowerCase(),
          values: unpackValues(values, 2),
          bond,
        })),
      ).to.deep.equal(referred);
      expect(back).to.equal(refunded);
      expect(lost).to.equal(dropped.reduce((sum, { bond }) => sum + bond, 0n));
    }
  });
});
