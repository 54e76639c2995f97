import { expect } from 'chai';
import { zeroAddress } from 'viem';
import { cidFromDigest } from '../../../protocol/documents/cid-from-digest.ts';
import { unpackValues } from '../../../protocol/experience/unpack-values.ts';
import type { Row } from '../index-reader.ts';
import { type Assertion, all, type Context, expectFields, id4, one, sum } from './context.ts';

const KINDS = ['EVALUATION', 'LISTING', 'MODEL'];
const STATES = ['NONE', 'COLLECTING', 'PENDING', 'RULED', 'CLOSED'];
const [RULED, CLOSED] = [3, 4] as const;
const GROUNDS = ['NONE', 'COUNTERFEIT', 'AGAINST_REGULATION', 'FALSE_DOCUMENT', 'FOREIGN_GTIN'];

/** Challenges of a case that stand or stood to its end, in the contract's order; lists of references come by id. */
function standingOf(context: Context, row: Row): Row[] {
  const standing: Row[] = row.standing.map((id: string) => one(context, 'Challenge', id));
  return standing.toSorted((a, b) => a.choice - b.choice);
}

/** The jury found neither the consensus nor any challenge right. */
const isOfNone = ({ kind, ruling, choices }: Row) => kind === 'EVALUATION' && ruling !== null && ruling === choices;

