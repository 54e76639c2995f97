import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Localized } from '../../protocol/documents/quality-model/types.ts';
import { gndPart, gndProgram } from '../../scripts/stack/graph/gnd.ts';
import { SUBGRAPH_NAME } from '../../scripts/stack/graph/network.ts';
import { Guardian } from '../../scripts/stack/guardian.ts';
import { freePort, HOST } from '../../scripts/stack/ports.ts';
import { ensureDatabase } from '../../scripts/stack/postgres/databases.ts';
import { startPostgres } from '../../scripts/stack/postgres/postgres.ts';
import type { Part } from '../../scripts/stack/types.ts';
import { buildSubgraph } from '../../subgraph/build.ts';
import type { SubgraphDeployment } from '../../subgraph/tools/deployment.ts';

/** A real graph-node on a PostgreSQL of its own, for tests. */
export interface GraphNode {
  /** GraphQL endpoint of the subgraph. */
  readonly url: string;
  readonly graphNode: Part;
  readonly postgres: Part;
  /** GraphQL about the indexing; another port after a restart. */
  statusUrl(): string;
  stop(): Promise<void>;
}

/** Why there is no graph-node on this machine; undefined: there is one. */
export function graphNodeMissing(): string | undefined {
  return gndProgram() === undefined
    ? `npm has no graph-node (gnd) for ${process.platform}-${process.arch}: these tests run on linux-x64`
    : undefined;
}

/**
 * Builds the subgraph for a deployment and indexes it.
 *
 * @param documents blocks by CID, as an IPFS node would serve them
 */
export async function startGraphNode(
  deployment: SubgraphDeployment,
  rpcUrl: string,
  documents: ReadonlyMap<string, Uint8Array>,
): Promise<GraphNode> {
  const program = gndProgram();
  if (program === undefined) throw new Error(graphNodeMissing());
  const dataFolder = mkdtempSync(join(tmpdir(), 'commune-graph-'));
  const log = (event: Localized) => console.log(`      ${event.en}`);
  const guardian = new Guardian();
  const ipfs = await serveDocuments(documents);
  const subgraph = await buildSubgraph(deployment, join(dataFolder, 'subgraph'));
  const postgres = await startPostgres(dataFolder, guardian, log);
  if (postgres === undefined) throw new Error('npm has no PostgreSQL for this platform');
  await ensureDatabase(postgres.url('postgres'), 'graph', true);
  const port = await freePort();
  const { part, statusUrl } = gndPart(
    program,
    { port, subgraph, databaseUrl: postgres.url('graph'), rpcUrl, ipfsUrl: ipfs.url, dataFolder },
    guardian,
    log,
  );
  await part.start();
  return {
    url: `http://${HOST}:${port}/subgraphs/name/${SUBGRAPH_NAME}`,
    graphNode: part,
    postgres: postgres.part,
    statusUrl,
    async stop() {
      await part.stop();
      await postgres.part.stop();
      await guardian.close();
      await ipfs.close();
      if (process.env.KEEP_LOGS) console.log(`      ${dataFolder}`);
      else rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** The two calls of an IPFS node that graph-node makes. */
async function serveDocuments(documents: ReadonlyMap<string, Uint8Array>) {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://ipfs');
    if (pathname === '/api/v0/version') response.end('{"Version":"0"}');
    else {
      const block = documents.get(searchParams.get('arg') ?? '');
      if (block === undefined) response.writeHead(404);
      response.end(block);
    }
  });
  await new Promise<void>((done) => server.listen(0, HOST, done));
  return {
    url: `http://${HOST}:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((done) => server.close(done)),
  };
}
