import { expect } from 'chai';
import { type Address, type Hex, numberToHex, size } from 'viem';
import { PROPOSAL_STATES, type ProposalState } from '../../../scripts/local/proposals.ts';
import { now } from '../../../scripts/local/time.ts';
import type { Row } from '../index-reader.ts';
import { type Assertion, all, type Context, expectFields, one, sum } from './context.ts';
import { about, callsOf, DECISION_CLASSES } from './governance.ts';
import { byLog } from './validators.ts';

const SELECTOR_BYTES = 4;
/** Voting power counts from the second after the snapshot on. */
const SUPPORTS = { AGAINST: 'againstVotes', FOR: 'forVotes', ABSTAIN: 'abstainVotes' } as const;
/** Changes of the outcome come in between. */
const STEPS = ['PROPOSED', 'QUEUED', 'EXECUTED', 'CANCELED'];

export const proposalKinds: Record<string, Assertion> = {
  async Proposal(context, rows) {
    const { governor } = context.commune.contracts;
    const time = await now(context.commune);
    const [grace, short] = await Promise.all([governor.read.GRACE_PERIOD(), governor.read.EMERGENCY_GRACE_PERIOD()]);
    const states = new Set<ProposalState>();
    for (const row of rows) {
      const id = BigInt(row.proposalId);
      const { targets, values, calldatas } = callsOf(context, row);
      const hashed = await governor.read.hashProposal([targets, values, calldatas, row.descriptionHash]);
      expect(hashed, row.description).to.equal(id);
      const [against, inFavour, abstaining] = await governor.read.proposalVotes([id]);
      const eta = await governor.read.proposalEta([id]);
      expectFields('Proposal', row, {
        id: numberToHex(id, { size: 32 }),
        proposer: await governor.read.proposalProposer([id]),
        decisionClass: DECISION_CLASSES[await governor.read.classOf([id])],
        callCount: targets.length,
        voteStart: await governor.read.proposalSnapshot([id]),
        voteEnd: await governor.read.proposalDeadline([id]),
        forVotes: inFavour,
        againstVotes: against,
        abstainVotes: abstaining,
        eta: eta === 0n ? null : eta,
        voters: about(all(context, 'Vote'), row).length,
      });
      expect(BigInt(row.voteEnd) - BigInt(row.originalEnd)).to.equal(row.extended ? BigInt(row.extension) : 0n);
      await expectOutcome(context, row, time);
      const state = stateOf(row, time, row.decisionClass === 'EMERGENCY' ? short : grace);
      states.add(state);
      expect(PROPOSAL_STATES[await governor.read.state([id])], row.description).to.equal(state);
    }
    expect([...states], 'proposals in every state').to.have.members([...PROPOSAL_STATES]);
    const numbers = rows.toSorted((a, b) => Number(a.createdAt) - Number(b.createdAt)).map(({ number }) => number);
    expect(numbers).to.deep.equal(rows.map((_, i) => i + 1));
    const inLoop = context.crowd.decisions.map(({ proposalId }) => proposalId.toString());
    expect(rows.map(({ proposalId }) => proposalId)).to.include.members(inLoop);
  },

  async ProposalCall(context, rows) {
    for (const row of rows) {
      const { id, callCount } = one(context, 'Proposal', row.proposal);
      expect(row.index).to.be.within(0, callCount - 1);
      expect(row.id).to.equal(`${id}${numberToHex(row.index, { size: 4 }).slice(2)}`);
      const isCall = size(row.calldata as Hex) >= SELECTOR_BYTES;
      expect(row.selector).to.equal(isCall ? row.calldata.slice(0, 2 + 2 * SELECTOR_BYTES) : null);
    }
    expect(rows.some(({ index }) => index > 0)).to.equal(true);
  },

  async Vote(context, rows) {
    const { governor } = context.commune.contracts;
    for (const row of rows) {
      const proposal = one(context, 'Proposal', row.proposal);
      const voter = row.account as Address;
      expect(row.id).to.equal(`${proposal.id}${voter.slice(2)}`);
      expect(await governor.read.hasVoted([BigInt(proposal.proposalId), voter])).to.equal(true);
      expectFields('Vote', row, { weight: await governor.read.getVotes([voter, BigInt(proposal.voteStart)]) });
      expect(Number(row.timestamp)).to.be.within(Number(proposal.voteStart) + 1, Number(proposal.voteEnd));
    }
    for (const proposal of all(context, 'Proposal')) {
      for (const [support, field] of Object.entries(SUPPORTS)) {
        const votes = about(rows, proposal).filter((row) => row.support === support);
        expect(sum(votes, 'weight').toString(), `${proposal.id} ${support}`).to.equal(proposal[field]);
      }
    }
    expect(rows.some(({ reason }) => reason.includes('🧪'))).to.equal(true);
  },

  async ProposalChange(context, rows) {
    const { publicClient, contracts } = context.commune;
    const sources = [contracts.governor, contracts.timelock].map(({ address }) => address as Address);
    const logs = await publicClient.getLogs({ address: sources, fromBlock: 0n });
    const known = new Set(
      logs.map((log) => `${log.transactionHash}${numberToHex(log.logIndex, { size: 4 }).slice(2)}`),
    );
    for (const row of rows) {
      expect(known.has(row.id.slice(0, -2)), row.id).to.equal(true);
      const { from } = await publicClient.getTransaction({ hash: row.transactionHash as Hex });
      expectFields('ProposalChange', row, { sender: from });
    }
    for (const proposal of all(context, 'Proposal')) {
      const changes = about(rows, proposal);
      const of = (...kinds: string[]) => changes.filter(({ kind }) => kinds.includes(kind));
      const steps = of(...STEPS).map(({ kind, timestamp }) => [kind, timestamp]);
      const times = [proposal.createdAt, proposal.queuedAt, proposal.executedAt, proposal.canceledAt];
      expect(steps).to.deep.equal(STEPS.map((kind, i) => [kind, times[i]]).filter(([, time]) => time !== null));
      // With the first vote that changes it a proposal passes.
      const outcomes = of('PASSING', 'FAILING').map(({ kind }) => kind === 'PASSING');
      expect(outcomes).to.deep.equal(outcomes.map((_, i) => i % 2 === 0));
      expect(outcomes.at(-1) ?? false).to.equal(proposal.passing);
      expect(of('EXTENDED').map(({ until }) => until)).to.deep.equal(proposal.extended ? [proposal.voteEnd] : []);
      expect(of('QUEUED').map(({ until }) => until)).to.deep.equal(proposal.eta === null ? [] : [proposal.eta]);
      for (const { kind, until } of changes) expect(until === null).to.equal(!['EXTENDED', 'QUEUED'].includes(kind));
    }
    expect(rows.toSorted(byLog)[0]?.kind).to.equal('PROPOSED');
  },
};

