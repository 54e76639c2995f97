import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { root } from '../../scripts/checks/tool.ts';
import { freePort } from '../../scripts/stack/ports.ts';
import { descendantsOf, leftAfter, Run } from '../stack/run.ts';

/** The command line; what it starts is tested in test/stack. */
describe('options of npm start', function () {
  this.timeout(60_000);
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'start-'));
    // PostgreSQL's user must be able to go there, or its files would stay elsewhere.
    chmodSync(folder, 0o755);
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const freePorts = async () => [
    ...['--port', String(await freePort()), '--rpc-port', String(await freePort())],
    ...['--relay-port', String(await freePort()), '--graph-port', String(await freePort())],
  ];

  it('can be stopped before it is ready', async () => {
    const run = new Run(...(await freePorts()), '--data', folder);
    await run.saying('compiling');
    const family = descendantsOf(run.child.pid ?? 0);
    run.child.kill('SIGINT');
    expect(await run.ended()).to.equal(130);
    expect(await leftAfter(family, 2_000)).to.deep.equal([]);
  });

  it('ends with an npm that was killed', async () => {
    const script = join(root, 'scripts', 'start.ts');
    const args = [script, ...(await freePorts()), '--data', folder];
    const spawnIt = `require('node:child_process').spawn(process.execPath, ${JSON.stringify(args)}, { stdio: 'inherit' })`;
    const npm = spawn(process.execPath, ['-e', spawnIt], {
      env: { ...process.env, npm_lifecycle_event: 'start' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(npm.stdout, 'data');
    const family = descendantsOf(npm.pid ?? 0);
    expect(family).not.to.be.empty;
    npm.kill('SIGKILL');
    expect(await leftAfter(family, 20_000)).to.deep.equal([]);
  });

  it('says what to do when a port is taken', async () => {
    const server = createServer((socket) => socket.on('error', () => {}).resume()).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    try {
      const run = new Run(...(await freePorts()), '--rpc-port', String(port), '--data', folder);
      expect(await run.ended()).to.equal(1);
      expect(run.output).to.match(new RegExp(`Port ${port} is taken by another program.*npm start -- --rpc-port \\d+`));
      expect(run.output).to.include(`端口 ${port} 已被其他程序占用`);
      expect(run.output.trim().split('\n')).to.have.length(2);
    } finally {
      server.close();
    }
  });

  for (const [args, sentence] of [
    [['--prot', '1'], 'There is no option --prot'],
    [['--port'], 'The option --port needs a value'],
    [['--port', 'x'], 'The option --port needs a whole number from 1 to 65535, not "x".'],
    [['8546'], 'The argument "8546" belongs to no option'],
    [['--port', '4000', '--rpc-port', '4000'], '--port and --rpc-port are both 4000'],
  ] as const) {
    it(`answers "${args.join(' ')}" with one sentence in two languages`, async () => {
      const run = new Run(...args);
      expect(await run.ended()).to.equal(1);
      expect(run.output.trim().split('\n').length).to.be.at.most(2);
      expect(run.output)
        .to.include(sentence)
        .and.to.match(/[\u4e00-\u9fff]/);
    });
  }

  it('explains its options', async () => {
    const run = new Run('--help');
    expect(await run.ended()).to.equal(0);
    for (const option of ['--port', '--rpc-port', '--relay-port', '--graph-port', '--data', '--fresh', '--verbose']) {
      expect(run.output).to.include(option);
    }
  });
});
