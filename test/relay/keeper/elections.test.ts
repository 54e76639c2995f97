import { expect } from 'chai';
import { epochStart } from '../../../protocol/clock/epoch-start.ts';
import { validatorCommission } from '../../../protocol/validators/term-rewards.ts';
import { runTick } from '../../../relay/jobs/run-tick.ts';
import { standingProblems } from '../../../relay/jobs/standing-problems.ts';
import { enlistDuties, whoGetsIn } from '../../../relay/keeper/enlist-duties.ts';
import { now, toEpoch, toTime } from '../../../scripts/local/time.ts';
import {
  offerTestLot,
  openRelayWorld,
  openTestRelay,
  type RelayWorld,
  settleReceipts,
  testReceipt,
} from '../../support/relay-world.ts';
import { addValidators, candidateOf, ctt, giveCtt, voterOf } from './validator-world.ts';

const TICK = { wait: true, maxRounds: 40, waitMs: 5_000 };
const CANDIDATES = 4;
const VOTERS = Array.from({ length: 10 }, (_, i) => ({
  stake: ctt(1_000 + 37 * i),
  targets: [1, 2, 3, 4].filter((id) => (id + i) % 4 !== 0),
}));

describe('keeper of elections', function () {
  this.timeout(240_000);
  let world: RelayWorld;
  let relay: Awaited<ReturnType<typeof openTestRelay>>;

  before(async () => {
    world = await openRelayWorld(0);
    // Pages as small as can be: the solution takes more than one.
    relay = await openTestRelay(world, { RELAY_EDGES_PER_PAGE: '16' });
    const { lotId } = await offerTestLot(world, 'SOLD', 0);
    await runTick(relay, TICK);
    await settleReceipts(relay, [testReceipt(world.commune, 'order', { lotId })], await now(world.commune));
    await addValidators(world.commune, CANDIDATES, VOTERS);
  });
  after(async () => {
    await relay.close();
    await world.close();
  });

  async function tickAt(epoch: number) {
    await toEpoch(world.commune, epoch);
    const ticked = await runTick(relay, TICK);
    expect(ticked?.failures).to.deep.equal({});
    return ticked?.done ?? {};
  }

  it('waits until the snapshot is frozen', async () => {
    for (const epoch of [1, 2]) expect((await tickAt(epoch))['keeper-elect']).to.equal(0);
  });

  it('solves the election in the last epoch of the term and submits it page by page, once', async () => {
    const { elections } = world.commune.contracts;
    const steps = (await tickAt(3))['keeper-elect'] ?? 0;
    expect(steps).to.be.greaterThan(3);
    expect(await elections.read.electionOf([1])).to.equal(1);
    const seats = await elections.read.seatsIn([1]);
    expect(seats.map(({ candidateId }) => candidateId)).to.deep.equal([1, 2, 3, 4]);
    const backing = seats.reduce((sum, { support }) => sum + support, 0n);
    expect(backing).to.equal(VOTERS.reduce((sum, { stake }) => sum + stake, 0n));
    const pages = await elections.getEvents.PageVerified({}, { fromBlock: 0n });
    expect(pages.length).to.equal(steps - 2);
    expect((await tickAt(3))['keeper-elect']).to.equal(0);
    expect(await standingProblems(relay)).to.deep.equal([]);
  });

  it('closes terms when they are over, one after the other', async () => {
    const { rewards } = world.commune.contracts;
    // Nobody sat in the first one: what came in waits for the second.
    expect((await tickAt(4))['keeper-close-term']).to.equal(1);
    expect(await rewards.read.reserved()).to.equal(0n);
    expect((await tickAt(7))['keeper-close-term']).to.equal(0);
    expect((await tickAt(8))['keeper-close-term']).to.equal(1);
    expect(await rewards.read.nextTerm()).to.equal(2);
    expect(Number(await rewards.read.reserved())).to.be.greaterThan(0);
  });

  it('pays validators and voters who do not come, an epoch later', async () => {
    const { rewards, elections, asset } = world.commune.contracts;
    const before = await rewards.read.reserved();
    const seat = await elections.read.seatAt([1, 1n]);
    const reward = await rewards.read.rewardOf([1, 1n]);
    await rewards.write.claimCommission([1, 0n], { account: voterOf(world.commune, 1).account });
    const done = await tickAt(9);
    expect(done['keeper-term-rewards']).to.equal(CANDIDATES - 1 + VOTERS.length);
    const paid = await asset.read.balanceOf([candidateOf(world.commune, seat.candidateId).account.address]);
    expect(paid).to.equal(validatorCommission(reward, seat));
    for (const [i] of VOTERS.entries()) {
      expect(Number(await asset.read.balanceOf([voterOf(world.commune, i + 1).account.address]))).to.be.greaterThan(0);
    }
    // Rounding leaves less than a unit for every voter and seat.
    const left = Number(await rewards.read.reserved());
    expect(left).to.be.lessThan(CANDIDATES * VOTERS.length);
    expect(Number(before)).to.be.greaterThan(100 * left);
    expect((await tickAt(10))['keeper-term-rewards']).to.equal(0);
  });

  it('elects for every term, also when nothing has changed', async () => {
    const { elections } = world.commune.contracts;
    expect((await tickAt(11))['keeper-elect']).to.be.greaterThan(3);
    for (const term of [2, 3]) expect(await elections.read.electionOf([term])).to.equal(term);
  });

  it('says when an election ends without the better solution that it knows', async () => {
    const { networkHelpers } = world.commune.connection;
    const { account } = voterOf(world.commune, 1);
    await toEpoch(world.commune, 15);
    await world.commune.contracts.validators.write.unbond([ctt(1)], { account });
    // Nothing can be paid for.
    await networkHelpers.setBalance(relay.chain.keeper?.address ?? '0x', 0n);
    await tickAt(15);
    expect(new Set((await standingProblems(relay)).map(({ code }) => code))).to.deep.equal(
      new Set(['gas-money-missing']),
    );
    await toTime(world.commune, epochStart(world.commune.clock, 16) - 1_000);
    await runTick(relay, TICK);
    const problems = await standingProblems(relay);
    expect(problems.find(({ code }) => code === 'election-unsolved')?.detail).to.match(/^term 4, .* no solution/);
    await networkHelpers.setBalance(relay.chain.keeper?.address ?? '0x', 10n ** 20n);
    await runTick(relay, TICK);
    expect(await world.commune.contracts.elections.read.electionOf([4])).to.equal(4);
    expect(await standingProblems(relay)).to.deep.equal([]);
  });
});

