import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { createPublicClient, http, parseAbi } from 'viem';
import { root } from '../../scripts/checks/tool.ts';

const SCRIPT = join(root, 'scripts', 'start.ts');

/** A run of the script with what it has written so far. */
class Run {
  output = '';
  readonly child: ChildProcess;
  readonly #ended: Promise<number | null>;

  constructor(...args: string[]) {
    this.child = spawn(process.execPath, [SCRIPT, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.output += text;
      });
    }
    this.#ended = once(this.child, 'close').then(([code]) => code);
  }

  async saying(text: string): Promise<void> {
    while (!this.output.includes(text)) {
      if (this.child.exitCode !== null) throw new Error(`ended without saying "${text}":\n${this.output}`);
      await new Promise((done) => setTimeout(done, 50));
    }
  }

  /** Exit code. */
  ended(): Promise<number | null> {
    return this.#ended;
  }
}

async function listen(port = 0): Promise<Server> {
  const server = createServer((socket) => socket.on('error', () => {}).resume()).listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

async function close(server: Server): Promise<void> {
  server.close();
  await once(server, 'close');
}

const portOf = (server: Server) => (server.address() as AddressInfo).port;

async function freePort(): Promise<number> {
  const server = await listen();
  const port = portOf(server);
  await close(server);
  return port;
}

describe('npm start', function () {
  this.timeout(180_000);
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'start-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('serves the seeded chain until Ctrl-C, then leaves nothing running', async () => {
    const port = await freePort();
    const run = new Run('--port', String(port), '--data', folder, '--fresh');
    try {
      await run.saying('Ready after');
      const deployment = JSON.parse(readFileSync(join(folder, 'deployment.json'), 'utf8'));
      expect(deployment.rpcUrl).to.equal(`http://127.0.0.1:${port}`);
      const client = createPublicClient({ transport: http(deployment.rpcUrl) });
      expect(await client.getChainId()).to.equal(deployment.chainId);
      const abi = parseAbi([
        'function lotCount() view returns (uint32)',
        'function currentEpoch() view returns (uint32)',
      ]);
      const commodities = { abi, address: deployment.contracts.commodities };
      expect(await client.readContract({ ...commodities, functionName: 'lotCount' })).to.be.at.least(12);
      expect(await client.readContract({ ...commodities, functionName: 'currentEpoch' })).to.equal(9);
      const { timestamp } = await client.getBlock();
      expect(Math.abs(Number(timestamp) - Date.now() / 1000)).to.be.below(30);
      expect(readdirSync(join(folder, 'documents'))).not.to.be.empty;
      expect(run.output).to.include('public').and.to.include('私钥').and.to.include(deployment.contracts.settlement);
    } finally {
      run.child.kill('SIGINT');
    }
    expect(await run.ended()).to.equal(0);
    expect(existsSync(join(folder, 'deployment.json'))).to.equal(false);
    await close(await listen(port));
  });

  it('can be stopped before it is ready', async () => {
    const run = new Run('--port', String(await freePort()), '--data', folder);
    await run.saying('compiling');
    run.child.kill('SIGINT');
    expect(await run.ended()).to.equal(130);
  });

  it('says in one sentence that the port is taken', async () => {
    const server = await listen();
    const port = portOf(server);
    try {
      const run = new Run('--port', String(port), '--data', folder);
      expect(await run.ended()).to.equal(1);
      expect(run.output.trim().split('\n')).to.have.length(1);
      expect(run.output).to.match(new RegExp(`Port ${port} is taken by another program.*npm start -- --port \\d+`));
    } finally {
      await close(server);
    }
  });

  for (const [args, sentence] of [
    [['--prot', '1'], 'There is no option --prot'],
    [['--port'], 'The option --port needs a value'],
    [['--port', 'x'], 'The option --port needs a whole number from 1 to 65535, not "x".'],
    [['8546'], 'The argument "8546" belongs to no option'],
  ] as const) {
    it(`answers "${args.join(' ')}" with one sentence`, async () => {
      const run = new Run(...args);
      expect(await run.ended()).to.equal(1);
      expect(run.output.trim().split('\n')).to.have.length(1);
      expect(run.output).to.include(sentence);
    });
  }

  it('explains its options', async () => {
    const run = new Run('--help');
    expect(await run.ended()).to.equal(0);
    for (const option of ['--port', '--data', '--fresh', '--help']) expect(run.output).to.include(option);
    expect(run.output).to.include('no state is kept');
  });
});
