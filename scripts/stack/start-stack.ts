import { randomBytes } from 'node:crypto';
import type { Localized } from '../../protocol/documents/quality-model/types.ts';
import { gndProgram } from '../../subgraph/tools/graph-program.ts';
import { compile } from '../local/compile.ts';
import { WorldFile } from './chain/world-file.ts';
import { forgetWorld, renewOverview } from './data-files.ts';
import { withdrawDeployment, writeDeployment } from './deployment-file.ts';
import { Endings } from './endings.ts';
import { compileMappings, startGraph } from './graph/start-graph.ts';
import { Guardian } from './guardian.ts';
import { lockFolder } from './lock.ts';
import { choosePorts, HOST } from './ports.ts';
import { type RelayOptions, relayPart } from './relay-process.ts';
import { type Databases, startDatabases } from './start-databases.ts';
import type { Stack, StackOptions } from './types.ts';
import { appConfig } from './web/app-config.ts';
import { buildPage } from './web/page-build.ts';

/** Now and then a block keeps the chain's clock going when nobody sends anything. */
const BLOCK_INTERVAL_MS = 12_000;

type InterruptibleOptions = StackOptions & { readonly signal: AbortSignal };

/**
 * Starts the whole product; what was started ends again when something cannot be started.
 *
 * @throws {PlainError} with what the user can do about it
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const endings = new Endings();
  const failure = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, failure.signal]) : failure.signal;
  try {
    return await start({ ...options, signal }, endings);
  } catch (error) {
    failure.abort();
    await endings.run().catch(() => {});
    throw error;
  }
}

async function start(options: InterruptibleOptions, endings: Endings): Promise<Stack> {
  const { dataFolder, say, signal } = options;
  const ports = await choosePorts(options.ports);
  endings.add(lockFolder(dataFolder));
  const guardian = new Guardian();
  endings.add(() => guardian.close());
  if (options.fresh) forgetWorld(dataFolder);

  say({ en: 'compiling the contracts, starting the database ...', 'zh-Hans': '正在编译合约、启动数据库……' });
  const [databases] = await allDone([startDatabases(options, guardian, endings), compiled(options)]);
  signal.throwIfAborted();
  const has = (part: NonNullable<StackOptions['without']>[number]) => options.without?.includes(part) !== true;
  const background = startBackground(has, options);
  endings.add(() => background.then(ignore, ignore));
  const relayOptions = { ports, databaseUrl: databases.relayUrl, key: randomBytes(24).toString('hex'), dataFolder };
  const world = await openedWorld(options, relayOptions, databases, endings);
  const { chain, commune, facts } = world;

  const relay = relayPart(relayOptions, guardian, say);
  if (has('relay')) {
    say({ en: 'starting the relay ...', 'zh-Hans': '正在启动订单中继……' });
    endings.add(() => relay.stop());
    await relay.start();
  }
  await background;
  signal.throwIfAborted();
  const graph = await startGraph(options, {
    ports,
    facts,
    commune,
    databases,
    guardian,
    endings,
    isWanted: has('graph'),
  });
  signal.throwIfAborted();

  // It would get over the loss of its database by itself, but only minutes later.
  databases.part?.onRevival(() => void graph.part?.restart().catch(ignore));

  const urls = {
    page: `http://${HOST}:${ports.page}`,
    rpc: chain.rpcUrl,
    relay: `http://${HOST}:${ports.relay}`,
    subgraph: graph.subgraph.url,
  };
  const control = await options.openControl?.({
    commune,
    chain,
    relay: { url: urls.relay, key: relayOptions.key },
    origin: urls.page,
    subgraph: graph.subgraph,
    dataFolder,
    say,
  });
  endings.add(async () => control?.close());
  // Vite is slow to load.
  const { openWebServer } = await import('./web/web-server.ts');
  const config = appConfig(facts, { id: commune.chainId, rpcUrl: `${urls.page}/rpc` });
  const web = await openWebServer({ port: ports.page, config, targets: urls, control });
  endings.add(() => web.close());
  return {
    urls,
    relayKey: relayOptions.key,
    commune,
    chain,
    parts: {
      ...(databases.part && { postgres: databases.part }),
      ...(has('relay') && { relay }),
      ...(graph.part && { graphNode: graph.part }),
    },
    subgraph: graph.subgraph,
    isContinued: world.isContinued,
    stop: () => endings.run(),
  };
}

/** What takes long and needs only the compiled contracts. Its failure is heard when it is waited for. */
function startBackground(
  has: (part: 'graph' | 'page') => boolean,
  { graphNode, say, signal }: InterruptibleOptions,
): Promise<unknown> {
  const all = allDone([
    has('page') && buildPage(say, signal),
    has('graph') && (graphNode ?? gndProgram()) !== undefined && compileMappings(say, signal),
  ]);
  all.catch(ignore);
  return all;
}

function ignore(): void {}

/** Like `Promise.all`, but nothing goes on any more when it rejects. */
async function allDone<T extends readonly unknown[]>(
  work: [...T],
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  await Promise.allSettled(work);
  return Promise.all(work);
}

async function compiled({ say, signal }: InterruptibleOptions): Promise<void> {
  const tell = () =>
    say({ en: 'still compiling; the first time takes a minute or two ...', 'zh-Hans': '仍在编译，首次需要一两分钟……' });
  await compile(tell, signal);
}

/** The chain, with the files and databases of its world made ready. */
async function openedWorld(options: InterruptibleOptions, relay: RelayOptions, databases: Databases, endings: Endings) {
  const { dataFolder, hasTraces, say, signal } = options;
  // Only now: Hardhat and the contracts' types are of no use before, and slow to load.
  const { openWorld } = await import('./chain/open-world.ts');
  say({ en: 'opening the chain ...', 'zh-Hans': '正在打开本地链……' });
  const isFresh = options.fresh || !databases.isKept;
  const world = await openWorld({ port: relay.ports.rpc, dataFolder, isFresh, hasTraces, say, signal });
  const { chain, facts, commune } = world;
  endings.add(() => chain.close());
  writeDeployment(dataFolder, facts, commune.chainId, chain.rpcUrl);
  endings.add(() => withdrawDeployment(dataFolder, chain.rpcUrl));
  await databases.prepare(!world.isContinued);
  if (world.isContinued) renewOverview(dataFolder, chain.rpcUrl);
  else {
    const { publishWorld } = await import('./publish-world.ts');
    await publishWorld(world, relay);
    new WorldFile(dataFolder).write(facts);
  }
  say(continuation(world.isContinued, await commune.publicClient.getBlockNumber()));
  const heartbeat = setInterval(() => {
    // A chain that is being closed answers no more.
    commune.connection.provider.request({ method: 'evm_mine' }).catch(() => {});
  }, BLOCK_INTERVAL_MS);
  endings.add(() => clearInterval(heartbeat));
  return world;
}

function continuation(isContinued: boolean, height: bigint): Localized {
  return isContinued
    ? { en: `the chain goes on from block ${height}`, 'zh-Hans': `本地链从第 ${height} 区块继续` }
    : {
        en: `contracts deployed and history seeded: ${height} blocks`,
        'zh-Hans': `合约已部署，历史已生成，共 ${height} 个区块`,
      };
}
