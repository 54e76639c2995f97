import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context } from 'mocha';
import type { Localized } from '../../protocol/documents/quality-model/types.ts';
import { gndPart } from '../../scripts/stack/graph/gnd.ts';
import { keepIndexing } from '../../scripts/stack/graph/keep-indexing.ts';
import { SUBGRAPH_NAME } from '../../scripts/stack/graph/network.ts';
import { Guardian } from '../../scripts/stack/guardian.ts';
import { freePort, HOST } from '../../scripts/stack/ports.ts';
import { ensureDatabase } from '../../scripts/stack/postgres/databases.ts';
import { startPostgres } from '../../scripts/stack/postgres/postgres.ts';
import type { Part } from '../../scripts/stack/types.ts';
import { buildSubgraph } from '../../subgraph/build.ts';
import type { SubgraphDeployment } from '../../subgraph/tools/deployment.ts';
import { gndProgram } from '../../subgraph/tools/graph-program.ts';

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

/** Skips a suite, with a word on why, where npm has no graph-node; on linux-x64 there is one. Call it first in `before`. */
export function needGraphNode(suite: Context): void {
  const platform = `${process.platform}-${process.arch}`;
  if (gndProgram() !== undefined) return;
  if (platform === 'linux-x64') throw new Error('graph-node (gnd) is missing: npm ci installs it on linux-x64');
  console.log(`      skipped: npm has no graph-node (gnd) for ${platform}; these tests run on linux-x64`);
  // biome-ignore lint/suspicious/noSkippedTests: nothing here to run it on
  suite.skip();
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
  if (program === undefined) throw new Error('there is no graph-node');
  const dataFolder = mkdtempSync(join(tmpdir(), 'commune-graph-'));
  // PostgreSQL's user must be able to go there.
  chmodSync(dataFolder, 0o755);
  const log = (event: Localized) => console.log(`      ${event.en}`);
  const guardian = new Guardian();
  const ipfs = await serveDocuments(documents);
  const subgraph = await buildSubgraph(deployment, join(dataFolder, 'subgraph'));
  const postgres = await startPostgres(dataFolder, guardian, log);
  if (postgres === undefined) throw new Error('npm has no PostgreSQL for this platform');
  await ensureDatabase(postgres.url('postgres'), 'graph', true);
  const port = await freePort();
  const gnd = gndPart(
    program,
    { port, subgraph, databaseUrl: postgres.url('graph'), rpcUrl, ipfsUrl: ipfs.url, dataFolder },
    guardian,
    log,
  );
  const { part, statusUrl } = gnd;
  await part.start();
  const endWatch = keepIndexing(gnd, rpcUrl, log);
  return {
    url: `http://${HOST}:${port}/subgraphs/name/${SUBGRAPH_NAME}`,
    graphNode: part,
    postgres: postgres.part,
    statusUrl,
    async stop() {
      await endWatch();
      await part.stop();
      await postgres.part.stop();
      await guardian.close();
      await ipfs.close();
      rmSync(dataFolder, { recursive: true, force: true });
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
