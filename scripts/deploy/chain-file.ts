import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Address } from 'viem';
import type { EpochClock } from '../../protocol/clock/epoch-clock.ts';
import { root } from '../checks/tool.ts';
import { PlainError } from '../local/plain-error.ts';
import type { ContractName } from './contract-names.ts';

/** Where the protocol is on a chain; written when a check has found nothing wrong, and committed. */
export interface ChainFile extends EpochClock {
  readonly chainId: number;
  readonly startBlock: number;
  readonly contracts: Readonly<Record<ContractName, Address>>;
}

/** Written by `npm start` while it runs; has the same fields and more. */
const OF_THE_STACK = join(root, '.local', 'deployment.json');

export const chainFileOf = (network: string): string =>
  network === 'localhost' ? OF_THE_STACK : join(root, 'scripts', 'deploy', 'chains', `${network}.json`);

/** @throws PlainError where there is none */
export function readChainFile(file: string): ChainFile {
  if (!existsSync(file)) {
    throw new PlainError(
      `There is no ${file}: nothing was deployed there yet, or (on localhost) npm start is not running.`,
    );
  }
  return JSON.parse(readFileSync(file, 'utf8'));
}

export function writeChainFile(file: string, content: ChainFile): void {
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
}
