// Checks the direction of imports: protocol/ is pure and depends on no other part, features never import each other.
import { globSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { root } from './tool.ts';

const SPECIFIER = /(?:\bfrom|\bimport|\b(?:import|require)\s*\()\s*(['"])([^'"\n]+)\1/g;
/** What protocol/ may use: packages that compute and do no I/O of their own accord. */
const PURE_PACKAGES = ['@noble/hashes', 'canonicalize', 'hash-wasm', 'multiformats', 'viem'];

const files = globSync('{protocol,**/features}/**/*.{ts,tsx}', { cwd: root, exclude: ['**/node_modules/**'] });
const problems = files.flatMap((path) => {
  const file = path.split(sep).join(posix.sep);
  return specifiersIn(file).flatMap((specifier) => {
    const target = specifier.startsWith('.') ? posix.join(posix.dirname(file), specifier) : specifier;
    const problem = file.startsWith('protocol/') ? problemInProtocol(target) : problemInFeature(file, target);
    return problem ? [`${file}: ${specifier}: ${problem}`] : [];
  });
});

for (const problem of problems) console.error(problem);
console.log(`${files.length} files, ${problems.length} wrong imports`);
process.exitCode = problems.length === 0 ? 0 : 1;

function specifiersIn(file: string): string[] {
  return [...readFileSync(join(root, file), 'utf8').matchAll(SPECIFIER)].map(([, , specifier]) => specifier ?? '');
}

function problemInProtocol(target: string): string | undefined {
  const isPure = PURE_PACKAGES.some((name) => target === name || target.startsWith(`${name}/`));
  return isPure || target.startsWith('protocol/') ? undefined : 'protocol/ imports only itself and pure packages';
}

function problemInFeature(file: string, target: string): string | undefined {
  const [from, to] = [featureOf(file), featureOf(target)];
  return to && from !== to ? `the feature ${from} imports the feature ${to}` : undefined;
}

function featureOf(path: string): string | undefined {
  return /(?:^|\/)features\/([^/]+)/.exec(path)?.[1];
}
