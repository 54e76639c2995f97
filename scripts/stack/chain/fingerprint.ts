import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../checks/tool.ts';

/** Raise it when the files of a world change their meaning. */
const FORMAT = 1;
/** Residents too: what they committed to in an earlier start they must find again in this one. */
const SOURCES = '{hardhat.config.ts,protocol/**/*.ts,scripts/{cycle,deploy,ignition,local,residents,seed}/**/*.ts}';

/** Of everything that a world is made of: contracts as compiled, deployment, seed, the chain's own program. */
export function worldFingerprint(): string {
  const hash = createHash('sha256').update(`format ${FORMAT}\n`);
  hash.update(JSON.parse(readFileSync(join(root, 'node_modules/hardhat/package.json'), 'utf8')).version);
  for (const file of globSync('artifacts/contracts/**/*.json', { cwd: root }).sort()) {
    const { bytecode } = JSON.parse(readFileSync(join(root, file), 'utf8')) as { bytecode?: string };
    if (bytecode !== undefined) hash.update(`${file}\n${bytecode}\n`);
  }
  for (const file of globSync(SOURCES, { cwd: root }).sort()) {
    hash.update(`${file}\n`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}
