import { expect } from 'chai';
import { unpackNominations } from '../../../protocol/validators/nominations.ts';
import type { Row } from '../index-reader.ts';
import { type Assertion, all, byTime, type Context, expectFields, id4, numbersIn, one, sum } from './context.ts';

/** Listed voters who name a candidate. */
function backersOf(context: Context, number: number): Row[] {
  return all(context, 'Voter').filter(({ listed, targets }) => listed && targets.includes(number));
}

const orNull = (epoch: number) => (epoch === 0 ? null : epoch);

export const validatorKinds: Record<string, Assertion> = {
  async Candidate(context, rows) {
    const { validators, elections } = context.commune.contracts;
    expect(rows.length).to.equal(await validators.read.candidateCount());
    const term = await elections.read.currentTerm();
    for (const row of rows) {
      const candidate = await validators.read.candidateOf([row.number]);
      const backers = backersOf(context, row.number);
      const slashes = all(context, 'SeatSlash').filter((slash) => slash.candidate === row.id);
      const duties = all(context, 'JurorSeat').filter((juror) => juror.candidate === row.id);
      const isOpen = (juror: Row) => !one(context, 'CourtRound', juror.round).settled;
      const votes = (coherence: string) => duties.filter((juror) => juror.coherence === coherence).length;
      expectFields('Candidate', row, {
        id: id4(row.number),
        account: candidate.account,
        experiencer: id4(candidate.experiencerId),
        running: candidate.running,
        commissionBps: candidate.commissionBps,
        selfBond: candidate.bond,
        fromElection: candidate.tag,
        runningBefore: candidate.wasRunning,
        commissionBpsBefore: candidate.commissionBefore,
        selfBondBefore: candidate.bondBefore,
        leaving: candidate.leaving,
        releaseEpoch: orNull(candidate.releaseEpoch),
        backers: backers.length,
        backing: sum(backers, 'stake'),
        slashCount: slashes.length,
        slashed: sum(slashes, 'taken'),
        lastSlash: slashes.toSorted(byLog).at(-1)?.id ?? null,
        juryDutyCount: duties.length,
        openJuryDuties: duties.filter(isOpen).length,
        locked: sum(duties.filter(isOpen), 'lock'),
        coherentVotes: votes('COHERENT'),
        incoherentVotes: votes('INCOHERENT'),
        silentVotes: votes('SILENT'),
        commissions: sum(
          all(context, 'RewardClaim').filter((claim) => claim.candidate === row.id),
          'amount',
        ),
      });
      const standing = await validators.read.standingAt([term + 1, row.number]);
      const counts = row.fromElection <= term + 1 ? row.selfBond : row.selfBondBefore;
      expect(counts, `${row.id} in the next election`).to.equal(standing.bond.toString());
    }
    for (const field of ['running', 'runningBefore']) {
      expect(new Set(rows.map((row) => row[field])).size, field).to.equal(2);
    }
    expect(rows.some(({ leaving }) => leaving !== '0')).to.equal(true);
    expect(rows.some(({ slashed }) => slashed !== '0')).to.equal(true);
    expect(rows.some(({ backing }) => backing !== '0')).to.equal(true);
    expect(rows.some(({ locked }) => locked !== '0')).to.equal(true);
  },

  async CandidateChange(context, rows) {
    for (const candidate of all(context, 'Candidate')) {
      const changes = rows.filter((row) => row.candidate === candidate.id).toSorted(byLog);
      expect(changes[0]?.kind).to.equal('STOOD');
      let bond = 0n;
      for (const { kind, amount, selfBond, id } of changes) {
        if (kind === 'STOOD' || kind === 'BOND_RAISED') bond += BigInt(amount);
        if (kind === 'BOND_LOWERED') bond -= BigInt(amount);
        // A judgment takes of what is leaving, too.
        if (kind === 'SLASHED') bond = BigInt(selfBond);
        expect(selfBond, id).to.equal(bond.toString());
      }
      const { running, commissionBps, selfBond, fromElection } = changes.at(-1) as Row;
      expectFields('Candidate', candidate, { running, commissionBps, selfBond, fromElection });
      const slashed = sum(
        changes.filter(({ kind }) => kind === 'SLASHED'),
        'amount',
      );
      expect(slashed.toString()).to.equal(candidate.slashed);
    }
    expect(new Set(rows.map(({ kind }) => kind)).size, 'every kind').to.equal(7);
  },

  async Voter(context, rows) {
    const { validators } = context.commune.contracts;
    expect(rows.length).to.equal(await validators.read.voterCount());
    for (const row of rows) {
      const voter = await validators.read.voterOf([row.number]);
      expectFields('Voter', row, {
        id: id4(row.number),
        account: voter.account,
        stake: voter.stake,
        listed: voter.position > 0,
        targets: unpackNominations(voter.targets),
        fromElection: voter.tag,
        stakeBefore: voter.stakeBefore,
        listedBefore: voter.wasListed,
        targetsBefore: unpackNominations(voter.targetsBefore),
        leaving: voter.leaving,
        releaseEpoch: orNull(voter.releaseEpoch),
        rewards: sum(
          all(context, 'RewardClaim').filter((claim) => claim.voter === row.id),
          'amount',
        ),
      });
    }
    const listed = rows.filter((row) => row.listed);
    const [count, smallest] = await validators.read.listing();
    expect(listed.length).to.equal(Number(count));
    const least = listed.map(({ stake }) => BigInt(stake)).reduce((a, b) => (a < b ? a : b));
    expect(least).to.equal(smallest);
    expect(rows.some(({ leaving }) => leaving !== '0')).to.equal(true);
    expect(rows.some((row) => !row.listed)).to.equal(true);
  },

  async CandidateNomination(context, rows) {
    let count = 0;
    for (const voter of all(context, 'Voter')) {
      for (const target of voter.targets) {
        const { stake, listed } = voter;
        const row = one(context, 'CandidateNomination', id4(voter.number, target));
        expectFields('CandidateNomination', row, { voter: voter.id, candidate: id4(target), stake, listed });
        count++;
      }
    }
    expect(rows.length).to.equal(count);
  },

  async VoterChange(context, rows) {
    for (const voter of all(context, 'Voter')) {
      const changes = rows.filter((row) => row.voter === voter.id).toSorted(byLog);
      let stake = 0n;
      for (const change of changes) {
        if (change.kind === 'BONDED') stake += BigInt(change.amount);
        if (change.kind === 'UNBONDED') stake -= BigInt(change.amount);
        expect(change.stake, change.id).to.equal(stake.toString());
      }
      const of = (...kinds: string[]) => changes.filter(({ kind }) => kinds.includes(kind));
      expect(sum(of('UNBONDED'), 'amount') - sum(of('WITHDRAWN'), 'amount')).to.equal(BigInt(voter.leaving));
      expect(of('LISTED', 'UNLISTED').at(-1)?.kind === 'LISTED').to.equal(voter.listed);
      expect(of('NOMINATED').at(-1)?.targets ?? []).to.deep.equal(voter.targets);
    }
    expect(new Set(rows.map(({ kind }) => kind)).size, 'every kind').to.equal(6);
  },

  async TermSlash(context, rows) {
    const { elections } = context.commune.contracts;
    for (const row of rows) {
      const [term = 0, candidate = 0] = numbersIn(row.id);
      const slashes = all(context, 'SeatSlash').filter(
        (slash) => slash.term === term && slash.candidate === row.candidate,
      );
      expectFields('TermSlash', row, {
        term,
        candidate: id4(candidate),
        count: slashes.length,
        taken: sum(slashes, 'taken'),
      });
      expect(await elections.read.slashedIn([term, candidate])).to.equal(true);
    }
    for (const { term, candidate } of all(context, 'SeatReward')) {
      const number = numbersIn(candidate)[0] ?? 0;
      const isSlashed = await elections.read.slashedIn([term, number]);
      expect(rows.some(({ id }) => id === id4(term, number))).to.equal(isSlashed);
    }
  },

  async SeatSlash({ commune, index }, rows) {
    const { court, token } = commune.contracts;
    for (const row of rows) {
      expect(BigInt(row.taken)).to.equal(BigInt(row.fromBond) + BigInt(row.fromLeaving));
      expect(BigInt(row.asked) >= BigInt(row.taken)).to.equal(true);
      expect(row.court).to.equal(court.address.toLowerCase());
    }
    // What was taken is with the court, or was paid out by it.
    const movements = [...(index.get('CourtMovement')?.values() ?? [])];
    const paid = sum(
      movements.filter(({ kind }) => kind === 'WITHDRAWAL'),
      'tokens',
    );
    const logs = await court.getEvents.TreasuryCollected({}, { fromBlock: 0n });
    const collected = logs.reduce((total, { args }) => total + (args.tokens ?? 0n), 0n);
    expect(sum(rows, 'taken')).to.equal((await token.read.balanceOf([court.address])) + paid + collected);
    const penalised = [...(index.get('JurorSeat')?.values() ?? [])].filter(({ slash }) => slash !== null);
    expect(penalised.map(({ slash }) => slash)).to.have.members(rows.map(({ id }) => id));
  },
};

/** Ids end with the log's index. */
export function byLog(a: Row, b: Row): number {
  return byTime(a, b) === 0 ? 0 : Number(a.blockNumber) - Number(b.blockNumber) || logIndex(a) - logIndex(b);
}

function logIndex({ id }: Row): number {
  return Number.parseInt(id.slice(66, 74), 16);
}
