import { expect } from 'chai';
import { isSlashed } from '../../../protocol/disputes/is-slashed.ts';
import { roundRuling } from '../../../protocol/disputes/ruling-outcome.ts';
import { cidFromDigest } from '../../../protocol/documents/cid-from-digest.ts';
import { bucketOf } from '../../../protocol/experience/bucket.ts';
import { packValues } from '../../../protocol/experience/pack-values.ts';
import { unpackValues } from '../../../protocol/experience/unpack-values.ts';
import { deflatePower } from '../../../protocol/power/deflate-power.ts';
import { powerMultiplier } from '../../../protocol/power/power-multiplier.ts';
import { now } from '../../../scripts/local/time.ts';
import type { Row } from '../index-reader.ts';
import { type Assertion, all, type Context, expectFields, id4, numbersIn, one, sum } from './context.ts';

const ROUND_STATES = ['OPEN', 'TALLIED', 'FINAL', 'UNPROVEN', 'VOIDED'];
const REPORT_STATES = ['NONE', 'COMMITTED', 'REVEALED', 'SCORED', 'CLAIMED'];
const [FINAL, VOIDED] = [2, 4];

export const experienceKinds: Record<string, Assertion> = {
  async Experiencer(context, rows) {
    const { power } = context.commune.contracts;
    expect(rows.length).to.equal(await power.read.registered());
    const time = await now(context.commune);
    const multiplier = powerMultiplier(BigInt(time - context.commune.clock.genesis), await power.read.halfLife());
    for (const row of rows) {
      const reports = all(context, 'Report').filter(({ experiencer }) => experiencer === row.id);
      const nominations = all(context, 'Nomination').filter(({ experiencer }) => experiencer === row.id);
      const scored = reports.filter(({ quality }) => quality !== null);
      const qualitySum = scored.reduce((total, { quality }) => total + BigInt(quality), 0n);
      expectFields('Experiencer', row, {
        id: id4(row.number),
        account: await power.read.accountOf([row.number]),
        committed: reports.length,
        revealed: reports.filter(({ revealedAt }) => revealedAt !== null).length,
        scored: scored.length,
        won: reports.filter(({ won }) => won).length,
        qualitySum,
        accuracySum: scored.reduce((total, { accuracy }) => total + BigInt(accuracy), 0n),
        meanQuality: scored.length === 0 ? 0 : Math.floor(Number(qualitySum) / scored.length),
        nominatedFees: sum(nominations, 'fees'),
        nominatedOrders: sum(nominations, 'orders'),
        rewards: sum(reports, 'reward'),
        penalties: sum(reports, 'penalty'),
        bonded: sum(
          reports.filter(({ state }) => state !== 'CLAIMED'),
          'bond',
        ),
        slashedReports: reports.filter(({ slashed }) => slashed).length,
      });
      // The first validators were trusted with power that others earn.
      const given = context.world.people.jurors.some(({ id }) => id === row.number);
      const earned = sum(reports, 'powerEarned');
      expect(BigInt(row.powerEarned) > earned, `${row.id} was given power`).to.equal(given);
      if (!given) expect(row.powerEarned).to.equal(earned.toString());
      expect(deflatePower(BigInt(row.rawPower), multiplier)).to.equal(await power.read.powerAt([row.number, time]));
    }
    expect(rows.some(({ rawPower, bonded }) => rawPower !== '0' && bonded !== '0')).to.equal(true);
  },

  async PowerCheckpoint(context, rows) {
    const { power } = context.commune.contracts;
    const halfLife = await power.read.halfLife();
    const { genesis, epochLength } = context.commune.clock;
    for (const row of rows) {
      const [experiencer = 0, epoch = 0] = numbersIn(row.id);
      expectFields('PowerCheckpoint', row, {
        experiencer: id4(experiencer),
        epoch: id4(epoch),
        effectiveAt: BigInt(genesis + epoch * epochLength),
      });
      const multiplier = powerMultiplier(BigInt(epoch * epochLength), halfLife);
      const worth = await power.read.powerAt([experiencer, Number(row.effectiveAt)]);
      expect(deflatePower(BigInt(row.raw), multiplier), row.id).to.equal(worth);
    }
    for (const experiencer of all(context, 'Experiencer')) {
      const own = rows.filter((row) => row.experiencer === experiencer.id);
      expect(sum(own, 'earned').toString()).to.equal(experiencer.powerEarned);
    }
  },

  async ClosingCommitments(context, rows) {
    const { evaluations } = context.commune.contracts;
    for (const row of rows) {
      const [experiencer = 0, epoch = 0] = numbersIn(row.id);
      const own = all(context, 'Report').filter(
        (report) => report.experiencer === id4(experiencer) && report.closingEpoch === epoch,
      );
      expectFields('ClosingCommitments', row, {
        experiencer: id4(experiencer),
        closingEpoch: id4(epoch),
        fees: await evaluations.read.committedFeesOf([experiencer, epoch]),
        reports: own.length,
      });
      expect(own.length).to.be.greaterThan(0);
    }
    expect(
      rows.some(({ reports }) => reports > 1),
      'several lots in one epoch',
    ).to.equal(true);
  },

  async Round(context, rows) {
    const { evaluations } = context.commune.contracts;
    expect(rows.length).to.equal(all(context, 'Lot').length);
    for (const row of rows) {
      const [lot = 0] = numbersIn(row.id);
      const round = await evaluations.read.roundOf([lot]);
      const reports = all(context, 'Report').filter((report) => report.round === row.id);
      const { totalWeight, revealed, closed, shares, prize, winnersLeft, state } = round;
      const { closingEpoch, commodity } = one(context, 'Lot', row.id);
      const isTallied = row.consensus !== null;
      expectFields('Round', row, {
        ...{ totalWeight, revealed, closed, shares, prize, commodity },
        closingEpoch: id4(closingEpoch),
        state: ROUND_STATES[state],
        committed: reports.length,
        scored: reports.filter(({ quality }) => quality !== null).length,
        claimed: reports.filter((report) => report.state === 'CLAIMED').length,
        effectiveReports: BigInt(round.effectiveReports),
        scoringEpoch: round.scoringEpoch === 0 ? null : round.scoringEpoch,
        kappaBps: round.kappaBps === 0 ? null : round.kappaBps,
        winningBucket: round.winningBucket === 0 ? null : round.winningBucket,
      });
      expect(isTallied ? packValues(row.consensus) : 0n, 'consensus').to.equal(round.consensus);
      await expectRuling(context, row, round);
      expect((BigInt(row.paid) + BigInt(row.leftoverSwept ?? 0)).toString(), 'paid').to.equal(round.paid.toString());
      const isPaid = (report: (typeof reports)[number]) =>
        report.state === 'CLAIMED' && (report.won || state === VOIDED);
      const paid = reports.filter((report) => isPaid(report) && report.revealedAt !== null).length;
      expect(row.winners - paid, `winners of ${row.id}`).to.equal(winnersLeft);
      expect(row.base !== null).to.equal(state === FINAL);
      if (state === FINAL && closed && shares > 0n)
        expect(reports.filter(({ won }) => won).length).to.equal(row.winners);
    }
    for (const decision of ['UPHELD', 'OVERTURNED', 'VOIDED', null]) {
      expect(
        rows.some((row) => row.disputed && row.decision === decision),
        `${decision}`,
      ).to.equal(true);
    }
    const ended = new Set(rows.map(({ state, closed }) => `${state} ${closed}`));
    expect([...ended]).to.include.members(['FINAL true', 'UNPROVEN true', 'VOIDED true']);
    expect(rows.some(({ drawn }) => drawn !== '0')).to.equal(true);
    expect(rows.some(({ state, closed, winners }) => state === 'FINAL' && closed && winners === 0)).to.equal(true);
  },

  async TallyPage(context, rows) {
    const { evaluations } = context.commune.contracts;
    for (const row of rows) {
      const [lot = 0] = numbersIn(row.round);
      const round = await evaluations.read.roundOf([lot]);
      expect(row.revealed).to.equal(round.revealed);
      expect(row.counted).to.be.lessThan(row.revealed);
      expect(row.consensus).to.deep.equal(one(context, 'Round', row.round).talliedConsensus);
      if (!round.overturned) expect(packValues(row.consensus)).to.equal(round.consensus);
    }
  },

  async Report(context, rows) {
    const { evaluations } = context.commune.contracts;
    let counted = 0;
    for (const { number } of all(context, 'Lot')) {
      for (const experiencer of all(context, 'Experiencer')) {
        const report = await evaluations.read.reportOf([number, experiencer.number]);
        if (report.state === 0) continue;
        counted++;
        const row = one(context, 'Report', id4(number, experiencer.number));
        const round = await evaluations.read.roundOf([number]);
        const isRevealed = row.revealedAt !== null;
        const isScored = row.scoredAt !== null;
        const isClaimed = report.state === 4;
        const { fee, nominated } = report;
        const { tolerances, overturned } = round;
        const isFar = overturned && isRevealed && isFarOff(row.values, round.consensus, tolerances);
        expectFields('Report', row, {
          ...{ fee, nominated },
          lot: id4(number),
          state: REPORT_STATES[report.state],
          bond: fee * BigInt(report.bondMultiple),
          weight: isRevealed ? report.weight : null,
          accuracy: isScored ? report.accuracy : null,
          quality: isScored ? report.quality : null,
          bucket: isScored ? bucketOf(BigInt(report.quality)) : null,
          evidenceCid: isRevealed ? cidFromDigest(row.evidenceDigest) : null,
          slashed: isClaimed && isFar,
          slashedBy: isClaimed && isFar ? one(context, 'Round', id4(number)).case : null,
        });
        if (row.slashed) expectFields('Report', row, { penalty: row.bond, bondReturned: 0n, reward: 0n });
        else expect(row.bounty).to.equal('0');
        expect(isRevealed ? packValues(row.values) : BigInt(row.commitment)).to.equal(report.payload);
        if (report.state < 4) expect(isRevealed, row.id).to.equal(report.state > 1);
        if (report.state < 4) expect(isScored, row.id).to.equal(report.state > 2);
        const reward = await evaluations.read.rewardOf([number, experiencer.number]);
        const share = round.state === VOIDED && isRevealed ? (round.prize * report.weight) / round.shares : reward;
        expect(row.reward).to.equal((report.state === 4 ? share : 0n).toString());
        if (reward > 0n) expect(row.won).to.equal(true);
      }
    }
    expect(rows.length).to.equal(counted);
    expect(new Set(rows.map(({ state }) => state)).size, 'states').to.be.greaterThan(2);
    expect(rows.some(({ penalty }) => penalty !== '0')).to.equal(true);
    expect(rows.some(({ slashed }) => slashed)).to.equal(true);
    expect(rows.some(({ bounty }) => bounty !== '0')).to.equal(true);
    expect(rows.some(({ state, won }) => state === 'CLAIMED' && !won)).to.equal(true);
  },
};