describe('the list of voters', function () {
  this.timeout(120_000);
  const voter = (voterId: number, stake: bigint, listed: boolean) => ({ voterId, stake, listed, since: '0' });

  it('takes in the largest who wait, each for a smaller one', () => {
    const chosen = (capacity: number) =>
      whoGetsIn(
        [
          voter(1, 5n, true),
          voter(2, 9n, true),
          voter(3, 1n, true),
          voter(4, 6n, false),
          voter(5, 8n, false),
          voter(6, 1n, false),
          voter(7, 5n, false),
        ],
        capacity,
      ).map(({ voterId }) => voterId);
    expect(chosen(3)).to.deep.equal([5, 4]);
    expect(chosen(4)).to.deep.equal([5, 4]);
    expect(chosen(5)).to.deep.equal([5, 4, 7]);
    expect(chosen(7)).to.deep.equal([5, 4, 7, 6]);
  });

  it('is filled up again when somebody leaves it', async () => {
    const world = await openRelayWorld(0);
    const { commune, deployment } = world;
    const { viem } = commune.connection;
    const { token, power } = commune.contracts;
    await addValidators(commune, 3, []);
    const admin = commune.actor(0).account;
    const access = await viem.deployContract('AccessManager', [admin.address]);
    const { genesis, epochLength } = commune.clock;
    const args = [access.address, token.address, power.address, genesis, epochLength, 2n] as const;
    const validators = await viem.deployContract('Validators', args);
    const contracts = { ...deployment.contracts, validators: validators.address };
    const relay = await openTestRelay({ ...world, deployment: { ...deployment, contracts } });
    try {
      await giveCtt(commune, candidateOf(commune, 1).account.address, validators.address, candidateOf(commune, 1));
      await validators.write.stand([ctt(10_000), 0], { account: candidateOf(commune, 1).account });
      const stakes = [ctt(30), ctt(20), ctt(10)];
      for (const [i, stake] of stakes.entries()) {
        const { account } = voterOf(commune, i + 1);
        await giveCtt(commune, account.address, validators.address, voterOf(commune, i + 1));
        await validators.write.bond([stake], { account });
        await validators.write.nominate([[1]], { account });
      }
      const tick = async () => (await runTick(relay, TICK))?.done['keeper-enlist'];
      expect(await tick()).to.equal(0);
      await validators.write.unbond([ctt(20)], { account: voterOf(commune, 2).account });
      expect(await tick()).to.equal(1);
      expect((await validators.read.voterOf([3])).position).to.be.greaterThan(0);
      expect(await enlistDuties(relay)).to.deep.equal([]);
    } finally {
      await relay.close();
      await world.close();
    }
  });
});
