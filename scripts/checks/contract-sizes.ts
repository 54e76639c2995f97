// Measures the deployed bytecode of every contract in contracts/. Reads the artifacts, so build first.
import { type Artifact, readArtifacts } from './artifacts.ts';

/** EIP-170: no chain deploys more. */
const LIMIT = 24_576;
/** From here on the next feature may not fit. */
const WARN_FROM = 20_000;

const artifacts = readArtifacts();
const linked = new Set(
  artifacts.flatMap(({ deployedLinkReferences }) => Object.values(deployedLinkReferences).flatMap(Object.keys)),
);
const contracts = artifacts
  .filter(isDeployed)
  .map(({ contractName, deployedBytecode }) => ({ contractName, size: (deployedBytecode.length - 2) / 2 }))
  .sort((a, b) => b.size - a.size);

for (const { contractName, size } of contracts) {
  const remark = size >= LIMIT ? 'ERROR: not below the limit' : size >= WARN_FROM ? 'warning: close to the limit' : '';
  console.log(`${size.toLocaleString('en').padStart(7)} B  ${contractName.padEnd(32)}  ${remark}`.trimEnd());
}
const tooLarge = contracts.filter(({ size }) => size >= LIMIT).length;
console.log(`${contracts.length} contracts, ${tooLarge} not below the limit of ${LIMIT.toLocaleString('en')} B`);
process.exitCode = contracts.length > 0 && tooLarge === 0 ? 0 : 1;

/** Interfaces and abstract contracts have no bytecode; a library that nobody links is inlined where it is used. */
function isDeployed({ contractName, deployedBytecode }: Artifact): boolean {
  // A library's code begins with its own address, which the deployment fills in.
  const isLibrary = /^0x73(00){20}30/.test(deployedBytecode);
  return deployedBytecode !== '0x' && (!isLibrary || linked.has(contractName));
}
