import { expect } from 'chai';
import { encodeFunctionData, keccak256, stringToHex } from 'viem';
import { epochAt } from '../../../protocol/clock/epoch-at.ts';
import { abis } from '../../../relay/chain/abis.ts';
import { runTick } from '../../../relay/jobs/run-tick.ts';
import { standingProblems } from '../../../relay/jobs/standing-problems.ts';
import { finalityProblems } from '../../../relay/keeper/finality-problems.ts';
import { keeperJobs } from '../../../relay/keeper/keeper-jobs.ts';
import { Patience } from '../../../relay/keeper/patience.ts';
import { planDuties } from '../../../relay/keeper/plan-duties.ts';
import type { Relay } from '../../../relay/relay.ts';
import { accountIndex } from '../../../scripts/local/accounts.ts';
import { fund, sent } from '../../../scripts/local/deploy-local.ts';
import { now, toEpoch, toTime } from '../../../scripts/local/time.ts';
import { EPOCH, offerTestLot, openRelayWorld, openTestRelay, type RelayWorld } from '../../support/relay-world.ts';

const TICK = { wait: true, maxRounds: 40, waitMs: 5_000 };
const DAY = 24 * 60 * 60;
const EVIDENCE = keccak256(stringToHex('evidence'));
const COUNTERFEIT = 1;
const BOND = 60_000_000n;

describe('keeper of cases without a verdict', function () {
  this.timeout(240_000);
  let world: RelayWorld;
  let relay: Awaited<ReturnType<typeof openTestRelay>>;

  before(async () => {
    world = await openRelayWorld(0);
    relay = await openTestRelay(world);
    await fund(world.commune, challenger(), 10n ** 10n);
  });
  after(async () => {
    await relay.close();
    await world.close();
  });

  const challenger = () => world.commune.actor(accountIndex.firstConsumer);

  async function tick() {
    const ticked = await runTick(relay, TICK);
    expect(ticked?.failures).to.deep.equal({});
    return ticked?.done ?? {};
  }

  async function disputeListing(lotCode: string, startEpoch: number): Promise<number> {
    const { disputes } = world.commune.contracts;
    const { lotId } = await offerTestLot(world, lotCode, startEpoch);
    const value = await disputes.read.arbitrationCost();
    const { account } = challenger();
    const args = [lotId, COUNTERFEIT, BOND, EVIDENCE] as const;
    await sent(world.commune, 'dispute', disputes.write.disputeListing(args, { account, value }));
    return lotId;
  }

  it('ends one that no jury can judge, and brings the fees back to who paid them', async () => {
    const { court, disputes } = world.commune.contracts;
    const lotId = await disputeListing('NO-JURY', 0);
    expect(await tick()).to.include({ 'keeper-court-arm': 0, 'keeper-refer': 0 });
    await toTime(world.commune, (await now(world.commune)) + 2 * DAY);
    expect((await tick())['keeper-court-arm']).to.equal(1);
    await world.commune.connection.networkHelpers.mine(3);
    const cost = await disputes.read.arbitrationCost();
    const done = await tick();
    expect(done).to.include({ 'keeper-court-draw': 1, 'keeper-court-end': 1, 'keeper-execute-case': 1 });
    expect(done['keeper-returned-fees']).to.equal(2);
    const { address } = challenger().account;
    expect(await disputes.read.coinsOf([address])).to.equal(cost);
    expect(await disputes.read.creditOf([address])).to.equal(BOND);
    expect(await disputes.read.returnedBy([court.address])).to.equal(0n);
    expect(await disputes.read.caseOfListing([lotId])).to.equal(0n);
    expect(await tick()).to.include({ 'keeper-court-end': 0, 'keeper-execute-case': 0, 'keeper-returned-fees': 0 });
  });

  it('tells of a header that it cannot read', async () => {
    await disputeListing('HEADER', 0);
    await toTime(world.commune, (await now(world.commune)) + 2 * DAY);
    await tick();
    await world.commune.connection.networkHelpers.mine(3);
    const foreign = foreignChain(relay);
    const draw = keeperJobs(foreign).find(({ name }) => name === 'keeper-court-draw');
    expect(draw).to.not.equal(undefined);
    const time = await now(world.commune);
    await runTick(foreign, { ...TICK, maxRounds: 1 });
    for (const half of [1, 2]) await draw?.run(time + half * EPOCH);
    const problems = await finalityProblems(foreign);
    expect(problems.map(({ code }) => code)).to.deep.equal(['duty-stalled']);
    expect(problems[0]?.detail).to.match(/^court-draw\/2\/0\/\d+: ProtocolError \(reason BadHeader/);
    expect((await tick())['keeper-court-draw']).to.equal(1);
    expect(await standingProblems(relay)).to.deep.equal([]);
  });

  it('lets one lapse that nobody has ruled on for too long', async () => {
    const { disputes } = world.commune.contracts;
    const epoch = epochAt(world.commune.clock, await now(world.commune));
    const lotId = await disputeListing('FORGOTTEN', epoch);
    const caseId = await disputes.read.caseOfListing([lotId]);
    await toEpoch(world.commune, epoch + 19);
    const done = await tick();
    expect(done['keeper-lapse']).to.equal(1);
    expect((await disputes.read.caseOf([caseId])).ruling).to.equal(0);
    expect(await disputes.read.caseOfListing([lotId])).to.equal(0n);
    expect((await tick())['keeper-lapse']).to.equal(0);
  });

  it("does not pay for more than a call of a stranger's contract may take", async () => {
    const patience = new Patience(() => 0);
    const to = world.deployment.contracts.asset;
    const args = [challenger().account.address, 1n] as const;
    const data = encodeFunctionData({ abi: abis.asset, functionName: 'approve', args });
    const duty = { key: 'dear/1', to, data, doneBy: [] };
    expect(await planDuties(relay, 'dear', [{ ...duty, maxGas: 25_000n }], patience, 0)).to.equal(0);
    expect(patience.setAside()[0]?.error).to.deep.include({ name: 'GasTooHigh' });
    const others = { ...duty, key: 'dear/2', maxGas: 100_000n };
    expect(await planDuties(relay, 'dear', [others], patience, 0)).to.equal(1);
  });
});

/** The same relay on a chain whose headers have another form. */
function foreignChain(relay: Relay): Relay {
  const { client } = relay.chain;
  const request = (async (asked: { method: string; params: unknown[] }) => {
    const answer = await client.request(asked as never);
    const isHeader = asked.method === 'eth_getBlockByNumber' && asked.params[1] === false;
    return isHeader && answer !== null ? { ...(answer as object), extraData: '0x01' } : answer;
  }) as typeof client.request;
  return { ...relay, chain: { ...relay.chain, client: { ...client, request } } };
}
