import type { Commune } from '../../local/deploy-local.ts';
import type { Endings } from '../endings.ts';
import type { Guardian } from '../guardian.ts';
import { HOST } from '../ports.ts';
import type { Databases } from '../start-databases.ts';
import type { SupervisedPart } from '../supervised-part.ts';
import type { StackOptions, StackPorts, Subgraph } from '../types.ts';
import { buildSubgraph, hasSubgraph } from './build-subgraph.ts';
import { gndPart, gndProgram, SUBGRAPH_NAME } from './gnd.ts';
import { subgraphHandle } from './subgraph-handle.ts';

interface GraphSurroundings {
  readonly ports: StackPorts;
  readonly commune: Commune;
  readonly databases: Databases;
  readonly guardian: Guardian;
  readonly endings: Endings;
}

/** Starts graph-node on a subgraph that is built for this deployment, and waits until it has caught up. */
export async function startGraph(
  { dataFolder, say, signal }: StackOptions,
  { ports, commune, databases, guardian, endings }: GraphSurroundings,
): Promise<{ part?: SupervisedPart; subgraph: Subgraph }> {
  const url = `http://${HOST}:${ports.graph}/subgraphs/name/${SUBGRAPH_NAME}`;
  const subgraph = subgraphHandle(url, commune);
  const program = gndProgram();
  if (program === undefined) {
    say({
      en: 'npm has no graph-node for this platform: lists and history stay empty. Give one by URL: npm start -- --graph-node URL',
      'zh-Hans': 'npm 上没有适用于本平台的 graph-node，列表与历史将为空。可用 npm start -- --graph-node URL 指定一个。',
    });
    return { subgraph };
  }
  if (!hasSubgraph()) return { subgraph };
  const subgraphFolder = await buildSubgraph(dataFolder, signal);
  say({ en: 'starting the index (graph-node) ...', 'zh-Hans': '正在启动索引（graph-node）……' });
  const { part } = gndPart(
    program,
    {
      port: ports.graph,
      subgraphFolder,
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
