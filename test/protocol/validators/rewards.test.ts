import { expect } from 'chai';
import fc from 'fast-check';
import { concatHex, type Hex, keccak256 } from 'viem';
import { electionWindow, nextElection, termOf } from '../../../protocol/clock/term.ts';
import { integerSqrt } from '../../../protocol/math/integer-sqrt.ts';
import { packNominations, unpackNominations } from '../../../protocol/validators/nominations.ts';
import { seatWeight } from '../../../protocol/validators/seats.ts';
import { termRewards, validatorCommission, voterReward } from '../../../protocol/validators/term-rewards.ts';
import { proveVoter, voterRoot } from '../../../protocol/validators/voter-tree.ts';
import { bytes32 } from '../arbitraries.ts';
import { expectError } from '../expect-error.ts';

const climb = (leaf: Hex, proof: readonly Hex[]) =>
  proof.reduce((node, sibling) => keccak256(concatHex(node < sibling ? [node, sibling] : [sibling, node])), leaf);

const seats = fc.array(
  fc.record({
    commissionBps: fc.integer({ min: 0, max: 2_000 }),
    amounts: fc.array(fc.bigInt({ min: 1n, max: 10n ** 26n }), { minLength: 1, maxLength: 6 }),
    power: fc.bigInt({ min: 0n, max: 10n ** 15n }),
    slashed: fc.boolean(),
  }),
  { minLength: 1, maxLength: 32 },
);

describe('rewards of a term', () => {
  it('are never more than came in, and dust is all that rounding keeps', () => {
    fc.assert(
      fc.property(seats, fc.bigInt({ min: 0n, max: 10n ** 18n }), (all, amount) => {
        const won = all.map(({ amounts, commissionBps, power }, i) => {
          const support = amounts.reduce((sum, one) => sum + one, 0n);
          return { candidateId: i + 1, commissionBps, support, weight: seatWeight(power, support) };
        });
        const slashed = new Set(all.flatMap((one, i) => (one.slashed ? i + 1 : [])));
        const { rewards, owed, weight } = termRewards(amount, won, slashed);
        expect(owed <= amount).to.equal(true);
        if (weight > 0n) expect(amount - owed < BigInt(all.length)).to.equal(true);
        else expect(owed).to.equal(0n);
        let paid = 0n;
        for (const [i, { amounts }] of all.entries()) {
          const [seat, reward] = [won[i] as (typeof won)[number], rewards[i] as bigint];
          if (slashed.has(i + 1)) expect(reward).to.equal(0n);
          const parts = amounts.map((one) => voterReward([{ winner: i, amount: one }], won, rewards));
          const sum = validatorCommission(reward, seat) + parts.reduce((total, part) => total + part, 0n);
          expect(sum <= reward && reward - sum < BigInt(amounts.length)).to.equal(true);
          paid += sum;
        }
        expect(paid <= owed).to.equal(true);
      }),
    );
  });

  it('count weights that are whole roots', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 230n }), (value) => {
        const root = integerSqrt(value);
        expect(root * root <= value && (root + 1n) ** 2n > value).to.equal(true);
      }),
    );
    for (const [value, root] of [
      [0n, 0n],
      [1n, 1n],
      [2n, 1n],
      [3n, 1n],
      [4n, 2n],
    ] as const) {
      expect(integerSqrt(value)).to.equal(root);
    }
    expectError('BadAmount', () => integerSqrt(-1n));
    expect(seatWeight(2n ** 200n, 4n)).to.equal(integerSqrt((2n ** 128n - 1n) * 4n));
  });
});

describe('the tree of voters', () => {
  it('proves every leaf of every page', () => {
    const pages = fc.array(fc.array(bytes32, { minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(pages, (all) => {
        const root = voterRoot(all);
        for (const [page, leaves] of all.entries()) {
          for (const [i, leaf] of leaves.entries()) expect(climb(leaf, proveVoter(all, page, i))).to.equal(root);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('is its only leaf', () => {
    const leaf = `0x${'11'.repeat(32)}` as const;
    expect(voterRoot([[leaf]])).to.equal(leaf);
    expect(proveVoter([[leaf]], 0, 0)).to.deep.equal([]);
  });
});

describe('nominations and terms', () => {
  it('fit a word', () => {
    expect(packNominations([1, 3, 65_535])).to.equal(1n | (3n << 16n) | (65_535n << 32n));
    expect(unpackNominations(packNominations([1, 3, 65_535]))).to.deep.equal([1, 3, 65_535]);
    expect(unpackNominations(0n)).to.deep.equal([]);
    const sixteen = Array.from({ length: 16 }, (_, i) => i + 1);
    expect(unpackNominations(packNominations(sixteen))).to.deep.equal(sixteen);
    expectError('TooManyValues', () => packNominations([...sixteen, 17]));
  });

  it('elect in the last epoch before the term', () => {
    expect([0, 3, 4, 7, 8].map(termOf)).to.deep.equal([0, 0, 1, 1, 2]);
    expect([0, 2, 3, 4, 6, 7].map(nextElection)).to.deep.equal([1, 1, 2, 2, 2, 3]);
    expect(electionWindow({ genesis: 1_000, epochLength: 100 }, 2)).to.deep.equal({ from: 1_700, until: 1_800 });
  });
});
