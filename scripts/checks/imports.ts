// Checks the direction of imports: protocol/ is pure and depends on no other part; in web/ it goes app → features → shared, features
// never import each other, and of relay/api/ only types come in, because its code brings zod with it.
import { globSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { root } from './tool.ts';

interface Import {
  readonly specifier: string;
  /** `import type …`: nothing of it is left at run time. */
  readonly isType: boolean;
}

const IMPORT =
  /(?:\b(?<type>(?:import|export)\s+type\b)[^'";]*?\bfrom|\bfrom|\bimport|\b(?:import|require)\s*\()\s*(['"])(?<specifier>[^'"\n]+)\2/g;
/** What protocol/ may use: packages that compute and do no I/O of their own accord. */
const PURE_PACKAGES = ['@noble/hashes', 'canonicalize', 'hash-wasm', 'multiformats', 'viem'];
/** Type of what a deployment says; everything in web/ may know it. */
const CONFIG_TYPE = 'web/app/config.ts';
/** Sentences only, without zod. */
const PROBLEM_CODES = 'relay/api/problem-codes.ts';
const PARTS_OUTSIDE_OF_WEB = /^(?:contracts|docs|relay|scripts|subgraph|test)\//;

const files = globSync('{protocol,web/app,web/features,web/shared}/**/*.{ts,tsx}', { cwd: root });
const problems = files.flatMap((path) => {
  const file = path.split(sep).join(posix.sep);
  return importsOf(file).flatMap(({ specifier, isType }) => {
    const target = specifier.startsWith('.') ? posix.join(posix.dirname(file), specifier) : specifier;
    const problem = file.startsWith('protocol/') ? problemInProtocol(target) : problemInWeb(file, target, isType);
    return problem ? [`${file}: ${specifier}: ${problem}`] : [];
  });
});

for (const problem of problems) console.error(problem);
console.log(`${files.length} files, ${problems.length} wrong imports`);
process.exitCode = problems.length === 0 ? 0 : 1;

function importsOf(file: string): Import[] {
  return [...readFileSync(join(root, file), 'utf8').matchAll(IMPORT)].map(({ groups }) => ({
    specifier: groups?.specifier ?? '',
    isType: groups?.type !== undefined,
  }));
}

function problemInProtocol(target: string): string | undefined {
  const isPure = PURE_PACKAGES.some((name) => target === name || target.startsWith(`${name}/`));
  return isPure || target.startsWith('protocol/') ? undefined : 'protocol/ imports only itself and pure packages';
}

function problemInWeb(file: string, target: string, isType: boolean): string | undefined {
  const [from, to] = [featureOf(file), featureOf(target)];
  if (from && to && from !== to) return `the feature ${from} imports the feature ${to}`;
  if (to && file.startsWith('web/shared/')) return 'web/shared/ imports no feature';
  if (!file.startsWith('web/app/') && target.startsWith('web/app/') && !(target === CONFIG_TYPE && isType)) {
    return 'only web/app/ imports web/app/';
  }
  if (target === PROBLEM_CODES || !PARTS_OUTSIDE_OF_WEB.test(target)) return undefined;
  return target.startsWith('relay/api/') && isType
    ? undefined
    : 'web/ imports itself, protocol/, types of relay/api/ and packages';
}

function featureOf(path: string): string | undefined {
  return /^web\/features\/([^/]+)/.exec(path)?.[1];
}
