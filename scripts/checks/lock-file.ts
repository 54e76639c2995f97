// Checks that package-lock.json serves everyone: complete for all platforms, and bound to no registry's host.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './tool.ts';

interface LockedPackage {
  resolved?: string;
  optionalDependencies?: Record<string, string>;
}

const lock: { packages: Record<string, LockedPackage> } = JSON.parse(
  readFileSync(join(root, 'package-lock.json'), 'utf8'),
);
const packages = Object.entries(lock.packages);
const problems = packages.flatMap(([path, { resolved, optionalDependencies = {} }]) => [
  ...Object.entries(optionalDependencies)
    .filter(([name]) => !packages.some(([other]) => other.endsWith(`node_modules/${name}`)))
    .map(([name, version]) => `${path || 'package.json'} wants ${name} ${version}, which is missing`),
  ...(resolved?.includes('://') ? [`${path} is bound to ${new URL(resolved).host}`] : []),
]);

for (const problem of problems) console.error(`package-lock.json: ${problem}`);
console.log(`${packages.length} locked packages, ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
