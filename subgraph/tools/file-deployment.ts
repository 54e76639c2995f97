import { readFileSync } from 'node:fs';
import { isAddress } from 'viem';
import { contractKeys, type SubgraphDeployment } from './deployment.ts';
import { SubgraphError } from './subgraph-error.ts';

/**
 * The deployment that a `deployment.json` tells of (`npm start` writes one).
 *
 * @throws {SubgraphError} when the file is missing or incomplete
 */
export function fileDeployment(network: string, file: string): SubgraphDeployment {
  let told: { contracts?: Record<string, unknown>; startBlock?: unknown };
  try {
    told = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new SubgraphError(
      `${file} cannot be read (${(error as Error).message}); npm start writes one while it runs.`,
    );
  }
  const { contracts = {}, startBlock = 0 } = told;
  const missing = contractKeys.filter((key) => typeof contracts[key] !== 'string' || !isAddress(contracts[key]));
  if (missing.length > 0) throw new SubgraphError(`${file} has no address of ${missing.join(', ')} below "contracts".`);
  if (typeof startBlock !== 'number') throw new SubgraphError(`${file}: "startBlock" is no number.`);
  return { network, startBlock, addresses: contracts as SubgraphDeployment['addresses'] };
}
