import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildSubgraph as build } from '../../../subgraph/build.ts';
import { fileDeployment } from '../../../subgraph/tools/file-deployment.ts';
import { SubgraphError } from '../../../subgraph/tools/subgraph-error.ts';
import { root } from '../../checks/tool.ts';
import { PlainError } from '../../local/plain-error.ts';
import { NETWORK } from './gnd.ts';

/** The subgraph can be built. */
export function hasSubgraph(): boolean {
  return existsSync(join(root, 'subgraph', 'build.ts'));
}

/**
 * Builds the subgraph for the addresses of a deployment.
 *
 * @returns the folder with its manifest
 * @throws {PlainError} with what the build says
 */
export async function buildSubgraph(dataFolder: string, signal?: AbortSignal): Promise<string> {
  const deployment = fileDeployment(NETWORK, join(dataFolder, 'deployment.json'));
  try {
    return (await build(deployment, join(dataFolder, 'graph', 'subgraph'), signal)).folder;
  } catch (error) {
    signal?.throwIfAborted();
    if (!(error instanceof SubgraphError)) throw error;
    throw new PlainError(`The subgraph cannot be built:\n子图构建失败：\n\n${error.message}`);
  }
}
