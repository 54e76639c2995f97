import { expect } from 'chai';
import type { Hex } from 'viem';
import { epochStart } from '../../../protocol/clock/epoch-start.ts';
import { decodeSolution } from '../../../protocol/validators/decode-solution.ts';
import { unpackNominations } from '../../../protocol/validators/nominations.ts';
import { termRewards, validatorCommission, voterReward } from '../../../protocol/validators/term-rewards.ts';
import { voterLeaf, voterRoot, voterScope } from '../../../protocol/validators/voter-tree.ts';
import type { Row } from '../index-reader.ts';
import { type Assertion, all, type Context, expectFields, id4, numbersIn, one, sum } from './context.ts';

const TERM_EPOCHS = 4;

const seatId = (term: number, index: number): Hex => `${id4(term)}${index.toString(16).padStart(2, '0')}`;

/** Voters of a solution by page, with their edges. */
function votersIn(context: Context, solution: Row) {
  const pages = (solution.pages as string[]).map((id) => one(context, 'SolutionPage', id));
  return pages
    .toSorted((a, b) => a.page - b.page)
    .map(({ winners, voters, edges, stakes }) => decodeSolution({ winners, voters, edges }, stakes.map(BigInt)).voters);
}

export const electionKinds: Record<string, Assertion> = {
  async Election(context, rows) {
    const { elections } = context.commune.contracts;
    const { clock, chainId } = context.commune;
    for (const row of rows) {
      const [score, root] = await elections.read.outcomeOf([row.term]);
      const best = one(context, 'Solution', row.best);
      const voters = votersIn(context, best);
      expectFields('Election', row, {
        id: id4(row.term),
        freezesAt: BigInt(epochStart(clock, TERM_EPOCHS * row.term - 1)),
        endsAt: BigInt(epochStart(clock, TERM_EPOCHS * row.term)),
        winners: score.winners,
        leastSupport: score.least,
        support: score.sum,
        squares: score.squares,
        voterRoot: root,
        voterCount: voters.flat().length,
        solutionCount: all(context, 'Solution').filter(({ election }) => election === row.id).length,
        weight: (await elections.read.weightsIn([row.term])).reduce((total, weight) => total + weight, 0n),
      });
      expect(best.ordinal).to.equal(row.solutionCount);
      // Rewards are claimed with what these pages say.
      const scope = voterScope({ chainId, elections: elections.address, term: row.term });
      expect(voterRoot(voters.map((page) => page.map((voter) => voterLeaf(scope, voter))))).to.equal(root);
    }
    const term = await elections.read.currentTerm();
    let elected = 0;
    for (let i = 0; i <= term; i++) if ((await elections.read.electionOf([i])) === i && i > 0) elected++;
    expect(rows.length).to.equal(elected);
  },

  async Solution(context, rows) {
    for (const row of rows) {
      const { id, solutionCount } = one(context, 'Election', row.election);
      const earlier = rows.filter((other) => other.election === id && other.ordinal < row.ordinal);
      expect(row.ordinal).to.be.within(1, solutionCount);
      for (const other of earlier) {
        const isBetter =
          BigInt(row.leastSupport) > BigInt(other.leastSupport) || BigInt(row.support) > BigInt(other.support);
        expect(isBetter).to.equal(true);
      }
      const edges = votersIn(context, row).flatMap((page) => page.flatMap((voter) => voter.edges));
      for (const [i, support] of row.supports.entries()) {
        const backing = edges.filter(({ winner }) => winner === i).reduce((total, { amount }) => total + amount, 0n);
        expect(backing.toString(), `${row.id}: winner ${i}`).to.equal(support);
      }
      const supports: bigint[] = row.supports.map(BigInt);
      expectFields('Solution', row, {
        support: supports.reduce((a, b) => a + b, 0n),
        squares: supports.reduce((a, b) => a + b * b, 0n),
        leastSupport: supports.reduce((a, b) => (a < b ? a : b)),
      });
    }
    expect(rows.some(({ pages }) => pages.length > 1)).to.equal(true);
    expect(rows.some(({ ordinal }) => ordinal > 1)).to.equal(true);
  },

  async SolutionPage(context, rows) {
    const used = new Set(all(context, 'Solution').flatMap(({ pages }) => pages));
    expect(new Set(rows.map(({ id }) => id))).to.deep.equal(used);
    const { validators } = context.commune.contracts;
    // Snapshots of elections before the latest are gone.
    const latest = Math.max(...rows.map(({ term }) => term));
    for (const { voters, stakes, term } of rows.filter((row) => row.term === latest)) {
      const ids = numbersIn(voters);
      expect(ids.length).to.equal(stakes.length);
      for (const [i, id] of ids.entries()) {
        const voter = await validators.read.voterOf([id]);
        const counts = voter.tag <= term ? voter.stake : voter.stakeBefore;
        if (voter.tag <= term + 1) expect(stakes[i]).to.equal(counts.toString());
        expect(unpackNominations(voter.targets).length).to.be.at.most(16);
      }
    }
  },

  async SolutionDraft(context, rows) {
    for (const row of rows) {
      expect(row.pages, 'every draft was finished').to.deep.equal([]);
      expect(all(context, 'Solution').some(({ submitter }) => submitter === row.submitter)).to.equal(true);
    }
  },

  async Seat(context, rows) {
    const { elections } = context.commune.contracts;
    let count = 0;
    for (const { id, term } of all(context, 'Election')) {
      const seats = await elections.read.seatsIn([term]);
      const weights = await elections.read.weightsIn([term]);
      for (const [index, { candidateId, commissionBps, support }] of seats.entries()) {
        const candidate = id4(candidateId);
        const row = one(context, 'Seat', seatId(term, index));
        const weight = weights[index];
        expectFields('Seat', row, { election: id, term, index, candidate, commissionBps, support, weight });
        const behind = all(context, 'Allocation').filter(({ seat }) => seat === row.id);
        expect(sum(behind, 'amount')).to.equal(support);
        count++;
      }
    }
    expect(rows.length).to.equal(count);
  },

  async Allocation(context, rows) {
    let count = 0;
    for (const { id, best, term } of all(context, 'Election')) {
      for (const { id: voter, edges } of votersIn(context, one(context, 'Solution', best)).flat()) {
        for (const { winner, amount } of edges) {
          const seat = seatId(term, winner);
          const row = one(context, 'Allocation', `${seat}${id4(voter).slice(2)}`);
          expectFields('Allocation', row, { election: id, seat, index: winner, voter: id4(voter), amount });
          count++;
        }
      }
    }
    expect(rows.length).to.equal(count);
  },

  async TermRewards(context, rows) {
    const { rewards, elections, asset } = context.commune.contracts;
    expect(rows.length).to.equal(await rewards.read.nextTerm());
    let owed = 0n;
    for (const row of rows) {
      const elected = await elections.read.electionOf([row.term]);
      const claims = all(context, 'RewardClaim').filter(({ termRewards: of }) => of === row.id);
      const seats = all(context, 'SeatReward').filter(({ termRewards: of }) => of === row.id);
      expectFields('TermRewards', row, {
        id: id4(row.term),
        election: elected === 0 ? null : id4(elected),
        amount: sum(seats, 'reward'),
        weight: sum(seats, 'weight'),
        paid: sum(claims, 'amount'),
      });
      owed += BigInt(row.amount) - BigInt(row.paid);
    }
    expect(owed).to.equal(await rewards.read.reserved());
    expect((await asset.read.balanceOf([rewards.address])) >= owed).to.equal(true);
    expect(rows.some(({ election }) => election === null)).to.equal(true);
    const elections_ = rows.map(({ election }) => election).filter((election) => election !== null);
    expect(new Set(elections_).size, 'an election for several terms').to.be.lessThan(elections_.length);
  },

  async SeatReward(context, rows) {
    const { rewards, elections } = context.commune.contracts;
    for (const { id, term, amount } of all(context, 'TermRewards')) {
      const seats = await elections.read.seatsIn([term]);
      const weights = await elections.read.weightsIn([term]);
      const own = rows.filter(({ termRewards: of }) => of === id);
      expect(own.length).to.equal(seats.length);
      const slashed = new Set<number>();
      for (const [index, seat] of seats.entries()) {
        const isSlashed = await elections.read.slashedIn([term, seat.candidateId]);
        if (isSlashed) slashed.add(seat.candidateId);
        const reward = await rewards.read.rewardOf([term, BigInt(index)]);
        const commission = validatorCommission(reward, seat);
        expectFields('SeatReward', one(context, 'SeatReward', seatId(term, index)), {
          ...{ term, index, reward, commission },
          seat: seatId(await elections.read.electionOf([term]), index),
          candidate: id4(seat.candidateId),
          slashed: isSlashed,
          weight: isSlashed ? 0n : weights[index],
          commissionPaid: await rewards.read.commissionClaimed([term, seat.candidateId]),
          forVoters: reward - commission,
        });
      }
      const shared = termRewards(BigInt(amount), weighted(seats, weights), slashed);
      expect(shared.owed <= BigInt(amount)).to.equal(true);
    }
    expect(rows.some(({ slashed }) => slashed)).to.equal(true);
    expect(rows.some(({ reward, commissionPaid }) => reward !== '0' && commissionPaid)).to.equal(true);
    expect(rows.some(({ reward, commissionPaid }) => reward !== '0' && !commissionPaid)).to.equal(true);
  },

  async RewardClaim(context, rows) {
    const { rewards, elections } = context.commune.contracts;
    for (const row of rows) {
      if (row.kind === 'COMMISSION') {
        const seats = all(context, 'SeatReward').filter(({ candidate }) => candidate === row.candidate);
        expect(seats.find(({ term }) => term === row.term)?.commission).to.equal(row.amount);
        expect(one(context, 'Candidate', row.candidate).account).to.equal(row.account);
        continue;
      }
      const [voter = 0] = numbersIn(row.voter);
      expect(await rewards.read.rewardClaimed([row.term, voter])).to.equal(true);
      expect(one(context, 'Voter', row.voter).account).to.equal(row.account);
      const seats = await elections.read.seatsIn([row.term]);
      const earned = await Promise.all(seats.map((_, i) => rewards.read.rewardOf([row.term, BigInt(i)])));
      const { election } = one(context, 'TermRewards', row.termRewards);
      const edges = all(context, 'Allocation')
        .filter((one) => one.election === election && one.voter === row.voter)
        .map(({ index, amount }) => ({ winner: index, amount: BigInt(amount) }));
      expect(voterReward(edges, seats, earned).toString()).to.equal(row.amount);
    }
    expect(new Set(rows.map(({ kind }) => kind)).size).to.equal(2);
    expect(rows.some(({ kind, amount }) => kind === 'VOTER' && amount !== '0')).to.equal(true);
  },
};

function weighted(
  seats: readonly { candidateId: number; commissionBps: number; support: bigint }[],
  weights: readonly bigint[],
) {
  return seats.map((seat, i) => ({ ...seat, weight: weights[i] ?? 0n }));
}
