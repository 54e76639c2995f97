import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { expect } from 'chai';
import { eq, sql } from 'drizzle-orm';
import pg from 'pg';
import { chainTransactions } from '../../../relay/chain/outbox/tables.ts';
import { runTick } from '../../../relay/jobs/run-tick.ts';
import { startScheduler } from '../../../relay/jobs/scheduler.ts';
import { standingProblems } from '../../../relay/jobs/standing-problems.ts';
import { statementSummaries } from '../../../relay/statements/statement-summaries.ts';
import { accountIndex } from '../../../scripts/local/accounts.ts';
import { now, toEpoch } from '../../../scripts/local/time.ts';
import { freePort } from '../../support/free-port.ts';
import { createDatabase } from '../../support/postgres.ts';
import {
  offerTestLot,
  openRelayWorld,
  openTestRelay,
  type RelayWorld,
  settleReceipts,
  testReceipt,
} from '../../support/relay-world.ts';

const TICK = { wait: true, maxRounds: 20, waitMs: 2_000 };

describe('jobs', function () {
  this.timeout(180_000);
  let world: RelayWorld;
  let relay: Awaited<ReturnType<typeof openTestRelay>>;
  const open: { close(): Promise<void> }[] = [];

  beforeEach(async () => {
    world = await openRelayWorld(0);
    relay = await openTestRelay(world);
    open.push(relay);
  });
  afterEach(async () => {
    for (const one of open.splice(0)) await one.close();
    await world.close();
  });

  /** Epoch 0 with one order, and the chain at the start of epoch 1. */
  async function settleOne(): Promise<void> {
    const { lotId } = await offerTestLot(world, 'LOT', 0);
    await runTick(relay, TICK);
    await settleReceipts(relay, [testReceipt(world.commune, 'one', { lotId })], await now(world.commune));
    await toEpoch(world.commune, 1);
  }

  const statusOf = async (epoch: number) =>
    (await statementSummaries(relay)).find((row) => row.epoch === epoch)?.status;
  const statementsOnChain = async () =>
    (await world.commune.contracts.settlement.getEvents.StatementCommitted({}, { fromBlock: 0n })).length;

  async function until(condition: () => Promise<boolean>, what: string): Promise<void> {
    for (let waited = 0; waited < 20_000; waited += 50) {
      if (await condition().catch(() => false)) return;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error(`${what} did not happen`);
  }

  it('do nothing twice when two relays work on one database', async () => {
    await settleOne();
    const { databaseUrl, dataDir } = relay.config;
    const second = await openTestRelay(world, { RELAY_DATABASE_URL: databaseUrl, RELAY_DATA_DIR: dataDir });
    open.unshift(second);
    const schedulers = [relay, second].map((one) => startScheduler(one));
    await Promise.all([runTick(relay, TICK), runTick(second, TICK), runTick(relay, TICK), runTick(second, TICK)]);
    await toEpoch(world.commune, 3);
    await Promise.all([runTick(relay, TICK), runTick(second, TICK)]);
    await Promise.all(schedulers.map((scheduler) => scheduler.stop()));
    expect(await statusOf(0)).to.equal('opened');
    expect(await statementsOnChain()).to.equal(1);
    const failed = await relay.db.select().from(chainTransactions).where(eq(chainTransactions.state, 'failed'));
    expect(failed).to.deep.equal([]);
  });

  it('leave the work to the relay that has it, unless they are told to wait', async () => {
    await relay.db.transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(7238002)`);
      expect(await runTick(relay, { ...TICK, wait: false })).to.equal(null);
    });
    expect(await runTick(relay, { ...TICK, wait: false })).to.have.property('pending', false);
  });

  it('wait for the deposit, say so, and post when it is there', async () => {
    const { asset } = world.commune.contracts;
    const operator = world.commune.actor(accountIndex.platform).account;
    const all = await asset.read.balanceOf([operator.address]);
    await settleOne();
    const nobody = '0x00000000000000000000000000000000000000ee';
    await asset.write.transfer([nobody, all], { account: operator });
    const waiting = await runTick(relay, TICK);
    expect(waiting?.failures).to.deep.equal({});
    expect(await statusOf(0)).to.equal('sent');
    const [problem] = await standingProblems(relay);
    expect(problem?.code).to.equal('deposit-missing');
    expect(problem?.detail).to.match(/^statement\/0: ERC20InsufficientBalance .*needed 9600000/);
    await asset.write.drip([operator.address, all], { account: operator });
    await runTick(relay, TICK);
    expect(await statusOf(0)).to.equal('posted');
    expect(await standingProblems(relay)).to.deep.equal([]);
  });

  it('say that a statement was missed when nobody ran them in its epoch', async () => {
    await settleOne();
    await toEpoch(world.commune, 2);
    await runTick(relay, TICK);
    expect(await standingProblems(relay)).to.deep.equal([
      { code: 'statement-missed', detail: 'epoch 0 with 1 orders' },
    ]);
    expect(await statementsOnChain()).to.equal(0);
  });

  it('go on where they were when the node was away for a while', async () => {
    const proxy = await startProxy(world.rpcUrl);
    const remote = { ...world, rpcUrl: proxy.url };
    relay = await openTestRelay(remote, { RELAY_JOB_INTERVAL: '50' });
    open.unshift(relay, proxy);
    await settleOne();
    proxy.isUp = false;
    const scheduler = startScheduler(relay);
    await new Promise((done) => setTimeout(done, 700));
    expect(await statementsOnChain()).to.equal(0);
    proxy.isUp = true;
    await until(async () => (await statusOf(0)) === 'posted', 'the statement');
    await scheduler.stop();
    expect(await statementsOnChain()).to.equal(1);
  });

  it('go on where they were when the database was away for a while', async () => {
    const url = await createDatabase();
    relay = await openTestRelay(world, { RELAY_DATABASE_URL: url, RELAY_JOB_INTERVAL: '50' });
    relay.pool.on('error', () => {});
    open.unshift(relay);
    await settleOne();
    const admin = new pg.Client({ connectionString: url.replace(/[^/]+$/, 'postgres') });
    await admin.connect();
    const name = url.slice(url.lastIndexOf('/') + 1);
    await admin.query(`alter database ${name} allow_connections false`);
    const cut = () => admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
    const scheduler = startScheduler(relay);
    for (let i = 0; i < 10; i++) {
      await cut();
      await new Promise((done) => setTimeout(done, 50));
    }
    await admin.query(`alter database ${name} allow_connections true`);
    await admin.end();
    await until(async () => (await statusOf(0)) === 'posted', 'the statement');
    await scheduler.stop();
    expect(await statementsOnChain()).to.equal(1);
  });
});

/** A way to the node that can be cut. */
async function startProxy(target: string) {
  const port = await freePort();
  const proxy = { url: `http://127.0.0.1:${port}`, isUp: true, close: () => close(server) };
  const server = createServer((request, response) => void forward(target, proxy.isUp, request, response));
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return proxy;
}

async function forward(target: string, isUp: boolean, request: IncomingMessage, response: ServerResponse) {
  if (!isUp) {
    request.socket.destroy();
    return;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const answer = await fetch(target, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
  response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => server.close(() => done()));
}
