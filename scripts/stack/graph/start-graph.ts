import { join } from 'node:path';
import type { Localized } from '../../../protocol/documents/quality-model/types.ts';
import { type BuiltSubgraph, buildSubgraph } from '../../../subgraph/build.ts';
import { compileSubgraph } from '../../../subgraph/tools/compile.ts';
import { gndProgram } from '../../../subgraph/tools/graph-program.ts';
import { SubgraphError } from '../../../subgraph/tools/subgraph-error.ts';
import type { Commune } from '../../local/deploy-local.ts';
import { PlainError } from '../../local/plain-error.ts';
import type { WorldFacts } from '../chain/world-file.ts';
import type { Endings } from '../endings.ts';
import type { Guardian } from '../guardian.ts';
import { HOST } from '../ports.ts';
import type { Databases } from '../start-databases.ts';
import type { SupervisedPart } from '../supervised-part.ts';
import type { StackOptions, StackPorts, Subgraph } from '../types.ts';
import { deployToForeign } from './foreign-graph-node.ts';
import { gndPart } from './gnd.ts';
import { keepIndexing } from './keep-indexing.ts';
import { NETWORK, SUBGRAPH_NAME } from './network.ts';
import { missingSubgraph, readMeta, subgraphHandle } from './subgraph-handle.ts';

/** Whoever waits no longer than this needs no explanation. */
const PROMPT_MS = 1_000;
/** A graph-node with a slow polling interval of its own may take so long. */
const FOREIGN_PATIENCE_MS = 180_000;

interface GraphSurroundings {
  readonly ports: StackPorts;
  readonly facts: WorldFacts;
  readonly commune: Commune;
  readonly databases: Databases;
  readonly guardian: Guardian;
  readonly endings: Endings;
  readonly isWanted: boolean;
}

/** Starts graph-node on a subgraph that is built for this deployment, and waits until it has caught up. */
export async function startGraph(
  { dataFolder, graphNode, say, signal }: StackOptions,
  { ports, facts, commune, databases, guardian, endings, isWanted }: GraphSurroundings,
): Promise<{ part?: SupervisedPart; subgraph: Subgraph }> {
  const base = graphNode?.query ?? `http://${HOST}:${ports.graph}`;
  const url = `${base}/subgraphs/name/${SUBGRAPH_NAME}`;
  const subgraph = subgraphHandle(url, commune);
  if (!isWanted) return { subgraph: missingSubgraph(url, commune) };
  if (graphNode !== undefined) {
    const built = await builtSubgraph(join(dataFolder, 'graph'), facts, signal);
    say({
      en: `handing the index to the graph-node at ${graphNode.admin} ...`,
      'zh-Hans': `正在将索引部署到 ${graphNode.admin} 的 graph-node……`,
    });
    await deployToForeign(graphNode, built, `http://${HOST}:${ports.relay}`, endings, signal);
    await subgraph.reach(await commune.publicClient.getBlockNumber({ cacheTime: 0 }), FOREIGN_PATIENCE_MS);
    return { subgraph };
  }
  const program = gndProgram();
  if (program === undefined) {
    say({
      en: 'npm has no graph-node for this platform: lists and history stay empty. Give one by URL: npm start -- --graph-node URL',
      'zh-Hans': 'npm 上没有适用于本平台的 graph-node，列表与历史将为空。可用 npm start -- --graph-node URL 指定一个。',
    });
    return { subgraph: missingSubgraph(url, commune) };
  }
  const built = await builtSubgraph(join(dataFolder, 'graph'), facts, signal);
  say({ en: 'starting the index (graph-node) ...', 'zh-Hans': '正在启动索引（graph-node）……' });
  const rpcUrl = `http://${HOST}:${ports.rpc}`;
  const gnd = gndPart(
    program,
    {
      port: ports.graph,
      subgraph: built,
      databaseUrl: databases.graphUrl(),
      rpcUrl,
      ipfsUrl: `http://${HOST}:${ports.relay}`,
      dataFolder,
    },
    guardian,
    say,
  );
  const { part } = gnd;
  endings.add(() => part.stop());
  await part.start();
  if (!(await isOfThisChain(url, commune))) {
    say({
      en: 'the index knows blocks that the chain has not; it is made again ...',
      'zh-Hans': '索引中有链上不存在的区块，正在重建索引……',
    });
    await part.stop();
    await databases.emptyGraph();
    await part.start();
  }
  endings.add(keepIndexing(gnd, rpcUrl, say));
  await subgraph.reach(await commune.publicClient.getBlockNumber({ cacheTime: 0 }));
  return { part, subgraph };
}

/** After a crash the index may be a block ahead of the journal, and graph-node does not look back. */
async function isOfThisChain(url: string, { publicClient }: Commune): Promise<boolean> {
  const meta = await readMeta(url);
  if (meta === undefined) return true;
  const block = await publicClient.getBlock({ blockNumber: BigInt(meta.block.number) }).catch(() => undefined);
  return block?.hash === meta.block.hash;
}

/** Compiles the mappings ahead, so that building for the deployment takes no time. */
export async function compileMappings(say: (event: Localized) => void, signal?: AbortSignal): Promise<void> {
  const tell = setTimeout(
    () => say({ en: 'compiling the index, half a minute ...', 'zh-Hans': '正在编译索引，约需半分钟……' }),
    PROMPT_MS,
  );
  try {
    await plainly(compileSubgraph(signal));
  } finally {
    clearTimeout(tell);
  }
}

function builtSubgraph(
  folder: string,
  { startBlock, contracts }: WorldFacts,
  signal?: AbortSignal,
): Promise<BuiltSubgraph> {
  const { asset: _asset, access: _access, token: _token, ...addresses } = contracts;
  return plainly(buildSubgraph({ network: NETWORK, startBlock, addresses }, folder, signal));
}

async function plainly<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof SubgraphError) throw new PlainError(error.message, { cause: error });
    throw error;
  }
}
