import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { root } from '../../../scripts/checks/tool.ts';
import { accountIndex } from '../../../scripts/local/accounts.ts';
import { freePort } from '../../support/free-port.ts';
import { createDatabase } from '../../support/postgres.ts';
import { openRelayWorld, privateKey, type RelayWorld } from '../../support/relay-world.ts';

describe('the relay as a process', function () {
  this.timeout(60_000);
  let world: RelayWorld;
  let folder: string;

  before(async () => {
    world = await openRelayWorld(0);
    folder = mkdtempSync(join(tmpdir(), 'relay-process-'));
  });
  after(async () => {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function start(env: Record<string, string>) {
    const file = join(folder, 'deployment.json');
    writeFileSync(file, JSON.stringify({ ...world.deployment, startBlock: 0 }));
    const given = {
      PATH: process.env.PATH ?? '',
      RELAY_RPC_URL: world.rpcUrl,
      RELAY_OPERATOR_KEY: privateKey(accountIndex.platform),
      RELAY_SIGNER_KEY: privateKey(accountIndex.platformSigner),
      RELAY_DEPLOYMENT: file,
      RELAY_DATA_DIR: join(folder, 'data'),
      RELAY_LOCAL: 'true',
      ...env,
    };
    const child = spawn(process.execPath, ['relay/main.ts'], {
      cwd: root,
      env: given,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const run = { child, output: '' };
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        run.output += text;
      });
    }
    return run;
  }

  async function answering(child: ChildProcess, url: string): Promise<void> {
    while (child.exitCode === null) {
      const answer = await fetch(url).catch(() => null);
      if (answer?.ok) return;
      await new Promise((done) => setTimeout(done, 50));
    }
  }

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    it(`works from its environment alone and ends in order at ${signal}`, async () => {
      const port = await freePort();
      const databaseUrl = await createDatabase();
      const run = start({ RELAY_DATABASE_URL: databaseUrl, RELAY_PORT: String(port) });
      await answering(run.child, `http://127.0.0.1:${port}/ready`);
      await fetch(`http://127.0.0.1:${port}/catalogue?q=private`, {
        headers: { authorization: 'Bearer a-token-of-twenty-and-more' },
      });
      const ended = once(run.child, 'exit');
      run.child.kill(signal);
      const [code] = await ended;
      expect(code, run.output).to.equal(0);
      const lines = run.output
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, unknown>);
      expect(lines.at(-1)).to.include({ msg: 'stopped' });
      const answered = lines.find(({ route }) => route === '/catalogue');
      expect(answered).to.include({ method: 'GET', status: 200 }).and.to.have.property('reqId').that.is.a('string');
      expect(JSON.stringify(answered)).to.not.include('127.0.0.1');
      expect(run.output).to.not.include('private').and.to.not.include('a-token');
    });
  }

  it('says what is missing in its environment and does not start', async () => {
    const run = start({ RELAY_DATABASE_URL: 'mysql://somewhere' });
    const [code] = await once(run.child, 'exit');
    expect(code).to.equal(1);
    expect(run.output).to.include('RELAY_DATABASE_URL: must be a PostgreSQL URL');
    expect(run.output).to.not.include('    at ');
  });
});
