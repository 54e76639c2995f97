// Measures the deployed bytecode of every contract in contracts/. Reads the artifacts, so build first.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './tool.ts';

/** EIP-170: no chain deploys more. */
const LIMIT = 24_576;
/** From here on the next feature may not fit. */
const WARN_FROM = 20_000;

interface Artifact {
  contractName: string;
  sourceName: string;
  abi: { type: string }[];
  deployedBytecode: string;
}

const artifacts = join(root, 'artifacts', 'contracts');
const contracts = globSync('**/*.json', { cwd: artifacts })
  .map((file): Artifact => JSON.parse(readFileSync(join(artifacts, file), 'utf8')))
  .filter((artifact) => !artifact.sourceName.endsWith('.t.sol') && isDeployed(artifact))
  .map(({ contractName, deployedBytecode }) => ({ contractName, size: (deployedBytecode.length - 2) / 2 }))
  .sort((a, b) => b.size - a.size);

for (const { contractName, size } of contracts) {
  const remark = size >= LIMIT ? 'ERROR: not below the limit' : size >= WARN_FROM ? 'warning: close to the limit' : '';
  console.log(`${size.toLocaleString('en').padStart(7)} B  ${contractName.padEnd(32)}  ${remark}`.trimEnd());
}
const tooLarge = contracts.filter(({ size }) => size >= LIMIT);
console.log(`${contracts.length} contracts, ${tooLarge.length} not below the limit of ${LIMIT.toLocaleString('en')} B`);
if (contracts.length === 0) console.error('No artifacts: run `npm run build` first.');
process.exitCode = contracts.length > 0 && tooLarge.length === 0 ? 0 : 1;

/** Interfaces and abstract contracts have no bytecode; a library without external functions is inlined where it is used. */
function isDeployed({ abi, deployedBytecode }: Artifact): boolean {
  const isLibrary = /^0x73(00){20}30/.test(deployedBytecode) || deployedBytecode.startsWith('0x73__$');
  return deployedBytecode !== '0x' && (!isLibrary || abi.some(({ type }) => type === 'function'));
}
