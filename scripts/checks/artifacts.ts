import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './tool.ts';

export interface Artifact {
  contractName: string;
  /** From the project's root. */
  sourceName: string;
  /** The same file as the compiler's input and output call it. */
  inputSourceName: string;
  /** The build whose output this is; earlier builds may have compiled the same file too. */
  buildInfoId: string;
  abi: { type: string }[];
  deployedBytecode: string;
  /** Libraries that the code calls, by file and name. */
  deployedLinkReferences: Record<string, Record<string, unknown>>;
}

/** What the last build made of contracts/; without a build there is nothing to check, which is an error. */
export function readArtifacts(): Artifact[] {
  const folder = join(root, 'artifacts', 'contracts');
  const artifacts = globSync('**/*.json', { cwd: folder })
    .map((file): Artifact => JSON.parse(readFileSync(join(folder, file), 'utf8')))
    .filter(({ sourceName }) => !sourceName.endsWith('.t.sol'));
  if (artifacts.length === 0) throw new Error('There are no artifacts: run `npm run build` first.');
  return artifacts;
}
