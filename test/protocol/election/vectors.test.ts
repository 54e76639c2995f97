import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { normalize } from '../../../protocol/election/normalize.ts';
import { phragmen } from '../../../protocol/election/phragmen.ts';
import { isBetter, type Score, scoreOf } from '../../../protocol/election/score.ts';

interface Election {
  name: string;
  toElect: number;
  balancing: { iterations: number; tolerance: number } | null;
  candidates: number[];
  voters: { id: number; stake: string; targets: number[] }[];
  winners: { id: number; backedStake: string; round: number }[];
  edges: { voter: number; target: number; weight: string }[];
  score: [string, string, string];
}

interface Vectors {
  elections: Election[];
  normalize: { input: string[]; target: string; output: string[] }[];
  scoreComparisons: { claim: string[]; current: string[]; epsilonPerbill: number; better: boolean }[];
}

const file = new URL('../../fixtures/election/phragmen.json', import.meta.url);
const vectors = JSON.parse(readFileSync(file, 'utf8')) as Vectors;
const score = ([least, sum, squares]: readonly string[]): Score => ({
  least: BigInt(least as string),
  sum: BigInt(sum as string),
  squares: BigInt(squares as string),
});

describe('elections like those of sp-npos-elections', () => {
  it('has vectors of every kind', () => {
    expect(vectors.elections).to.have.length(7);
    expect(vectors.normalize).to.have.length(7);
    expect(vectors.scoreComparisons.length).to.be.greaterThan(5);
  });

  for (const { name, toElect, balancing, candidates, voters, winners, edges, score: expected } of vectors.elections) {
    it(name, () => {
      const solution = phragmen(
        toElect,
        candidates,
        voters.map(({ id, stake, targets }) => ({ id, stake: BigInt(stake), targets })),
        balancing ? { iterations: balancing.iterations, tolerance: BigInt(balancing.tolerance) } : undefined,
      );
      const supported = winners.filter(({ backedStake }) => backedStake !== '0');
      expect(solution.winners).to.deep.equal(
        supported.map(({ id, backedStake }) => ({ id, support: BigInt(backedStake) })),
      );
      expect(solution.edges).to.have.deep.members(edges.map((edge) => ({ ...edge, weight: BigInt(edge.weight) })));
      expect(scoreOf(solution)).to.deep.equal(score(expected));
    });
  }

  for (const { input, target, output } of vectors.normalize) {
    it(`normalizes ${input} to ${target}`, () => {
      expect(normalize(input.map(BigInt), BigInt(target))).to.deep.equal(output.map(BigInt));
    });
  }

  for (const [i, { claim, current, epsilonPerbill, better }] of vectors.scoreComparisons.entries()) {
    it(`comparison ${i + 1}: ${better ? 'better' : 'not better'} by ${epsilonPerbill} parts per billion`, () => {
      expect(isBetter(score(claim), score(current), BigInt(epsilonPerbill))).to.equal(better);
    });
  }
});
