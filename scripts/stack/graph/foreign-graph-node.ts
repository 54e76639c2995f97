import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BuiltSubgraph } from '../../../subgraph/build.ts';
import { PlainError } from '../../local/plain-error.ts';
import type { Endings } from '../endings.ts';
import type { GraphNodeUrls } from '../types.ts';
import { deployByAdmin } from './deploy-by-admin.ts';
import { openIpfsServer } from './ipfs-server.ts';
import { subgraphContent } from './subgraph-content.ts';

const PATIENCE_MS = 120_000;
const STEP_MS = 1_000;

/**
 * Hands the subgraph to a graph-node of the user's, which fetches it here.
 *
 * @throws {PlainError} when its administration does not answer or refuses
 */
export async function deployToForeign(
  { admin, ipfsPort }: GraphNodeUrls,
  built: BuiltSubgraph,
  relayUrl: string,
  endings: Endings,
  signal?: AbortSignal,
): Promise<void> {
  const { id, files } = subgraphContent(join(dirname(built.manifest), 'build'));
  const ipfs = await openIpfsServer(ipfsPort, relayUrl, files);
  endings.add(() => ipfs.close());
  for (let waited = 0; ; waited += STEP_MS) {
    signal?.throwIfAborted();
    try {
      return await deployByAdmin(admin, id);
    } catch (error) {
      // fetch() fails with a TypeError as long as nobody listens there.
      if (!(error instanceof TypeError) || waited >= PATIENCE_MS) throw refused(admin, error as Error);
    }
    await sleep(STEP_MS);
  }
}

function refused(admin: string, error: Error): PlainError {
  const reason = error instanceof TypeError ? 'it does not answer' : error.message;
  return new PlainError(
    `The graph-node at ${admin} did not take the subgraph: ${reason}. docs/operations.md says how to set one up.
${admin} 的 graph-node 未能部署子图：${reason}。设置方法见 docs/operations.md。`,
    { cause: error },
  );
}
