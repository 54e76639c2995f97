import { expect } from 'chai';
import { followChain } from '../../../relay/chain/follow-chain.ts';
import { runTick } from '../../../relay/jobs/run-tick.ts';
import { standingProblems } from '../../../relay/jobs/standing-problems.ts';
import { dutiesSetAside } from '../../../relay/keeper/keeper-jobs.ts';
import { Patience } from '../../../relay/keeper/patience.ts';
import { planDuties } from '../../../relay/keeper/plan-duties.ts';
import { queueDuties } from '../../../relay/keeper/proposal-duties.ts';
import { accountIndex } from '../../../scripts/local/accounts.ts';
import { fund, sent } from '../../../scripts/local/deploy-local.ts';
import { callTo, govern, renounceBystander } from '../../../scripts/local/govern.ts';
import {
  castVote,
  execute,
  type Motion,
  proposalState,
  propose,
  queue,
  toVote,
  toVoteEnd,
} from '../../../scripts/local/proposals.ts';
import { now, toEpoch, toTime } from '../../../scripts/local/time.ts';
import { standJurors, trust } from '../../journeys/elect-jurors.ts';
import { openRelayWorld, openTestRelay, type RelayWorld } from '../../support/relay-world.ts';

const TICK = { wait: true, maxRounds: 40, waitMs: 5_000 };
const DAY = 24 * 60 * 60;
const JURORS = 4;
const POWER = 30_000_000n;
const EXPERT = 1;
const PRICE = 5_000_000n;
const UNKNOWN = 99;