/** Whether a report is far from what a court put in the place of the consensus. */
function isFarOff(values: readonly number[], consensus: bigint, tolerances: bigint): boolean {
  const found = unpackValues(consensus, values.length);
  const allowed = unpackValues(tolerances, values.length);
  return isSlashed(values.map((value, i) => ({ value, consensus: found[i] ?? 0, tolerance: allowed[i] ?? 0 })));
}

const DECISIONS = { voided: 'VOIDED', upheld: 'UPHELD', overturned: 'OVERTURNED' } as const;

type OnChainRound = Awaited<ReturnType<Context['commune']['contracts']['evaluations']['read']['roundOf']>>;

/** What a court said of a round, and what that cost and brought. */
async function expectRuling(context: Context, row: Row, round: OnChainRound): Promise<void> {
  const { evaluations, disputes } = context.commune.contracts;
  const [lot = 0] = numbersIn(row.id);
  const holder = await evaluations.read.disputesOf([lot]);
  const caseId = await disputes.read.caseOfRound([lot]);
  const [challenger, left] = await evaluations.read.bountyOf([lot]);
  const slashed = all(context, 'Report').filter((report) => report.round === row.id && report.slashed);
  const of = caseId === 0n ? null : one(context, 'Case', id4(caseId));
  const isRuled = of !== null && of.state === 'CLOSED' && !of.moot;
  expectFields('Round', row, {
    disputed: round.held,
    heldBy: round.held ? holder : null,
    case: of?.id ?? null,
    decision: isRuled ? DECISIONS[roundRuling(of.ruling, of.choices).decision] : null,
    overturnedBy: round.overturned ? challenger : null,
    bountyLeft: left,
    slashedReports: slashed.length,
    slashed: sum(slashed, 'penalty'),
    bounty: BigInt(of?.bounty ?? 0),
  });
  expect(row.decision === 'OVERTURNED').to.equal(round.overturned);
  if (row.decision !== 'OVERTURNED') expect(row.talliedConsensus).to.deep.equal(row.consensus);
  else expect(row.talliedConsensus).to.not.deep.equal(row.consensus);
}