export const disputeKinds: Record<string, Assertion> = {
  async Case(context, rows) {
    const { disputes, court, evaluations } = context.commune.contracts;
    expect(rows.length).to.equal(Number(await disputes.read.caseCount()));
    for (const row of rows) {
      const of = await disputes.read.caseOf([BigInt(row.number)]);
      const [isRound, isModel] = [row.kind === 'EVALUATION', row.kind === 'MODEL'];
      const reports = all(context, 'Report').filter(({ slashedBy }) => slashedBy === row.id);
      const isReferred = of.disputeId !== 0n;
      expectFields('Case', row, {
        id: id4(row.number),
        kind: KINDS[of.kind],
        state: STATES[of.state],
        ground: GROUNDS[of.ground],
        lot: isModel ? null : id4(of.subject),
        commodity: isModel ? null : one(context, 'Lot', id4(of.subject)).commodity,
        round: isRound ? id4(of.subject) : null,
        model: isModel ? id4(of.subject) : null,
        producer: of.producer === zeroAddress ? null : of.producer,
        expert: of.expert,
        arbitrator: of.arbitrator,
        disputeNumber: isReferred ? of.disputeId : null,
        dispute: isReferred ? id4(of.disputeId) : null,
        choices: isReferred ? of.choices : null,
        deadline: BigInt(of.deadline),
        ruling: row.moot || of.state < RULED ? null : of.ruling,
        challengeCount: all(context, 'Challenge').filter((challenge) => challenge.case === row.id).length,
        evidenceCount: all(context, 'Evidence').filter((evidence) => evidence.case === row.id).length,
        slashedReportCount: reports.length,
        slashed: sum(reports, 'penalty'),
      });
      expect(row.moot).to.equal(of.state === CLOSED && !isReferred);
      if (isReferred) expect(one(context, 'CourtDispute', row.dispute).case).to.equal(row.id);
      const hasWinner = of.state === CLOSED && of.ruling > 1 && !isOfNone(row);
      expect(row.winner !== null).to.equal(hasWinner);
      if (isRound && hasWinner) {
        const [challenger, left] = await evaluations.read.bountyOf([of.subject]);
        const winner = one(context, 'Challenge', row.winner);
        expect(winner.challenger).to.equal(challenger.toLowerCase());
        expect(BigInt(row.bounty) + left).to.equal(20n * BigInt(winner.bond));
      }
    }
    const courtFees = sum(
      rows.filter(({ dispute }) => dispute !== null),
      'cost',
    );
    const paid = await Promise.all(
      rows.map(async ({ disputeNumber }) => {
        if (disputeNumber === null) return 0n;
        const { version } = await court.read.disputeOf([BigInt(disputeNumber)]);
        return 3n * (await court.read.parametersOf([version])).feePerJuror;
      }),
    );
    expect(paid.reduce((a, b) => a + b, 0n)).to.equal(courtFees);
    const ends = new Set(rows.map(({ kind, ruling }) => `${kind} ${ruling}`));
    for (const end of [
      'EVALUATION 0',
      'EVALUATION 1',
      'EVALUATION 2',
      'EVALUATION null',
      'LISTING 0',
      'LISTING 1',
      'LISTING 2',
    ])
      expect([...ends]).to.include(end);
    expect([...ends]).to.include.members(['MODEL 0', 'MODEL 2']);
    expect(rows.filter(isOfNone).length).to.equal(1);
    expect(rows.filter(({ lapsed }) => lapsed).length).to.equal(1);
  },

  async Challenge(context, rows) {
    const { disputes } = context.commune.contracts;
    for (const row of all(context, 'Case')) {
      const list = await disputes.read.challengesOf([BigInt(row.number)]);
      const standing = standingOf(context, row);
      expect(standing.length, row.id).to.equal(list.length);
      for (const [i, { challenger, bond, values }] of list.entries()) {
        const challenge = standing[i] as Row;
        expectFields('Challenge', challenge, {
          ...{ challenger, bond },
          case: row.id,
          values: row.kind === 'EVALUATION' ? unpackValues(values, challenge.values.length) : [],
          choice: row.dispute === null ? null : 2 + i,
        });
        const isRight = row.ruling === 2 + i;
        const wrong = row.ruling === 0 || row.moot ? 'RETURNED' : 'LOST';
        expect(challenge.state).to.equal(row.state === 'CLOSED' ? (isRight ? 'WON' : wrong) : 'STANDING');
      }
      const others = rows.filter((challenge) => challenge.case === row.id && !row.standing.includes(challenge.id));
      for (const { state } of others) expect(state).to.be.oneOf(['REPLACED', 'EMPTY']);
    }
    for (const row of rows) expect(row.evidenceCid).to.equal(cidFromDigest(row.evidenceDigest));
    expect([...new Set(rows.map(({ state }) => state))].sort()).to.deep.equal([
      'EMPTY',
      'LOST',
      'REPLACED',
      'RETURNED',
      'STANDING',
      'WON',
    ]);
  },

  async Evidence(context, rows) {
    for (const row of rows) {
      expect(row.uri).to.equal(`ipfs://f01551220${row.digest.slice(2)}`);
      expect(row.cid).to.equal(cidFromDigest(row.digest));
    }
    // Every challenge comes with evidence.
    for (const { case: of, evidenceCid, challenger } of all(context, 'Challenge')) {
      expect(rows.some((row) => row.case === of && row.cid === evidenceCid && row.party === challenger)).to.equal(true);
    }
    for (const { id } of all(context, 'Case')) {
      const ordinals = rows.filter((row) => row.case === id).map(({ ordinal }) => ordinal);
      expect(ordinals.sort((a, b) => a - b)).to.deep.equal(ordinals.map((_, i) => i + 1));
    }
    expect(rows.length).to.be.greaterThan(all(context, 'Challenge').length);
  },

  async MetaEvidence(context, rows) {
    const { disputes } = context.commune.contracts;
    for (const row of rows) expect(row.uri).to.match(/^ipfs:\/\/f01551220[0-9a-f]{64}$/);
    // One for each kind from the deployment, and a later one for listings: nothing gets lost, and a case keeps what it was explained by.
    expect(rows.map(({ number }) => number)).to.have.members([1, 2, 3, 4]);
    const explained = all(context, 'Case').filter(({ dispute }) => dispute !== null);
    for (const [kind, name] of KINDS.entries()) {
      const newest = Number(await disputes.read.metaEvidenceOf([kind]));
      expect(newest === 4, name).to.equal(name === 'LISTING');
      const of = explained
        .filter((row) => row.kind === name)
        .map((row) => one(context, 'MetaEvidence', row.metaEvidence));
      expect(of, name).to.not.be.empty;
      if (name !== 'LISTING') for (const { number } of of) expect(number).to.equal(newest);
      else expect(of.some(({ number }) => number === newest)).to.equal(true);
    }
  },
};
