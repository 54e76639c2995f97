import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import fc from 'fast-check';
import { network } from 'hardhat';
import {
  type Rule,
  simpleMajority,
  superMajorityAgainst,
  superMajorityApprove,
  type Tally,
} from '../../protocol/governance/adaptive-quorum.ts';

const SEED = 20261123;
const CASES = 3_000;
const PER_CALL = 250;
const LIMIT = 2n ** 128n;
const RULES = [superMajorityApprove, simpleMajority, superMajorityAgainst] as const;

/** Small numbers, ends of the range and far beyond it. */
const amount = fc.oneof(
  fc.bigInt({ min: 0n, max: 12n }),
  fc.bigInt({ min: 0n, max: 10n ** 15n }),
  fc.bigInt({ min: 0n, max: LIMIT - 1n }),
  fc.constantFrom(0n, 1n, LIMIT - 2n, LIMIT - 1n, LIMIT, LIMIT + 1n, 2n ** 256n - 1n),
);
const anything: fc.Arbitrary<Tally> = fc.record({
  forVotes: amount,
  againstVotes: amount,
  turnout: amount,
  electorate: amount,
});
/** As the governor counts: turnout is what was cast, and part of the electorate. */
const counted: fc.Arbitrary<Tally> = fc
  .tuple(amount, amount, amount)
  .filter(([forVotes, againstVotes, silent]) => forVotes + againstVotes + silent < 2n ** 256n)
  .map(([forVotes, againstVotes, silent]) => {
    const turnout = forVotes + againstVotes;
    return { forVotes, againstVotes, turnout, electorate: turnout + silent };
  });
/** Where real roots tie, and one more or less: turnout and electorate are squares times a common factor. */
const tied: fc.Arbitrary<Tally> = fc
  .record({
    factor: fc.bigInt({ min: 1n, max: 2n ** 30n }),
    turnoutRoot: fc.bigInt({ min: 1n, max: 2n ** 30n }),
    electorateRoot: fc.bigInt({ min: 1n, max: 2n ** 30n }),
    votes: fc.bigInt({ min: 1n, max: 2n ** 60n }),
    shift: fc.constantFrom(-1n, 0n, 1n),
    approve: fc.boolean(),
  })
  .map(({ factor, turnoutRoot, electorateRoot, votes, shift, approve }) => {
    const [strong, weak] = approve ? [electorateRoot, turnoutRoot] : [turnoutRoot, electorateRoot];
    return {
      forVotes: votes * strong + shift,
      againstVotes: votes * weak,
      turnout: factor * turnoutRoot ** 2n,
      electorate: factor * electorateRoot ** 2n,
    };
  });

interface Vector {
  readonly ayes: string;
  readonly nays: string;
  readonly turnout: string;
  readonly electorate: string;
  readonly scaledApprove: boolean | null;
  readonly simpleMajority: boolean;
  readonly scaledAgainst: boolean | null;
}

describe('adaptive quorum in Solidity and in TypeScript', () => {
  let onChain: (tallies: readonly Tally[]) => Promise<boolean[][]>;

  before(async () => {
    const { viem } = await network.create();
    const { abi, address } = await viem.deployContract('GovernanceFormulas');
    const client = await viem.getPublicClient();
    onChain = async (tallies) => {
      const results: boolean[][] = [];
      for (let from = 0; from < tallies.length; from += PER_CALL) {
        const args = [tallies.slice(from, from + PER_CALL)];
        const flags = await client.readContract({ abi, address, functionName: 'outcomes', args });
        results.push(...(flags as number[]).map((flag) => RULES.map((_, bit) => ((flag >> bit) & 1) === 1)));
      }
      return results;
    };
  });

  for (const [name, arbitrary] of Object.entries({ anything, counted, tied })) {
    it(`decides alike: ${name}`, async () => {
      const tallies = fc.sample(arbitrary, { numRuns: CASES, seed: SEED });
      const expected = tallies.map((tally) => RULES.map((rule: Rule) => rule(tally)));
      expect(await onChain(tallies)).to.deep.equal(expected);
      for (let bit = 0; bit < RULES.length; bit++) {
        expect(expected.some((flags) => flags[bit])).to.equal(true);
        expect(expected.some((flags) => !flags[bit])).to.equal(true);
      }
    });
  }

  it('reproduces every vector', async () => {
    const file = new URL('../fixtures/governance/adaptive-quorum.json', import.meta.url);
    const { vectors }: { vectors: Vector[] } = JSON.parse(readFileSync(file, 'utf8'));
    expect(vectors).to.have.length.above(20);
    const tallies = vectors.map(({ ayes, nays, turnout, electorate }) => ({
      forVotes: BigInt(ayes),
      againstVotes: BigInt(nays),
      turnout: BigInt(turnout),
      electorate: BigInt(electorate),
    }));
    // Null stands for operands that are too large: they never pass.
    const expected = vectors.map((v) => [v.scaledApprove ?? false, v.simpleMajority, v.scaledAgainst ?? false]);
    expect(tallies.map((tally) => RULES.map((rule) => rule(tally)))).to.deep.equal(expected);
    expect(await onChain(tallies)).to.deep.equal(expected);
  });
});
