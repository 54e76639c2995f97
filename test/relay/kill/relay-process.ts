import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accountIndex } from '../../../scripts/local/accounts.ts';
import { freePort } from '../../support/free-port.ts';
import { createDatabase } from '../../support/postgres.ts';
import { privateKey, type RelayWorld } from '../../support/relay-world.ts';

const MAIN = new URL('../../../relay/main.ts', import.meta.url).pathname;
const START_MS = 60_000;
export const RELAY_KEY = 'key-of-the-kill-tests';

/** A relay as a process that is started again whenever it dies, as a service manager does. */
export class RelayProcess {
  readonly databaseUrl: string;
  readonly url: string;
  /** Times it died without having been told to stop. */
  deaths = 0;
  readonly #dataDir: string;
  readonly #env: Record<string, string>;
  #child: ChildProcess | null = null;
  /** Where it dies next. */
  #failpoints: string[] = [];
  #output = '';
  #stopping = false;

  constructor(world: RelayWorld, databaseUrl: string, port: number) {
    this.databaseUrl = databaseUrl;
    this.url = `http://127.0.0.1:${port}`;
    this.#dataDir = mkdtempSync(join(tmpdir(), 'relay-kill-'));
    const deployment = join(this.#dataDir, 'deployment.json');
    writeFileSync(
      deployment,
      JSON.stringify(world.deployment, (_, value) => (typeof value === 'bigint' ? `${value}` : value)),
    );
    this.#env = {
      PATH: process.env.PATH ?? '',
      RELAY_DATABASE_URL: databaseUrl,
      RELAY_RPC_URL: world.rpcUrl,
      RELAY_PORT: String(port),
      RELAY_OPERATOR_KEY: privateKey(accountIndex.platform),
      RELAY_SIGNER_KEY: privateKey(accountIndex.platformSigner),
      RELAY_KEEPER_KEY: privateKey(accountIndex.keeper),
      RELAY_DEPLOYMENT: deployment,
      RELAY_DATA_DIR: this.#dataDir,
      RELAY_KEY,
      RELAY_LOCAL: 'true',
      RELAY_JOB_INTERVAL: '200',
      RELAY_STUCK_AFTER: '1',
      RELAY_LOG_LEVEL: 'warn',
    };
  }

  static async create(world: RelayWorld): Promise<RelayProcess> {
    return new RelayProcess(world, await createDatabase(), await freePort());
  }

  /** Starts it; it dies at the first failpoint, comes back with the second, and so on. */
  async start(failpoints: readonly string[] = []): Promise<void> {
    this.#stopping = false;
    this.#failpoints = [...failpoints];
    this.#spawn();
    await this.ready();
  }

  kill(): void {
    this.#child?.kill('SIGKILL');
  }

  /** Waits until it answers. */
  async ready(): Promise<void> {
    const until = Date.now() + START_MS;
    while (Date.now() < until) {
      const answer = await fetch(`${this.url}/ready`).catch(() => null);
      if (answer?.status === 200) return;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error(`the relay does not answer:\n${this.#output.slice(-4_000)}`);
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    const child = this.#child;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((done) => child.once('exit', done));
    child.kill('SIGTERM');
    await ended;
  }

  async close(): Promise<void> {
    await this.stop();
    rmSync(this.#dataDir, { recursive: true, force: true });
  }

  #spawn(): void {
    const [failpoint = ''] = this.#failpoints;
    const env = { ...this.#env, RELAY_FAILPOINT: failpoint };
    const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        this.#output = (this.#output + text).slice(-20_000);
      });
    }
    child.once('exit', (_, signal) => {
      if (this.#stopping || signal !== 'SIGKILL') return;
      this.deaths += 1;
      this.#failpoints.shift();
      this.#spawn();
    });
  }
}
