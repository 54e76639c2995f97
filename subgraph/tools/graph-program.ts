import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/checks/tool.ts';

/** The real graph-node from npm; undefined on platforms that it does not exist for. */
export function gndProgram(): string | undefined {
  const program = join(root, 'node_modules', '@graphprotocol', `gnd-${process.platform}-${process.arch}`, 'bin', 'gnd');
  return existsSync(program) ? program : undefined;
}

/** graph-cli: slower, and everywhere. It builds the same. */
export const graphCli = join(root, 'node_modules', '@graphprotocol', 'graph-cli', 'bin', 'run.js');

/** What generates types and compiles mappings here. */
export function builder(): { command: string; args: string[] } {
  const gnd = gndProgram();
  return gnd === undefined ? { command: process.execPath, args: [graphCli] } : { command: gnd, args: [] };
}
