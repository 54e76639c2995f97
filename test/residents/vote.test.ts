import { expect } from 'chai';
import { isAddressEqual, parseUnits } from 'viem';
import { callTo, type GovernedCall } from '../../scripts/local/govern.ts';
import { carryOut, castVote, proposalState, propose, toVote, toVoteEnd } from '../../scripts/local/proposals.ts';
import { now, toTime } from '../../scripts/local/time.ts';
import { opinionOf } from '../../scripts/residents/opinion.ts';
import type { Settings } from '../../scripts/residents/settings.ts';
import { residentsVoteAt, vote } from '../../scripts/residents/vote.ts';
import { visitorPersona } from '../../scripts/seed/catalogue/roles.ts';
import { personOf, type Tester } from '../../scripts/seed/people.ts';
import type { World } from '../../scripts/seed/world.ts';
import { residentsOf, seededWorld } from './seeded-world.ts';

describe('residents who vote on proposals', function () {
  this.timeout(120_000);
  let world: World;
  let settings: Settings;
  let wu: Tester;

  before(async () => {
    world = await seededWorld();
    ({ settings } = await residentsOf(world));
    wu = personOf(world.people.experiencers, visitorPersona);
  });

  async function found(proposalId: bigint) {
    const open = await settings.agenda.open();
    return open.find((one) => one.proposalId === proposalId) ?? expect.fail('no such proposal');
  }

  /** Votes for, against, and how many did. */
  async function result(proposalId: bigint) {
    const { governor } = world.commune.contracts;
    const [against, forVotes] = await governor.read.proposalVotes([proposalId]);
    const votes = await governor.getEvents.VoteCast({}, { fromBlock: 0n });
    return { against, forVotes, votes: votes.filter(({ args }) => args.proposalId === proposalId).length };
  }

  /** What residents make of something that the visitor’s persona proposes. */
  async function decide(title: string, calls: readonly GovernedCall[]): Promise<bigint> {
    const id = await propose(world.commune, wu.actor, { calls, description: `# ${title}` });
    await toVote(world.commune, id);
    expect(await vote(settings, await now(world.commune)), 'at once').to.equal(0);
    await toTime(world.commune, residentsVoteAt(await found(id)));
    expect(await vote(settings, await now(world.commune))).to.be.at.least(15);
    expect(await vote(settings, await now(world.commune)), 'twice').to.equal(0);
    return id;
  }

  it('find what is open, and nothing that is over', async () => {
    const open = await settings.agenda.open();
    expect(open.map(({ proposalId }) => proposalId)).to.have.members([
      world.proposals.get('referenceSamples'),
      world.proposals.get('unsealCharge'),
    ]);
    const charge = await found(world.proposals.get('unsealCharge') ?? 0n);
    expect(charge).to.include({ decisionClass: 'parameter', state: 'Active', eta: 0 });
    expect(charge.title).to.match(/^未揭封扣款从 25% 降到 20% \/ Charge/);
  });

  it('are for a parameter, so that one visitor can carry it through', async () => {
    const { commune } = world;
    const { evaluations, governor } = commune.contracts;
    const calls = [callTo(evaluations, 'setKappa', [8_000])];
    const id = await decide('κ', calls);
    const { forVotes, against, votes } = await result(id);
    expect(forVotes > 2n * against).to.equal(true);
    expect(votes).to.be.at.least(15);
    expect(await governor.read.hasVoted([id, wu.address]), 'the persona’s vote').to.equal(false);
    await castVote(commune, wu.actor, id, 'for');
    await toVoteEnd(commune, id);
    expect(await proposalState(commune, id)).to.equal('Succeeded');
    await carryOut(commune, { calls, description: '# κ' });
    expect(await evaluations.read.kappaBps()).to.equal(8_000);
    const open = await settings.agenda.open();
    expect(open.map(({ proposalId }) => proposalId)).not.to.include(id);
  });

  it('keep the treasury closed, and let governance change otherwise', async () => {
    const { memberships, token } = world.commune.contracts;
    const raid = await decide('raid', [callTo(token, 'transfer', [wu.address, parseUnits('1000000', 18)])]);
    const { forVotes, against } = await result(raid);
    expect(against > forVotes).to.equal(true);
    await toVoteEnd(world.commune, raid);
    expect(await proposalState(world.commune, raid)).to.equal('Defeated');
    const other = await decide('treasury', [callTo(memberships, 'appointTreasury', [wu.address])]);
    await toVoteEnd(world.commune, other);
    expect(await proposalState(world.commune, other)).to.equal('Succeeded');
  });

  it('leave the vote of the visitor whose place somebody has taken', async () => {
    const { commodities, governor } = world.commune.contracts;
    const calls = [callTo(commodities, 'setUnsealCharge', [3_000])];
    const id = await propose(world.commune, wu.actor, { calls, description: '# place' });
    await toVote(world.commune, id);
    await toTime(world.commune, residentsVoteAt(await found(id)));
    const taken =
      settings.cast.testers.find((one) => opinionOf(one, id, 'for') !== null) ?? expect.fail('nobody votes');
    await vote(settings, await now(world.commune), taken.key.address);
    expect(await governor.read.hasVoted([id, taken.key.address])).to.equal(false);
    expect(await vote(settings, await now(world.commune))).to.equal(1);
  });

  it('stop the platform that cheats, and no other', async () => {
    const { commune } = world;
    const { elections, platforms, validators } = commune.contracts;
    const term = await elections.read.currentTerm();
    const [seated = 0] = await elections.read.seatsOf([term]);
    const { account } = await validators.read.candidateOf([seated]);
    const people = [...world.people.jurors, ...world.people.experiencers];
    const holder = people.find(({ address }) => isAddressEqual(address, account)) ?? expect.fail('nobody sits');
    const results: string[] = [];
    for (const platformId of [world.cornerMarketId, commune.platformId]) {
      const calls = [callTo(platforms, 'suspend', [platformId])];
      const id = await propose(commune, holder.actor, { calls, description: `# Suspend ${platformId}` });
      await toVote(commune, id);
      await toTime(commune, residentsVoteAt(await found(id)));
      await vote(settings, await now(commune));
      await toVoteEnd(commune, id);
      results.push(await proposalState(commune, id));
    }
    expect(results).to.deep.equal(['Succeeded', 'Defeated']);
  });
});
