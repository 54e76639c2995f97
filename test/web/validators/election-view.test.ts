import { expect } from 'chai';
import {
  barPieces,
  electionOf,
  eligibility,
  evennessBps,
  rulesAt,
  standingAt,
  termNow,
} from '../../../web/features/validators/election-view.ts';
import { releaseEpoch } from '../../../web/features/validators/unbonding.ts';
import { shareBps } from '../../../web/shared/format/share-bps.ts';

const clock = { genesis: 1_000, epochLength: 100 };

describe('terms and elections', () => {
  it('stand where the clock is; the last epoch of a term is for the election', () => {
    // Epoch 9 is the second of term 2: epochs 8 … 11.
    expect(termNow(clock, 1_000 + 950)).to.deep.equal({
      term: 2,
      epochOfTerm: 1,
      startsAt: 1_800,
      endsAt: 2_200,
      elects: 3,
      electionFrom: 2_100,
      electionUntil: 2_200,
      isElectionOpen: false,
      countsFor: 3,
    });
    expect(termNow(clock, 2_099)).to.include({ isElectionOpen: false, countsFor: 3 });
    expect(termNow(clock, 2_100)).to.include({ isElectionOpen: true, elects: 3, countsFor: 4 });
    expect(termNow(clock, 2_200)).to.include({ term: 3, isElectionOpen: false, countsFor: 4 });
  });

  it('let go of a stake two whole terms after the request', () => {
    expect(releaseEpoch(termNow(clock, 1_950))).to.equal(18);
  });

  it('see a candidate as he was when the snapshot was frozen', () => {
    const candidate = {
      fromElection: 4,
      running: false,
      commissionBps: 900,
      selfBond: '7',
      runningBefore: true,
      commissionBpsBefore: 500,
      selfBondBefore: '9',
    };
    expect(standingAt(candidate, 3)).to.deep.equal({ running: true, commissionBps: 500, bond: 9n });
    expect(standingAt(candidate, 4)).to.deep.equal({ running: false, commissionBps: 900, bond: 7n });
  });

  it('go by the rules of their term', () => {
    const versions = {
      rulesFromElection: 4,
      electionSeats: 12,
      minSelfBond: '2',
      minPower: '3',
      electionSeatsBefore: 24,
      minSelfBondBefore: '20',
      minPowerBefore: '30',
    };
    expect(rulesAt(versions, 3)).to.deep.equal({ seats: 24, minSelfBond: 20n, minPower: 30n });
    expect(rulesAt(versions, 4)).to.deep.equal({ seats: 12, minSelfBond: 2n, minPower: 3n });
  });

  it('say why somebody cannot win', () => {
    const rules = { seats: 3, minSelfBond: 10n, minPower: 5n };
    const standing = { running: true, commissionBps: 0, bond: 10n };
    expect(eligibility(standing, 5n, rules)).to.equal('ready');
    expect(eligibility(standing, undefined, rules)).to.equal('ready');
    expect(eligibility(standing, 4n, rules)).to.equal('power');
    expect(eligibility({ ...standing, bond: 9n }, 5n, rules)).to.equal('bond');
    expect(eligibility({ ...standing, running: false }, 5n, rules)).to.equal('down');
  });

  it('keep the seats of the last one that had a solution', () => {
    const elections = [{ term: 1 }, { term: 4 }];
    expect(electionOf(elections, 0)).to.equal(undefined);
    expect(electionOf(elections, 3)?.term).to.equal(1);
    expect(electionOf(elections, 9)?.term).to.equal(4);
  });

  it('are drawn in pieces that add up, the own ones first', () => {
    const parts = Array.from({ length: 20 }, (_, i) => ({ amount: String(20 - i), voter: i }));
    const whole = 210n;
    const pieces = barPieces(parts, whole, 420n, ({ voter }) => voter === 17);
    expect(pieces[0]).to.deep.equal({ key: 0, bps: shareBps(3n, 420n), own: true });
    expect(pieces).to.have.length(14);
    const width = pieces.reduce((sum, { bps }) => sum + bps, 0);
    expect(width).to.be.within(4_986, 5_000);
    expect(barPieces([], 0n, 0n, () => false)).to.deep.equal([]);
  });

  it('are even when all have the same', () => {
    expect(evennessBps(12n, 48n, 3)).to.equal(10_000);
    expect(evennessBps(12n, 144n, 3)).to.equal(3_333);
    expect(evennessBps(0n, 0n, 0)).to.equal(0);
  });
});
