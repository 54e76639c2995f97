// Checks that the page stays light: all JavaScript that index.html loads before anything can be done. Needs `vite build web`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './tool.ts';

interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  /** Keys of chunks that it needs at once. */
  readonly imports?: readonly string[];
}

const LIMIT_KB = 250;
const dist = join(root, 'web', 'dist');
const manifest: Record<string, Chunk> = JSON.parse(readFileSync(join(dist, '.vite', 'manifest.json'), 'utf8'));

const entries = Object.keys(manifest).filter((key) => manifest[key]?.isEntry);
if (entries.length === 0) throw new Error('The build has no entry: run `vite build web` first.');
const initial = [...reachable(entries)].map((key) => {
  const file = manifest[key]?.file ?? key;
  return { file, bytes: gzipSync(readFileSync(join(dist, file))).length };
});
const total = initial.reduce((sum, { bytes }) => sum + bytes, 0) / 1024;

for (const { file, bytes } of initial.sort((a, b) => b.bytes - a.bytes)) {
  console.log(`${(bytes / 1024).toFixed(1).padStart(7)} KB  ${file}`);
}
console.log(`${total.toFixed(1).padStart(7)} KB  initial JavaScript, gzip; at most ${LIMIT_KB} KB`);
process.exitCode = total <= LIMIT_KB ? 0 : 1;

function reachable(keys: readonly string[], found = new Set<string>()): Set<string> {
  for (const key of keys) {
    if (found.has(key)) continue;
    found.add(key);
    reachable(manifest[key]?.imports ?? [], found);
  }
  return found;
}
