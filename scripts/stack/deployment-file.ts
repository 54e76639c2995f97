import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorldFacts } from './chain/world-file.ts';

/** Name of the file that tells other programs where everything is; it is there while the stack runs. */
const NAME = 'deployment.json';

/** Writes it for a chain that is reached at `rpcUrl`; gives the path. */
export function writeDeployment(dataFolder: string, facts: WorldFacts, chainId: number, rpcUrl: string): string {
  const { worldId, clock, startBlock, blockNumber, platformId, contracts, accounts } = facts;
  const deployment = { worldId, chainId, rpcUrl, ...clock, startBlock, blockNumber, platformId, contracts, accounts };
  mkdirSync(dataFolder, { recursive: true });
  const file = join(dataFolder, NAME);
  writeFileSync(file, `${JSON.stringify(deployment, null, 2)}\n`);
  return file;
}

/** Says that the chain is gone, unless another one has taken its place. */
export function withdrawDeployment(dataFolder: string, rpcUrl: string): void {
  const file = join(dataFolder, NAME);
  if (existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).rpcUrl === rpcUrl) rmSync(file);
}
