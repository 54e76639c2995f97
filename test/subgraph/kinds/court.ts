import { expect } from 'chai';
import { type Address, zeroAddress } from 'viem';
import type { Ballot } from '../../../protocol/court/ballots.ts';
import { jurySize } from '../../../protocol/court/jury-size.ts';
import { rulingOf } from '../../../protocol/court/ruling.ts';
import { settleRound } from '../../../protocol/court/settle-round.ts';
import type { Row } from '../index-reader.ts';
import { type Assertion, all, type Context, expectFields, id4, one, sum } from './context.ts';

const STAGES = ['WAITING', 'ARMED', 'DRAWN', 'COMMITTED', 'REVEALED', 'VOID'];
const [WAITING, DRAWN] = [0, 2] as const;
const BPS = 10_000n;

const roundId = (dispute: number, index: number) => `${id4(dispute)}${index.toString(16).padStart(2, '0')}`;

/** Dispute and round in the id of a round. */
function keyIn(id: string): [dispute: bigint, round: bigint] {
  return [BigInt(id.slice(0, 10)), BigInt(`0x${id.slice(10, 12)}`)];
}

function juryOf(context: Context, round: string): Row[] {
  const jury = all(context, 'JurorSeat').filter((juror) => juror.round === round);
  return jury.toSorted((a, b) => a.seat - b.seat);
}

function ballotOf({ state, choice }: Row): Ballot {
  if (state === 'REVEALED') return { state: 'revealed', choice };
  return { state: state === 'COMMITTED' ? 'committed' : 'none' };
}

/** Parameters of a dispute, as protocol/ takes them. */
function parametersOf(context: Context, dispute: string) {
  const row = one(context, 'CourtParameters', one(context, 'CourtDispute', dispute).parameters);
  return {
    feePerJuror: BigInt(row.feePerJuror),
    lockPerSeat: BigInt(row.lockPerSeat),
    ...{ incoherentBps: row.incoherentBps, silentBps: row.silentBps, appealBondBps: row.appealBondBps },
  };
}

