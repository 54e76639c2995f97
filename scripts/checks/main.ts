// `npm run check`: everything that can be said about the code without running its tests. Goes on after a failure.
import { runTool } from './tool.ts';

const script = (name: string) => ['node', `scripts/checks/${name}.ts`];
/** The build comes before what reads its output: the types of the contracts, their sizes and syntax trees. */
const STEPS: [title: string, command: string[]][] = [
  ['format of TypeScript and JSON, and lint', ['biome', 'check', '--error-on-warnings', '.']],
  ['format of Solidity', ['prettier', '--check', '{contracts,test}/**/*.sol', '--no-error-on-unmatched-pattern']],
  ['lint of Solidity', ['solhint', '--disc', '--noPoster', '--max-warnings', '0', '{contracts,test}/**/*.sol']],
  ['build', ['hardhat', 'build']],
  ['types of the queries', ['node', 'web/scripts/generate-queries.ts']],
  ['types of the contracts for the web', ['node', 'web/scripts/generate-abis.ts']],
  ['types', ['tsc']],
  ['types of web', ['tsc', '-p', 'web/tsconfig.json']],
  ['contract sizes', script('contract-sizes')],
  ['names in Solidity', script('solidity-names')],
  ['imports', script('imports')],
  ['build of the subgraph', script('subgraph-build')],
  ['build of the page', ['vite', 'build', 'web', '--logLevel', 'warn']],
  ['size of the page', script('bundle-size')],
  ['lock file', script('lock-file')],
  ['local paths and secrets', script('no-local-paths')],
];

const failed: string[] = [];
for (const [title, [command = '', ...args]] of STEPS) {
  const started = Date.now();
  console.log(`\n[check] ${title} ...`);
  const { code } = await runTool(command, args);
  console.log(
    `[check] ${title}: ${code === 0 ? 'ok' : 'FAILED'} after ${((Date.now() - started) / 1000).toFixed(1)} s`,
  );
  if (code !== 0) failed.push(title);
}
console.log(`\n[check] ${STEPS.length - failed.length} of ${STEPS.length} passed`);
for (const title of failed) console.error(`[check] FAILED: ${title}`);
process.exitCode = failed.length === 0 ? 0 : 1;
