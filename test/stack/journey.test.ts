import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { type Address, createPublicClient, createTestClient, createWalletClient, http, type PublicClient } from 'viem';
import { mnemonicToAccount } from 'viem/accounts';
import { hardhat } from 'viem/chains';
import { TEST_MNEMONIC } from '../../scripts/local/keys.ts';
import { checkPort, freePort } from '../../scripts/stack/ports.ts';
import { gndProgram } from '../../subgraph/tools/graph-program.ts';
import type { AppConfig } from '../../web/app/config.ts';
import { needGraphNode } from '../support/graph-node.ts';
import { descendantsOf, leftAfter, Run } from './run.ts';

const ETHER = 10n ** 18n;
/** graph-node learns how long a chain is quiet between blocks, and must not trust in it. */
const QUIET_TIMES = 8;
const QUIET_MS = 2_500;
/** The next block by itself would come later than that. */
const AT_ONCE_MS = 5_000;

interface Ports {
  readonly page: number;
  readonly rpc: number;
  readonly relay: number;
  readonly graph: number;
}

/** One world that is started, hurt, stopped, continued, murdered and continued again. The tests build on each other. */
describe('npm start', function () {
  this.timeout(600_000);
  this.bail(true);
  let folder: string;
  let ports: Ports;
  let page: string;
  let client: PublicClient;
  let run: Run;
  let family: number[];
  let worldId: string;
  /** A block that every continuation must have. */
  let known: { number: bigint; hash: string };

  const start = (...more: string[]) =>
    new Run(
      ...['--port', String(ports.page), '--rpc-port', String(ports.rpc), '--relay-port', String(ports.relay)],
      ...['--graph-port', String(ports.graph), '--data', folder, ...more],
    );
  const deployment = () => JSON.parse(readFileSync(join(folder, 'deployment.json'), 'utf8'));

  async function indexed(): Promise<bigint> {
    const response = await fetch(`${page}/subgraph`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ _meta { block { number } hasIndexingErrors } }' }),
    });
    const { data } = (await response.json()) as {
      data?: { _meta: { block: { number: number }; hasIndexingErrors: boolean } };
    };
    expect(data?._meta.hasIndexingErrors).to.equal(false);
    return BigInt(data?._meta.block.number ?? -1);
  }

  async function reaches(block: bigint): Promise<void> {
    for (let tries = 0; tries < 300; tries++) {
      if ((await indexed().catch(() => -1n)) >= block) return;
      await new Promise((done) => setTimeout(done, 100));
    }
    throw new Error(`the index did not reach block ${block}`);
  }

  async function send(): Promise<void> {
    const wallet = createWalletClient({
      account: mnemonicToAccount(TEST_MNEMONIC, { addressIndex: 120 }),
      chain: hardhat,
      transport: http(`${page}/rpc`),
    });
    const to: Address = `0x${'1'.repeat(40)}`;
    const hash = await wallet.sendTransaction({ to, value: ETHER });
    const { blockNumber, blockHash } = await client.waitForTransactionReceipt({ hash, pollingInterval: 50 });
    known = { number: blockNumber, hash: blockHash };
  }

  async function isKnown(): Promise<void> {
    expect((await client.getBlock({ blockNumber: known.number })).hash).to.equal(known.hash);
    expect(deployment().worldId).to.equal(worldId);
  }

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'start-'));
    // PostgreSQL's user must be able to go there, or its files would stay elsewhere.
    chmodSync(folder, 0o755);
    ports = { page: await freePort(), rpc: await freePort(), relay: await freePort(), graph: await freePort() };
    page = `http://127.0.0.1:${ports.page}`;
    client = createPublicClient({ chain: hardhat, transport: http(`${page}/rpc`) });
  });

  after(async () => {
    await run?.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  it('serves page, chain, relay, index and control on one origin', async () => {
    run = start();
    await run.saying('Ready after');
    expect(run.output).to.include(page).and.to.include('请打开网页');
    const html = await fetch(page);
    expect(html.headers.get('cache-control')).to.equal('no-cache');
    const text = await html.text();
    expect(text).to.include('<div id="root"');
    const asset = /\/assets\/[^"]+\.js/.exec(text)?.[0];
    expect((await fetch(`${page}${asset}`)).headers.get('cache-control')).to.include('immutable');
    expect((await fetch(`${page}/some/page/of/the/app`)).status).to.equal(200);

    const config = (await (await fetch(`${page}/config.json`)).json()) as AppConfig;
    worldId = deployment().worldId;
    expect(config.contracts.settlement).to.equal(deployment().contracts.settlement);
    expect(config.local?.accounts).not.to.be.empty;
    expect(await client.getChainId()).to.equal(config.chain.id);
    expect((await fetch(`${page}/relay/ready`)).status).to.equal(200);
    const catalogue = (await (await fetch(`${page}/relay/catalogue`)).json()) as { total: number };
    expect(catalogue.total).to.be.at.least(12);
    const state = (await (await fetch(`${page}/local/state`)).json()) as { epoch: number };
    expect(state.epoch).to.equal(9);
    expect((await fetch(page, { headers: { accept: 'text/html' } })).status).to.equal(200);
  });

  it('has a history that ends now', async () => {
    const { timestamp } = await client.getBlock();
    expect(Math.abs(Number(timestamp) - Date.now() / 1000)).to.be.below(120);
  });

  it('indexes a new block at once, also after quiet times', async function () {
    needGraphNode(this);
    for (let times = 0; times < QUIET_TIMES; times++) {
      await send();
      const sentAt = performance.now();
      await reaches(known.number);
      expect(performance.now() - sentAt, 'milliseconds until the index has it').to.be.below(AT_ONCE_MS);
      await new Promise((done) => setTimeout(done, QUIET_MS));
    }
  });

  it('refuses a second start with one folder or one port', async () => {
    const samePort = new Run('--port', String(ports.page), '--data', join(folder, 'other'));
    expect(await samePort.ended()).to.equal(1);
    expect(samePort.output).to.match(new RegExp(`Port ${ports.page} is taken by the page of another npm start`));
    const sameFolder = new Run(
      ...['--port', String(await freePort()), '--rpc-port', String(await freePort())],
      ...['--relay-port', String(await freePort()), '--graph-port', String(await freePort()), '--data', folder],
    );
    expect(await sameFolder.ended()).to.equal(1);
    expect(sameFolder.output).to.include(`process ${run.child.pid}`).and.to.include(folder);
    expect((await fetch(`${page}/relay/ready`)).status).to.equal(200);
  });

  for (const [program, title, path] of [
    ['relay/main.ts', 'The relay is back', '/relay/ready'],
    ['gnd', 'The index (graph-node) is back', '/subgraph'],
    ['bin/postgres', 'PostgreSQL is back', '/relay/ready'],
  ] as const) {
    it(`starts ${program} again when it was killed`, async function () {
      if (program === 'gnd') needGraphNode(this);
      const mark = run.output.length;
      const pid = descendantsOf(run.child.pid ?? 0).find((one) => commandOf(one).includes(program));
      if (pid === undefined) throw new Error(`no process runs ${program}`);
      process.kill(pid, 'SIGKILL');
      await run.saying(title, mark);
      await answers(`${page}${path}`);
      await send();
      if (gndProgram() !== undefined) await reaches(known.number);
    });
  }

  it('leaves nothing running after Ctrl-C', async () => {
    family = descendantsOf(run.child.pid ?? 0);
    expect(family.length).to.be.at.least(3);
    run.child.kill('SIGINT');
    expect(await run.ended()).to.equal(0);
    expect(await leftAfter(family, 2_000)).to.deep.equal([]);
    expect(existsSync(join(folder, 'deployment.json'))).to.equal(false);
    for (const port of Object.values(ports)) await checkPort(port, '--port');
  });

  it('continues the same world at the next start', async () => {
    run = start('--verbose');
    await run.saying('Ready after');
    expect(run.output).to.include('goes on from block').and.to.include(deployment().contracts.settlement);
    await isKnown();
    if (gndProgram() !== undefined) await reaches(known.number);
    const { timestamp } = await client.getBlock();
    const tests = createTestClient({ mode: 'hardhat', transport: http(`${page}/rpc`) });
    await tests.increaseTime({ seconds: 7 * 24 * 3600 });
    await tests.mine({ blocks: 3 });
    expect(Number((await client.getBlock()).timestamp - timestamp)).to.be.at.least(604_800);
    await send();
  });

  it('makes the index again when it has seen blocks that the journal has lost', async function () {
    needGraphNode(this);
    const tests = createTestClient({ mode: 'hardhat', transport: http(`${page}/rpc`) });
    await tests.mine({ blocks: 3 });
    await reaches(known.number + 3n);
    run.child.kill('SIGTERM');
    expect(await run.ended()).to.equal(0);
    const journal = join(folder, 'chain', 'journal.jsonl');
    const lines = readFileSync(journal, 'utf8').split('\n');
    // The last line that is left is cut off in the middle, as a crash would.
    writeFileSync(journal, `${lines.slice(0, Number(known.number) + 1).join('\n')}\n{"number":`);
    run = start();
    await run.saying('Ready after');
    expect(run.output).to.include('it is made again');
    await isKnown();
    await reaches(known.number);
    await send();
    await reaches(known.number);
    expect((await fetch(`${page}/relay/ready`)).status).to.equal(200);
  });

  it('takes its children along when it is killed without a word', async () => {
    family = descendantsOf(run.child.pid ?? 0);
    run.child.kill('SIGKILL');
    await run.ended();
    expect(await leftAfter(family, 20_000)).to.deep.equal([]);
  });

  it('continues even then, and ends when the terminal is closed', async () => {
    run = start();
    await run.saying('Ready after');
    await isKnown();
    if (gndProgram() !== undefined) await reaches(known.number);
    expect((await fetch(`${page}/relay/ready`)).status).to.equal(200);
    family = descendantsOf(run.child.pid ?? 0);
    run.child.kill('SIGHUP');
    expect(await run.ended()).to.equal(0);
    expect(await leftAfter(family, 2_000)).to.deep.equal([]);
  });
});

async function answers(url: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const status = await fetch(url).then(
      (response) => response.status,
      () => 0,
    );
    if (status > 0 && status < 500) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`${url} does not answer`);
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}
