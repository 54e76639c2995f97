import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../../scripts/checks/tool.ts';
import { openControl } from '../../scripts/control/open-control.ts';
import { profiles } from '../../scripts/deploy/profiles.ts';
import { accountIndex } from '../../scripts/local/accounts.ts';
import { type Commune, deployLocal } from '../../scripts/local/deploy-local.ts';
import { renounceBystander } from '../../scripts/local/govern.ts';
import { localPrivateKey } from '../../scripts/local/keys.ts';
import { toTime } from '../../scripts/local/time.ts';
import { presentEpoch } from '../../scripts/seed/catalogue/lots.ts';
import { historyOf } from '../../scripts/seed/history.ts';
import { seed } from '../../scripts/seed/seed.ts';
import type { World } from '../../scripts/seed/world.ts';
import { openChain } from '../../scripts/stack/chain/open-chain.ts';
import type { Control, Subgraph } from '../../scripts/stack/types.ts';
import { createDatabase } from '../support/postgres.ts';

const DAY = 24 * 60 * 60;
const READY_MS = 30_000;

/** Chain, relay and control with a seeded history: everything but the index and the page. */
export interface LocalWorld {
  readonly commune: Commune;
  readonly world: World;
  readonly relayUrl: string;
  /** Where requests below /local go. */
  readonly controlUrl: string;
  /** What the control has told the user. */
  readonly said: readonly string[];
  stop(): Promise<void>;
}

/** Starts a world whose present is a day old. */
export async function startLocalWorld(): Promise<LocalWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'local-world-'));
  const endings: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })];
  const stop = async () => {
    for (const end of endings.toReversed()) await end();
  };
  try {
    const [rpcPort, relayPort] = [await freePort(), await freePort()];
    const age = presentEpoch * profiles.local.epochLength + DAY;
    const chain = await openChain(rpcPort, Math.floor(Date.now() / 1000) - age, async () => {});
    endings.push(() => chain.close());
    const commune = await deployLocal(chain.connection);
    const world = await seed(commune);
    await renounceBystander(commune);
    await toTime(commune, commune.clock.genesis + age);
    const relay = await startRelay(folder, { rpcUrl: chain.rpcUrl, relayPort, world });
    endings.push(relay.stop);
    const said: string[] = [];
    const control = await openControl({
      commune,
      chain,
      relay: { url: relay.url, key: relay.key },
      origin: 'http://127.0.0.1:3000',
      subgraph: noSubgraph,
      dataFolder: folder,
      say: ({ en }) => said.push(en),
    });
    endings.push(() => control.close());
    const server = await serve(control);
    endings.push(() => server.close());
    const controlUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return { commune, world, relayUrl: relay.url, controlUrl, said, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const noSubgraph: Subgraph = {
  url: '',
  status: async () => ({ block: 0, head: 0, healthy: true }),
  reach: async () => {},
};

async function startRelay(folder: string, options: { rpcUrl: string; relayPort: number; world: World }) {
  const { rpcUrl, relayPort, world } = options;
  const { commune } = world;
  const documents = join(folder, 'documents');
  mkdirSync(documents);
  const key = 'key of a relay in tests';
  const deploymentFile = join(folder, 'deployment.json');
  const contracts = Object.fromEntries(Object.entries(commune.contracts).map(([name, { address }]) => [name, address]));
  const { chainId, clock, platformId } = commune;
  writeFileSync(deploymentFile, JSON.stringify({ chainId, ...clock, platformId, startBlock: 0, contracts }));
  const env = {
    ...process.env,
    RELAY_DATABASE_URL: await createDatabase(),
    RELAY_RPC_URL: rpcUrl,
    RELAY_PORT: String(relayPort),
    RELAY_OPERATOR_KEY: localPrivateKey(accountIndex.platform),
    RELAY_SIGNER_KEY: localPrivateKey(accountIndex.platformSigner),
    RELAY_KEEPER_KEY: localPrivateKey(accountIndex.keeper),
    RELAY_DEPLOYMENT: deploymentFile,
    RELAY_DATA_DIR: documents,
    RELAY_KEY: key,
    RELAY_LOCAL: 'true',
    RELAY_LOG_LEVEL: 'warn',
  };
  const { importHistory } = await import('../../relay/import/history.ts');
  await importHistory(env, await historyOf(world));
  const logFile = join(folder, 'relay.log');
  const log = openSync(logFile, 'w');
  const child = spawn(process.execPath, ['relay/main.ts'], { cwd: root, env, stdio: ['ignore', log, log] });
  const url = `http://127.0.0.1:${relayPort}`;
  await ready(child, url, logFile);
  return { url, key, stop: () => end(child) };
}

async function ready(child: ChildProcess, url: string, logFile: string): Promise<void> {
  const deadline = Date.now() + READY_MS;
  while (Date.now() < deadline && child.exitCode === null) {
    const answer = await fetch(`${url}/ready`).catch(() => null);
    if (answer?.ok) return;
    await sleep(50);
  }
  child.kill('SIGKILL');
  throw new Error(`the relay is not ready:\n${readFileSync(logFile, 'utf8')}`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

async function serve(control: Control): Promise<Server> {
  const server = createServer((request, response) => void control.handle(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
