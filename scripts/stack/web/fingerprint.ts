import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../checks/tool.ts';

/** What the page is built from: its own sources, the rules, what it takes from other parts, contracts, and the packages. */
const SOURCES = [
  'web/**/*',
  'protocol/**/*.ts',
  'relay/api/*.ts',
  'subgraph/schema.graphql',
  'artifacts/contracts/**/*.json',
  'package-lock.json',
];
/** Made by builds and checks. */
const EXCLUDED = ['web/dist', 'web/generated', 'web/**/node_modules', '**/*.dbg.json'];

/** Differs when the page has to be built again. */
export function pageFingerprint(): string {
  const hash = createHash('sha256');
  for (const entry of globSync(SOURCES, { cwd: root, exclude: EXCLUDED, withFileTypes: true }).sort(byPath)) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    hash.update(`${file.slice(root.length)}\n`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

interface Entry {
  readonly parentPath: string;
  readonly name: string;
}

function byPath(a: Entry, b: Entry): number {
  const [left, right] = [join(a.parentPath, a.name), join(b.parentPath, b.name)];
  return left < right ? -1 : left > right ? 1 : 0;
}
