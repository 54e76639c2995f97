import { expect } from 'chai';
import fc from 'fast-check';
import { drawJury } from '../../../protocol/court/draw-jury.ts';
import { drawSeed } from '../../../protocol/court/draw-seed.ts';
import { filledSeats, jurySize } from '../../../protocol/court/jury-size.ts';
import { voteCommitment } from '../../../protocol/court/vote-commitment.ts';
import { address, bytes32 } from '../arbitraries.ts';

const seats = fc.uniqueArray(fc.integer({ min: 1, max: 0xffff }), { maxLength: 32 });
const round = fc.constantFrom(0, 1, 2);

describe('draws of juries', () => {
  it('three, seven, fifteen, or the largest odd number there is', () => {
    expect([0, 1, 2].map(jurySize)).to.deep.equal([3, 7, 15]);
    expect([0, 1, 2, 3, 4, 24].map((available) => filledSeats(0, available))).to.deep.equal([0, 0, 0, 3, 3, 3]);
    expect([6, 7, 8].map((available) => filledSeats(1, available))).to.deep.equal([5, 7, 7]);
    expect([2, 14, 15, 32].map((available) => filledSeats(2, available))).to.deep.equal([0, 13, 15, 15]);
  });

  it('seats everybody once, and no party', () => {
    fc.assert(
      fc.property(bytes32, round, seats, fc.integer({ min: 1, max: 5 }), (seed, of, pool, every) => {
        const isParty = (candidateId: number) => candidateId % every === 1;
        const jury = drawJury(seed, of, pool, isParty);
        expect(new Set(jury).size).to.equal(jury.length);
        expect(jury.filter(isParty)).to.deep.equal([]);
        expect(jury.every((candidateId) => pool.includes(candidateId))).to.equal(true);
        expect(jury.length).to.equal(filledSeats(of, pool.filter((candidateId) => !isParty(candidateId)).length));
        expect(drawJury(seed, of, pool, isParty)).to.deep.equal(jury);
      }),
    );
  });

  it('leaves the seats that it is given as they are', () => {
    const pool = Object.freeze([1, 2, 3, 4, 5]);
    expect(drawJury(`0x${'07'.repeat(32)}`, 0, pool, () => false)).to.have.length(3);
  });

  it('gives every seat the same chance', () => {
    const pool = Array.from({ length: 24 }, (_, i) => i + 1);
    const times = new Map<number, number>();
    for (const seed of fc.sample(bytes32, { numRuns: 2_400, seed: 5 })) {
      for (const one of drawJury(seed, 0, pool, () => false)) times.set(one, (times.get(one) ?? 0) + 1);
    }
    for (const candidateId of pool) expect(times.get(candidateId)).to.be.within(230, 370);
  });

  it('seeds and commitments differ where anything that they bind does', () => {
    const salt = `0x${'11'.repeat(32)}` as const;
    const key = { chainId: 1, court: `0x${'22'.repeat(20)}` as const, disputeId: 1n, round: 0 };
    const vote = { ...key, seat: 0, candidateId: 5, choice: 1, salt };
    const other = { chainId: 2, court: `0x${'23'.repeat(20)}` as const, disputeId: 2n, round: 1 };
    const rest = { seat: 1, candidateId: 6, choice: 2, salt: `0x${'12'.repeat(32)}` as const };
    const hashes = [voteCommitment(vote)];
    for (const [name, value] of Object.entries({ ...other, ...rest })) {
      hashes.push(voteCommitment({ ...vote, [name]: value }));
    }
    const seeds = [drawSeed(key, salt), drawSeed(key, rest.salt)];
    for (const [name, value] of Object.entries(other)) seeds.push(drawSeed({ ...key, [name]: value }, salt));
    expect(new Set([...hashes, ...seeds]).size).to.equal(9 + 6);
    fc.assert(
      fc.property(address, bytes32, (court, random) => {
        expect(drawSeed({ ...key, court }, random)).to.not.equal(voteCommitment({ ...vote, court, salt: random }));
      }),
    );
  });
});
