import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../../scripts/checks/tool.ts';
import { SubgraphError } from './subgraph-error.ts';

/** Everything below subgraph/ that the compiled index depends on. */
const OWN = ['schema.graphql', 'subgraph.yaml', 'mappings/*.ts', 'entities/*.ts'];
const TOOLS = ['@graphprotocol/graph-ts', '@graphprotocol/graph-cli'];
const folder = join(root, 'subgraph');

export interface Sources {
  /** Changes whenever the compiled index could. */
  readonly hash: string;
  /** Copies sources and ABIs, laid out as in the project, into an empty folder. */
  copyTo(target: string): void;
}

/**
 * @param extra files by path from the project's root that are added, or take the place of others
 * @throws {SubgraphError} when the contracts are not compiled
 */
export function readSources(extra: Readonly<Record<string, string>> = {}): Sources {
  const files = globSync(OWN, { cwd: folder }).sort();
  const manifest = readFileSync(join(folder, 'subgraph.yaml'), 'utf8');
  const named = [...manifest.matchAll(/file: \.\.\/(artifacts\/\S+\.json)/g)].map(([, file]) => file as string);
  const abis = [...new Set(named)];
  const contents = new Map([
    ...files.map((file) => [`subgraph/${file}`, readFileSync(join(folder, file), 'utf8')] as const),
    ...abis.map((file) => [file, readAbi(file)] as const),
    ...Object.entries(extra),
  ]);
  const hash = createHash('sha256');
  for (const [file, text] of contents) hash.update(`${file}\0${text}\0`);
  for (const tool of TOOLS) hash.update(readFileSync(join(root, 'node_modules', tool, 'package.json')));
  return {
    hash: hash.digest('hex').slice(0, 16),
    copyTo(target) {
      for (const [file, text] of contents) write(join(target, file), text);
    },
  };
}

/** Only the ABI: code may change without the index changing. */
function readAbi(file: string): string {
  const path = join(root, file);
  if (!existsSync(path)) throw new SubgraphError(`${file} is missing: compile the contracts first (npm run build).`);
  return JSON.stringify((JSON.parse(readFileSync(path, 'utf8')) as { abi: unknown }).abi);
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
