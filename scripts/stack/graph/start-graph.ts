import { join } from 'node:path';
import type { Localized } from '../../../protocol/documents/quality-model/types.ts';
import { type BuiltSubgraph, buildSubgraph } from '../../../subgraph/build.ts';
import { compileSubgraph } from '../../../subgraph/tools/compile.ts';
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
import { gndPart, gndProgram } from './gnd.ts';
import { NETWORK, SUBGRAPH_NAME } from './network.ts';
import { subgraphHandle } from './subgraph-handle.ts';

/** Whoever waits no longer than this needs no explanation. */
const PROMPT_MS = 1_000;

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
  { dataFolder, say, signal }: StackOptions,
  { ports, facts, commune, databases, guardian, endings, isWanted }: GraphSurroundings,
): Promise<{ part?: SupervisedPart; subgraph: Subgraph }> {
  const url = `http://${HOST}:${ports.graph}/subgraphs/name/${SUBGRAPH_NAME}`;
  const subgraph = subgraphHandle(url, commune);
  if (!isWanted) return { subgraph };
  const program = gndProgram();
  if (program === undefined) {
    say({
      en: 'npm has no graph-node for this platform: lists and history stay empty. Give one by URL: npm start -- --graph-node URL',
      'zh-Hans': 'npm 上没有适用于本平台的 graph-node，列表与历史将为空。可用 npm start -- --graph-node URL 指定一个。',
    });
    return { subgraph };
  }
  const built = await builtSubgraph(join(dataFolder, 'graph'), facts, signal);
  say({ en: 'starting the index (graph-node) ...', 'zh-Hans': '正在启动索引（graph-node）……' });
  const { part } = gndPart(
    program,
    {
      port: ports.graph,
      subgraph: built,
      databaseUrl: databases.graphUrl,
      rpcUrl: `http://${HOST}:${ports.rpc}`,
      ipfsUrl: `http://${HOST}:${ports.relay}`,
      dataFolder,
    },
    guardian,
    say,
  );
  endings.add(() => part.stop());
  await part.start();
  await subgraph.reach(await commune.publicClient.getBlockNumber({ cacheTime: 0 }));
  return { part, subgraph };
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
  const { models, commodities, platforms, recommenders, settlement, power, evaluations } = contracts;
  const addresses = { models, commodities, platforms, recommenders, settlement, power, evaluations };
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
