import { dirname, join } from 'node:path';
import type { Localized } from '../../../protocol/documents/quality-model/types.ts';
import type { BuiltSubgraph } from '../../../subgraph/build.ts';
import type { Guardian } from '../guardian.ts';
import { freePort, HOST } from '../ports.ts';
import { SupervisedPart } from '../supervised-part.ts';
import { deployByAdmin } from './deploy-by-admin.ts';
import { writeIdleSubgraph } from './idle-subgraph.ts';
import { NETWORK, SUBGRAPH_NAME } from './network.ts';

export interface GndOptions {
  /** Of queries. */
  readonly port: number;
  readonly subgraph: BuiltSubgraph;
  readonly databaseUrl: string;
  readonly rpcUrl: string;
  /** Whoever answers IPFS calls: the relay. */
  readonly ipfsUrl: string;
  readonly dataFolder: string;
}

const READY_TIMEOUT_MS = 60_000;

const TUNING = {
  // Milliseconds: a visitor should see at once what he did.
  ETHEREUM_POLLING_INTERVAL: '200',
  // It remembers the head of the chain for a quarter of the time between blocks, up to 2 s; when nobody has sent anything for a while,
  // whoever is told of a new block then still sees the old one, and looks again only at the next.
  GRAPH_STORE_DISABLE_CHAIN_HEAD_PTR_CACHE: 'true',
  // Seconds: should the word of a new block ever be lost, it is looked for so soon.
  GRAPH_CHAIN_HEAD_WATCHER_TIMEOUT: '1',
  // A local chain never goes back.
  ETHEREUM_REORG_THRESHOLD: '1',
  // Seconds: while it catches up, what is indexed becomes visible after so long.
  GRAPH_STORE_WRITE_BATCH_DURATION: '0',
  // Seconds: after a crash of the database it goes on so soon, and not after minutes.
  GRAPH_SUBGRAPH_ERROR_RETRY_CEIL_SECS: '2',
  // Without it there are ten lines for every block.
  GRAPH_LOG: 'warn',
};

export interface Gnd {
  readonly part: SupervisedPart;
  /** GraphQL about the indexing itself; another port after a restart. */
  statusUrl(): string;
}

/** The real graph-node as a child process; not started yet. */
export function gndPart(
  program: string,
  { port, subgraph, databaseUrl, rpcUrl, ipfsUrl, dataFolder }: GndOptions,
  guardian: Guardian,
  say: (event: Localized) => void,
): Gnd {
  let adminPort = 0;
  let indexPort = 0;
  let isDeployed = false;
  const part = new SupervisedPart(
    {
      name: 'graph-node',
      title: { 'zh-Hans': '索引（graph-node）', en: 'The index (graph-node)' },
      child: async () => {
        adminPort = await freePort();
        indexPort = await freePort();
        isDeployed = false;
        const options = {
          manifests: writeIdleSubgraph(join(dataFolder, 'graph', 'idle')),
          'postgres-url': databaseUrl,
          'ethereum-rpc': `${NETWORK}:${rpcUrl}`,
          ipfs: ipfsUrl,
          'http-port': port,
          'index-node-port': indexPort,
          'admin-port': adminPort,
          'metrics-port': await freePort(),
        };
        return {
          command: program,
          args: ['dev', ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)])],
          cwd: subgraph.folder,
          env: { ...process.env, ...TUNING },
          logFile: join(dataFolder, 'logs', 'graph-node.log'),
          stopSignal: 'SIGINT',
        };
      },
      isReady: async () => {
        if (!isDeployed)
          await deployByAdmin(
            `http://${HOST}:${adminPort}`,
            join(dirname(subgraph.manifest), 'build', 'subgraph.yaml'),
          );
        isDeployed = true;
        return answers(`http://${HOST}:${port}/subgraphs/name/${SUBGRAPH_NAME}`);
      },
      readyTimeoutMs: READY_TIMEOUT_MS,
    },
    guardian,
    say,
  );
  return { part, statusUrl: () => `http://${HOST}:${indexPort}/graphql` };
}

/** Before the first block is indexed the store answers with an error. */
async function answers(url: string): Promise<boolean> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ _meta { block { number } } }' }),
  });
  const { data } = (await response.json()) as { data?: { _meta?: unknown } };
  return data?._meta != null;
}
