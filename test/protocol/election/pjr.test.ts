import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import type { Solution } from '../../../protocol/election/election.ts';
import { checkPjr, standardThreshold } from '../../../protocol/election/pjr.ts';

type Amount = string | number;

interface Found {
  threshold: Amount;
  counterExample: number | null;
  preScores: Record<string, Amount>;
}

interface Vectors {
  elections: {
    name: string;
    candidates: number[];
    voters: { id: number; stake: Amount; targets: number[] }[];
    winners: { id: number; backedStake: string }[];
    edges: { voter: number; target: number; weight: string }[];
    pjr: (Found & { ok: boolean }) | null;
  }[];
  pjr: (Found & {
    name: string;
    candidates: number[];
    voters: { id: number; stake: Amount; targets: number[] }[];
    supports: Record<string, { total: Amount; voters: [number, Amount][] }>;
    pjrOk: boolean;
  })[];
}

const file = new URL('../../fixtures/election/phragmen.json', import.meta.url);
const vectors = JSON.parse(readFileSync(file, 'utf8')) as Vectors;
const votersOf = (voters: { id: number; stake: Amount; targets: number[] }[]) =>
  voters.map((voter) => ({ ...voter, stake: BigInt(voter.stake) }));
const scores = (found: Record<string, Amount>) =>
  new Map(Object.entries(found).map(([id, score]) => [Number(id), BigInt(score)]));

describe('proportional justified representation as sp-npos-elections checks it', () => {
  it('has vectors', () => {
    expect(vectors.pjr).to.have.length(2);
    expect(vectors.elections.filter(({ pjr }) => pjr)).to.have.length.greaterThan(3);
  });

  for (const one of vectors.pjr) {
    it(one.name, () => {
      const supports = Object.entries(one.supports);
      const solution: Solution = {
        winners: supports.map(([id, { total }]) => ({ id: Number(id), support: BigInt(total) })),
        edges: supports.flatMap(([target, { voters }]) =>
          voters.map(([voter, weight]) => ({ voter, target: Number(target), weight: BigInt(weight) })),
        ),
      };
      const found = checkPjr(solution, one.candidates, votersOf(one.voters), BigInt(one.threshold));
      expect(found.ok).to.equal(one.pjrOk);
      expect(found.strongest).to.equal(one.counterExample);
      expect(found.preScores).to.deep.equal(scores(one.preScores));
    });
  }

  for (const { name, candidates, voters, winners, edges, pjr } of vectors.elections) {
    if (!pjr) continue;
    it(`${name}: ${pjr.ok ? 'represents everybody' : 'does not represent everybody'}`, () => {
      // Whom nobody stands behind has not won.
      const supported = winners.filter(({ backedStake }) => backedStake !== '0');
      const solution: Solution = {
        winners: supported.map(({ id, backedStake }) => ({ id, support: BigInt(backedStake) })),
        edges: edges.map((edge) => ({ ...edge, weight: BigInt(edge.weight) })),
      };
      const electorate = votersOf(voters);
      const threshold = standardThreshold(supported.length, electorate);
      expect(threshold).to.equal(BigInt(pjr.threshold));
      const found = checkPjr(solution, candidates, electorate, threshold);
      expect(found.ok).to.equal(pjr.ok);
      expect(found.preScores).to.deep.equal(scores(pjr.preScores));
      if (!pjr.ok) expect(found.strongest).to.equal(pjr.counterExample);
    });
  }
});