async function expectOutcome({ commune }: Context, row: Row, time: number): Promise<void> {
  if (time <= Number(row.voteStart)) {
    expect([row.passing, row.electorate]).to.deep.equal([false, null]);
    return;
  }
  const { passing, floor, electorate, cast } = await commune.contracts.governor.read.outcomeOf([
    BigInt(row.proposalId),
  ]);
  expect(row.passing, row.description).to.equal(passing);
  expect(sum([row], 'forVotes') + sum([row], 'againstVotes') + sum([row], 'abstainVotes')).to.equal(cast);
  if (row.electorate !== null) expectFields('Proposal', row, { floor, electorate });
  else expect(passing).to.equal(false);
}

/** What a reader of the index makes of it, without asking the contracts. */
function stateOf(row: Row, time: number, grace: number): ProposalState {
  if (row.stage === 'EXECUTED') return 'Executed';
  if (row.stage === 'CANCELED') return 'Canceled';
  if (row.stage === 'QUEUED') return time > Number(row.eta) + grace ? 'Expired' : 'Queued';
  if (time <= Number(row.voteStart)) return 'Pending';
  if (time <= Number(row.voteEnd)) return 'Active';
  if (!row.passing) return 'Defeated';
  return time > Number(row.voteEnd) + grace ? 'Expired' : 'Succeeded';
}