export const courtKinds: Record<string, Assertion> = {
  async Court({ commune }, rows) {
    const { court } = commune.contracts;
    const windows = await court.read.windows();
    const [treasuryCoins, treasuryTokens] = await court.read.treasuryBalance();
    expect(rows.length).to.equal(1);
    expectFields('Court', rows[0] as Row, {
      id: court.address,
      seats: await court.read.seats(),
      token: await court.read.token(),
      evidenceWindow: windows.evidence,
      commitWindow: windows.commit,
      revealWindow: windows.reveal,
      appealWindow: windows.appeal,
      seedDelay: windows.seedDelay,
      parameters: id4(await court.read.currentVersion()),
      treasury: await court.read.treasury(),
      disputeCount: Number(await court.read.disputeCount()),
      ...{ treasuryCoins, treasuryTokens },
    });
  },

  async CourtParameters({ commune }, rows) {
    const { court } = commune.contracts;
    expect(rows.length).to.equal(await court.read.currentVersion());
    expect(rows.length).to.be.greaterThan(1);
    for (const row of rows) {
      expectFields('CourtParameters', row, { ...(await court.read.parametersOf([row.version])), id: id4(row.version) });
    }
  },

  async CourtDispute(context, rows) {
    const { court, disputes } = context.commune.contracts;
    expect(rows.length).to.equal(Number(await court.read.disputeCount()));
    for (const row of rows) {
      const number = BigInt(row.number);
      const { arbitrable, openedAt, choices, version, lastRound, namesConflicts, ruled } = await court.read.disputeOf([
        number,
      ]);
      const caseId = await disputes.read.caseOfDispute([court.address, number]);
      const current = Number(await court.read.currentRuling([number]));
      const rounds = all(context, 'CourtRound').filter(({ dispute }) => dispute === row.id);
      expectFields('CourtDispute', row, {
        ...{ arbitrable, choices, namesConflicts },
        openedAt: BigInt(openedAt),
        parameters: id4(version),
        executed: ruled,
        latestRound: roundId(row.number, lastRound),
        roundCount: lastRound + 1,
        case: caseId === 0n ? null : id4(caseId),
        currentRuling: current,
        ruling: ruled ? current : null,
        settledRounds: rounds.filter(({ settled }) => settled).length,
      });
    }
    expect(new Set(rows.map(({ ruling }) => ruling)).size).to.be.greaterThan(3);
    expect(new Set(rows.map(({ roundCount }) => roundCount))).to.deep.equal(new Set([1, 2, 3]));
  },

  async CourtRound(context, rows) {
    const { court } = context.commune.contracts;
    const windows = await court.read.windows();
    for (const row of rows) {
      const [dispute, index] = keyIn(row.id);
      const round = await court.read.roundOf([dispute, index]);
      const jury = juryOf(context, row.id);
      const { choice, decided } = rulingOf(jury.map(ballotOf));
      const { feePerJuror } = parametersOf(context, row.dispute);
      const [isArmed, isDrawn] = [round.stage > WAITING, round.stage >= DRAWN];
      expectFields('CourtRound', row, {
        stage: STAGES[round.stage],
        term: isArmed ? round.term : null,
        seedBlock: isArmed ? BigInt(round.seedBlock) : null,
        size: round.size,
        settled: round.settled,
        payer: round.payer,
        jurySize: jurySize(Number(index)),
        fees: feePerJuror * BigInt(isDrawn ? round.size : jurySize(Number(index))),
        committed: jury.filter(({ state }) => state !== 'DRAWN').length,
        revealed: jury.filter(({ state }) => state === 'REVEALED').length,
        ruling: choice,
        tied: !decided,
      });
      if (!isDrawn) {
        expectFields('CourtRound', row, { commitEndsAt: null, revealEndsAt: null, appealEndsAt: null, drawnAt: null });
        continue;
      }
      // The window that the stage opened began when it was reached.
      const begun = { DRAWN: row.drawnAt, COMMITTED: row.commitEndsAt, REVEALED: row.revealEndsAt }[
        row.stage as 'DRAWN'
      ];
      expect(Number(begun), row.id).to.equal(round.since);
      const last = row.index === 2;
      expect(Number(row.appealEndsAt) - Number(row.revealEndsAt)).to.equal(last ? 0 : windows.appeal);
      if (row.stage !== 'REVEALED')
        expect(Number(row.revealEndsAt) - Number(row.commitEndsAt)).to.equal(windows.reveal);
      row.votes.forEach((count: number, vote: number) => {
        expect(jury.filter(({ choice: own }) => own === vote).length).to.equal(count);
      });
      if (row.settled) expect(jury.filter(({ coherence }) => coherence === 'COHERENT').length).to.equal(row.coherent);
    }
    expect(new Set(rows.map(({ stage }) => stage)).size).to.equal(5);
  },

  async JurorSeat(context, rows) {
    const { court, validators } = context.commune.contracts;
    for (const round of all(context, 'CourtRound')) {
      const [dispute, index] = keyIn(round.id);
      const jury = juryOf(context, round.id);
      const drawn = await court.read.juryOf([dispute, index]);
      expect(jury.map(({ candidate }) => candidate)).to.deep.equal(drawn.map((id) => id4(id)));
      const { votes } = await court.read.roundOf([dispute, index]);
      for (const [seat, row] of jury.entries()) {
        const lane = Number((votes >> BigInt(8 * seat)) & 0xffn);
        const commitment = await court.read.commitmentOf([dispute, index, BigInt(seat)]);
        const { account } = await validators.read.candidateOf([drawn[seat] ?? 0]);
        expectFields('JurorSeat', row, {
          account,
          dispute: round.dispute,
          state: ['DRAWN', 'COMMITTED', 'REVEALED'][Math.min(lane, 2)],
          choice: lane >= 2 ? lane - 2 : null,
          lock: parametersOf(context, round.dispute).lockPerSeat,
        });
        if (lane === 1) expect(row.commitment).to.equal(commitment);
        expect(row.commitment === null).to.equal(lane === 0);
      }
      if (round.settled) expectShares(context, round, jury);
    }
    const found = new Set(rows.map(({ coherence }) => coherence));
    for (const one of ['COHERENT', 'INCOHERENT', 'SILENT']) expect([...found]).to.include(one);
    expect(new Set(rows.map(({ state }) => state)).size).to.equal(3);
  },

  async Appeal(context, rows) {
    const { court } = context.commune.contracts;
    expect(rows.length).to.equal(all(context, 'CourtRound').filter(({ index }) => index > 0).length);
    for (const row of rows) {
      const [dispute, index] = keyIn(row.id);
      const { bond, payer } = await court.read.roundOf([dispute, index]);
      const { feePerJuror, appealBondBps } = parametersOf(context, row.dispute);
      const fees = feePerJuror * BigInt(jurySize(Number(index)));
      expectFields('Appeal', row, {
        ...{ bond, payer, fees },
        round: row.id,
        appealed: roundId(Number(dispute), Number(index) - 1),
        appealedRuling: one(context, 'CourtRound', row.appealed).ruling,
      });
      expect(bond).to.equal((fees * BigInt(appealBondBps)) / BPS);
      const { ruling } = one(context, 'CourtDispute', row.dispute);
      const { settled, coherent } = one(context, 'CourtRound', row.round);
      const kept = coherent === 0 ? 'TREASURY' : 'JURORS';
      expect(row.outcome).to.equal(!settled ? 'OPEN' : ruling === row.appealedRuling ? kept : 'RETURNED');
    }
    expect(new Set(rows.map(({ outcome }) => outcome)).size).to.be.greaterThan(1);
  },

  async CourtMovement(context, rows) {
    const { court, disputes } = context.commune.contracts;
    const balances = new Map<string, [coins: bigint, tokens: bigint]>();
    for (const { contract, account, kind, coins, tokens } of rows) {
      const sign = kind === 'WITHDRAWAL' ? -1n : 1n;
      const [coinsBefore, tokensBefore] = balances.get(`${contract}/${account}`) ?? [0n, 0n];
      balances.set(`${contract}/${account}`, [
        coinsBefore + sign * BigInt(coins),
        tokensBefore + sign * BigInt(tokens),
      ]);
    }
    for (const [key, balance] of balances) {
      const [contract, account] = key.split('/') as [string, Address];
      const isCourt = contract === court.address.toLowerCase();
      const held = isCourt ? await court.read.balanceOf([account]) : [await disputes.read.coinsOf([account]), 0n];
      expect(balance, key).to.deep.equal(held);
    }
    expect([...new Set(rows.map(({ kind }) => kind))].sort()).to.deep.equal([
      'BOND_RETURNED',
      'EARNED',
      'FEES_RETURNED',
      'FEE_CREDITED',
      'REFUNDED',
      'WITHDRAWAL',
    ]);
    expect(rows.every(({ account }) => account !== zeroAddress)).to.equal(true);
  },
};

/** What protocol/ says of a settled round, given what there was to take from each juror. */
function expectShares(context: Context, round: Row, jury: readonly Row[]): void {
  const { ruling, latestRound } = one(context, 'CourtDispute', round.dispute);
  const final = rulingOf(juryOf(context, latestRound).map(ballotOf));
  expect(final.choice, round.id).to.equal(ruling);
  const appeal = round.index === 0 ? null : one(context, 'Appeal', round.id);
  const shares = settleRound(
    parametersOf(context, round.dispute),
    {
      ballots: jury.map(ballotOf),
      appeal: appeal && { bond: BigInt(appeal.bond), appealedChoice: appeal.appealedRuling },
    },
    final,
    (seat) => BigInt(jury[seat]?.penalty),
  );
  for (const [seat, row] of jury.entries()) {
    const { coins, tokens, lost } = shares.seats[seat] as (typeof shares.seats)[number];
    expectFields('JurorSeat', row, { coins, tokens, penalty: lost });
    const costs = row.slash === null ? 0n : BigInt(one(context, 'SeatSlash', row.slash).taken);
    expect(costs).to.equal(lost);
  }
  expect(sum(jury, 'penalty').toString()).to.equal(round.tokens);
}
