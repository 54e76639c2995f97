import { expect } from 'chai';
import fc from 'fast-check';
import { appealCost, feesOf } from '../../../protocol/court/appeal-cost.ts';
import { type Ballot, packBallots, unpackBallots } from '../../../protocol/court/ballots.ts';
import { phaseAt } from '../../../protocol/court/phase-at.ts';
import { rulingOf } from '../../../protocol/court/ruling.ts';
import { settleRound } from '../../../protocol/court/settle-round.ts';
import { expectError } from '../expect-error.ts';

const PARAMETERS = {
  feePerJuror: 10n,
  lockPerSeat: 1_000n,
  incoherentBps: 1_000,
  silentBps: 2_500,
  appealBondBps: 5_000,
};
const WINDOWS = { evidence: 20, commit: 30, reveal: 25, appeal: 35 };
const none: Ballot = { state: 'none' };
const committed: Ballot = { state: 'committed' };
const votes = (...choices: number[]): Ballot[] => choices.map((choice) => ({ state: 'revealed', choice }));
const unlimited = () => 10n ** 30n;

const ballot: fc.Arbitrary<Ballot> = fc.oneof(
  fc.constant(none),
  fc.constant(committed),
  fc.integer({ min: 0, max: 253 }).map((choice): Ballot => ({ state: 'revealed', choice })),
  fc.integer({ min: 0, max: 3 }).map((choice): Ballot => ({ state: 'revealed', choice })),
);

describe('rulings and shares', () => {
  it('ballots pack and unpack', () => {
    fc.assert(
      fc.property(fc.array(ballot, { maxLength: 15 }), (ballots) => {
        expect(unpackBallots(packBallots(ballots), ballots.length)).to.deep.equal(ballots);
      }),
    );
    for (const choice of [-1, 254, 0.5]) expectError('BadInteger', () => packBallots(votes(choice)));
  });

  it('most votes decide; a tie or silence is 0', () => {
    expect(rulingOf(votes(1, 2, 2))).to.deep.equal({ choice: 2, decided: true });
    expect(rulingOf(votes(0, 0, 2))).to.deep.equal({ choice: 0, decided: true });
    expect(rulingOf(votes(1, 2, 3))).to.deep.equal({ choice: 0, decided: false });
    expect(rulingOf([none, committed, ...votes(7)])).to.deep.equal({ choice: 7, decided: true });
    expect(rulingOf([none, committed, none])).to.deep.equal({ choice: 0, decided: false });
    expect(rulingOf([])).to.deep.equal({ choice: 0, decided: false });
  });

  it('fees and bonds of appeals', () => {
    expect(feesOf(PARAMETERS, 0)).to.equal(30n);
    expect(appealCost(PARAMETERS, 1)).to.deep.equal({ fees: 70n, bond: 35n });
    expect(appealCost({ ...PARAMETERS, appealBondBps: 3_333 }, 2)).to.deep.equal({ fees: 150n, bond: 49n });
  });

  it('shares of a decided round', () => {
    const round = {
      ballots: [...votes(1, 2, 1, 1), none, committed, ...votes(0)],
      appeal: { bond: 35n, appealedChoice: 1 },
    };
    const { seats, payer, treasury } = settleRound(PARAMETERS, round, { choice: 1, decided: true }, unlimited);
    expect(seats.map(({ lost }) => lost)).to.deep.equal([0n, 100n, 0n, 0n, 250n, 250n, 100n]);
    expect(seats.map(({ coins }) => coins)).to.deep.equal([35n, 0n, 35n, 35n, 0n, 0n, 0n]);
    expect(seats.map(({ tokens }) => tokens)).to.deep.equal([234n, 0n, 233n, 233n, 0n, 0n, 0n]);
    expect(payer).to.equal(0n);
    expect(treasury).to.deep.equal({ coins: 0n, tokens: 0n });
  });

  it('a round in which nobody saw the final ruling', () => {
    const round = { ballots: votes(1, 1, 2), appeal: { bond: 35n, appealedChoice: 3 } };
    const lost = settleRound(PARAMETERS, round, { choice: 3, decided: true }, () => 60n);
    expect(lost.payer).to.equal(30n);
    expect(lost.treasury).to.deep.equal({ coins: 35n, tokens: 180n });
    const won = settleRound(PARAMETERS, round, { choice: 0, decided: false }, unlimited);
    expect(won.payer).to.equal(65n);
    expect(won.treasury).to.deep.equal({ coins: 0n, tokens: 0n });
  });

  it('shares are what came in', () => {
    const any = fc.record({
      ballots: fc.array(ballot, { maxLength: 15 }),
      bond: fc.option(fc.bigInt({ min: 0n, max: 10n ** 20n }), { nil: null }),
      appealedChoice: fc.integer({ min: 0, max: 3 }),
      final: fc.record({ choice: fc.integer({ min: 0, max: 3 }), decided: fc.boolean() }),
      bondOf: fc.bigInt({ min: 0n, max: 500n }),
    });
    fc.assert(
      fc.property(any, ({ ballots, bond, appealedChoice, final, bondOf }) => {
        const appeal = bond === null ? null : { bond, appealedChoice };
        const shares = settleRound(PARAMETERS, { ballots, appeal }, final, () => bondOf);
        const sum = (what: 'coins' | 'tokens' | 'lost') => shares.seats.reduce((total, seat) => total + seat[what], 0n);
        expect(sum('coins') + shares.payer + shares.treasury.coins).to.equal(
          10n * BigInt(ballots.length) + (bond ?? 0n),
        );
        expect(sum('tokens') + shares.treasury.tokens).to.equal(sum('lost'));
        for (const { lost } of shares.seats) expect(lost <= PARAMETERS.lockPerSeat && lost <= bondOf).to.equal(true);
      }),
    );
  });

  it('phases by time alone', () => {
    const at = (stage: Parameters<typeof phaseAt>[1]['stage'], time: number, round = 0) =>
      phaseAt(WINDOWS, { round, stage, since: 1_000, openedAt: 900 }, time);
    expect(at('none', 919)).to.deep.equal({ phase: 'evidence', endsAt: 920 });
    expect(at('none', 920)).to.deep.equal({ phase: 'arming', endsAt: null });
    expect(at('none', 901, 1)).to.deep.equal({ phase: 'arming', endsAt: null });
    expect(at('armed', 5_000)).to.deep.equal({ phase: 'drawing', endsAt: null });
    expect(at('drawn', 1_029)).to.deep.equal({ phase: 'commit', endsAt: 1_030 });
    expect(at('drawn', 1_030)).to.deep.equal({ phase: 'reveal', endsAt: 1_055 });
    expect(at('drawn', 1_055)).to.deep.equal({ phase: 'appeal', endsAt: 1_090 });
    expect(at('drawn', 1_090)).to.deep.equal({ phase: 'final', endsAt: 1_090 });
    expect(at('drawn', 1_055, 2)).to.deep.equal({ phase: 'final', endsAt: 1_055 });
    expect(at('committed', 1_024)).to.deep.equal({ phase: 'reveal', endsAt: 1_025 });
    expect(at('revealed', 1_034)).to.deep.equal({ phase: 'appeal', endsAt: 1_035 });
    expect(at('revealed', 1_000, 2)).to.deep.equal({ phase: 'final', endsAt: 1_000 });
    expect(at('void', 2_000)).to.deep.equal({ phase: 'final', endsAt: 1_000 });
  });
});
