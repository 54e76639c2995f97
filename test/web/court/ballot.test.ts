import { expect } from 'chai';
import type { Hex } from 'viem';
import {
  fromBallotFile,
  openBallot,
  recoverBallot,
  sealBallot,
  toBallotFile,
} from '../../../web/features/court/jury/ballot.ts';

const place = {
  chainId: 31_337,
  court: `0x${'c0'.repeat(20)}`,
  disputeId: 7,
  round: 1,
  seat: 4,
  candidateId: 12,
} as const;
const root: Hex = `0x${'ab'.repeat(32)}`;

describe('a sealed vote', () => {
  it('is found again by the wallet alone, whatever was chosen', () => {
    for (const choice of [0, 1, 5]) {
      const { commitment } = sealBallot(place, choice, root);
      expect(recoverBallot(place, 5, commitment, root)?.choice).to.equal(choice);
    }
  });

  it('is found again in its file, which opens no other vote', () => {
    const ballot = sealBallot(place, 2, root);
    const file = toBallotFile(place, ballot);
    expect(fromBallotFile(file, place, 5, ballot.commitment)).to.deep.equal(ballot);
    const elsewhere = sealBallot({ ...place, disputeId: 8 }, 2, root);
    expect(fromBallotFile(file, { ...place, disputeId: 8 }, 5, elsewhere.commitment)).to.equal(null);
    for (const wrong of ['', '{}', 'null', '{"format":"trusted-commerce-commune.vote","salt":"0x12"}']) {
      expect(fromBallotFile(wrong, place, 5, ballot.commitment)).to.equal(null);
    }
  });

  it('stays closed to another wallet, and where the choice is none', () => {
    const { commitment, salt } = sealBallot(place, 5, root);
    expect(recoverBallot(place, 5, commitment, `0x${'cd'.repeat(32)}`)).to.equal(null);
    expect(openBallot(place, 4, commitment, salt)).to.equal(null);
  });

  it('has another salt in every round and dispute', () => {
    const salts = [
      place,
      { ...place, round: 2 },
      { ...place, disputeId: 8 },
      { ...place, court: `0x${'c1'.repeat(20)}` as const },
    ].map((one) => sealBallot(one, 1, root).salt);
    expect(new Set(salts).size).to.equal(4);
  });
});