describe('keeper of decisions', function () {
  this.timeout(240_000);
  let world: RelayWorld;
  let relay: Awaited<ReturnType<typeof openTestRelay>>;

  const juror = (i: number) => world.commune.actor(accountIndex.firstJuror + i);

  before(async () => {
    world = await openRelayWorld(0);
    relay = await openTestRelay(world);
    const { commune } = world;
    const jurors = Array.from({ length: JURORS }, (_, i) => juror(i));
    await trust(
      commune,
      jurors.map((actor) => ({ actor, power: POWER })),
    );
    await govern(commune, 'price', [callTo(commune.contracts.memberships, 'setPrice', [EXPERT, PRICE])]);
    await renounceBystander(commune);
    await toEpoch(commune, 1);
    await standJurors(commune, jurors);
  });
  after(async () => {
    await relay.close();
    await world.close();
  });

  async function tick() {
    const ticked = await runTick(relay, TICK);
    expect(ticked?.failures).to.deep.equal({});
    return ticked?.done ?? {};
  }

  async function later(seconds: number) {
    await toTime(world.commune, (await now(world.commune)) + seconds);
    return tick();
  }

  function kappa(bps: number, title = `κ ${bps}`): Motion {
    return { calls: [callTo(world.commune.contracts.evaluations, 'setKappa', [bps])], description: `# ${title}` };
  }

  /** Ends a second after the vote. */
  async function vote(motion: Motion, support: 'for' | 'against' = 'for'): Promise<bigint> {
    const id = await propose(world.commune, juror(0), motion);
    await toVote(world.commune, id);
    for (let i = 0; i < JURORS; i++) await castVote(world.commune, juror(i), id, support);
    await toVoteEnd(world.commune, id);
    return id;
  }

  it('queues what has passed and executes it, each a day after anybody could', async () => {
    const { commune } = world;
    // PostgreSQL could not keep such a text.
    const id = await vote(kappa(8_000, 'κ\0 to 80 %'));
    expect(await tick()).to.include({ 'keeper-queue-proposal': 0 });
    expect(await later(DAY)).to.include({ 'keeper-queue-proposal': 1, 'keeper-execute-proposal': 0 });
    expect(await proposalState(commune, id)).to.equal('Queued');
    expect(await later(DAY - 60)).to.include({ 'keeper-execute-proposal': 0 });
    expect(await later(2 * 60)).to.include({ 'keeper-execute-proposal': 1 });
    expect(await commune.contracts.evaluations.read.kappaBps()).to.equal(8_000);
    expect(await later(DAY)).to.include({ 'keeper-queue-proposal': 0, 'keeper-execute-proposal': 0 });
  });

  it('leaves alone what was defeated, and asks no more for it once no reorganisation can undo that', async () => {
    const id = await vote(kappa(6_000), 'against');
    const { client } = relay.chain;
    const { readContract } = client;
    let asked = 0;
    client.readContract = ((call: Parameters<typeof readContract>[0]) => {
      if (call.functionName === 'proposalDeadline') asked += 1;
      return readContract(call);
    }) as typeof readContract;
    expect(await later(2 * DAY)).to.include({ 'keeper-queue-proposal': 0, 'keeper-execute-proposal': 0 });
    expect(await proposalState(world.commune, id)).to.equal('Defeated');
    expect(asked).to.be.greaterThan(0);
    await later(60 * 60 + 60);
    asked = 0;
    await later(60);
    client.readContract = readContract;
    expect(asked).to.equal(0);
  });

  it('elects the jurors meanwhile', async () => {
    await toEpoch(world.commune, 3);
    await tick();
    await toEpoch(world.commune, 4);
    await tick();
    expect((await world.commune.contracts.elections.read.seatsIn([1])).length).to.equal(JURORS);
  });

  it('executes an emergency as soon as its vote is over', async () => {
    const { platforms } = world.commune.contracts;
    const suspend: Motion = { calls: [callTo(platforms, 'suspend', [1])], description: '# Stop it' };
    const id = await vote(suspend);
    expect(await tick()).to.include({ 'keeper-queue-proposal': 0, 'keeper-execute-proposal': 1 });
    expect(await proposalState(world.commune, id)).to.equal('Executed');
    expect((await platforms.read.platformOf([1])).suspended).to.equal(true);
  });

  it('executes an emergency that decides what is so already, which leaves nothing to execute later', async () => {
    const { platforms } = world.commune.contracts;
    const since = await platforms.read.suspendedSince([1]);
    const id = await vote({ calls: [callTo(platforms, 'suspend', [1])], description: '# Stop it, again' });
    expect(await tick()).to.include({ 'keeper-execute-proposal': 1 });
    expect(await proposalState(world.commune, id)).to.equal('Executed');
    expect(await platforms.read.suspendedSince([1])).to.equal(since);
  });

  it('sets aside an emergency that cannot be executed, until it has expired', async () => {
    const { commune } = world;
    const unknown: Motion = {
      calls: [callTo(commune.contracts.platforms, 'suspend', [UNKNOWN])],
      description: '# Stop nobody',
    };
    const id = await vote(unknown);
    const key = `execute-proposal/${id}`;
    expect(await tick()).to.include({ 'keeper-execute-proposal': 0 });
    expect(dutiesSetAside(relay).map((duty) => duty.key)).to.include(key);
    expect(await later(2 * DAY)).to.include({ 'keeper-execute-proposal': 0 });
    expect(await proposalState(commune, id)).to.equal('Expired');
    expect(dutiesSetAside(relay).map((duty) => duty.key)).to.not.include(key);
  });

  it('is not troubled by somebody who is faster', async () => {
    const { commune } = world;
    const motion = kappa(7_000);
    await vote(motion);
    await toTime(commune, (await now(commune)) + DAY);
    const time = await now(commune);
    const patience = new Patience(() => 0);
    // What it knows of the chain says that it is due; in the meantime it is done.
    await followChain(relay.chain, relay.db);
    const due = await queueDuties(relay, time + 1);
    expect(due.length).to.equal(1);
    await queue(commune, motion);
    expect(await planDuties(relay, 'queue-proposal', due, patience, time)).to.equal(0);
    expect(patience.setAside()).to.deep.equal([]);
    expect(await tick()).to.include({ 'keeper-queue-proposal': 0 });
    await toTime(commune, (await now(commune)) + DAY);
    await execute(commune, motion);
    expect(await later(DAY)).to.include({ 'keeper-execute-proposal': 0 });
    expect(await commune.contracts.evaluations.read.kappaBps()).to.equal(7_000);
    const codes = (await standingProblems(relay)).map(({ code }) => code);
    expect(codes).not.to.include('duty-stalled');
  });

  it('goes on after a restart with what it had planned', async () => {
    const { commune } = world;
    const motion = kappa(7_500);
    const id = await vote(motion);
    await toTime(commune, (await now(commune)) + DAY + 1);
    await followChain(relay.chain, relay.db);
    const due = await queueDuties(relay, await now(commune));
    expect(await planDuties(relay, 'queue-proposal', due, new Patience(() => 0), await now(commune))).to.equal(1);
    const { databaseUrl } = relay.config;
    await relay.close();
    relay = await openTestRelay(world, { RELAY_DATABASE_URL: databaseUrl });
    expect(await tick()).to.include({ 'keeper-queue-proposal': 0 });
    expect(await proposalState(commune, id)).to.equal('Queued');
    expect(await later(DAY + 60)).to.include({ 'keeper-execute-proposal': 1 });
    expect(await commune.contracts.evaluations.read.kappaBps()).to.equal(7_500);
  });

  it('mints for the treasury and collects what members paid, once an epoch', async () => {
    const { commune } = world;
    const { asset, emission, memberships, timelock } = commune.contracts;
    const epoch = 10;
    await toEpoch(commune, epoch);
    expect(await tick()).to.include({ 'keeper-mint-treasury': 1, 'keeper-memberships': 0 });
    expect(await emission.read.treasuryUntil()).to.equal(epoch);
    const expert = commune.actor(accountIndex.firstExpert);
    await fund(commune, expert, PRICE);
    const { account } = expert;
    await sent(commune, 'allow', asset.write.approve([memberships.address, PRICE], { account }));
    await sent(commune, 'join', memberships.write.join([EXPERT, 1, PRICE], { account }));
    const before = await asset.read.balanceOf([timelock.address]);
    expect(await tick()).to.include({ 'keeper-mint-treasury': 0, 'keeper-memberships': 1 });
    expect((await asset.read.balanceOf([timelock.address])) - before).to.equal(PRICE);
    expect(await later(DAY)).to.include({ 'keeper-mint-treasury': 0, 'keeper-memberships': 0 });
    await toEpoch(commune, epoch + 1);
    expect(await tick()).to.include({ 'keeper-mint-treasury': 1, 'keeper-memberships': 0 });
  });
});
