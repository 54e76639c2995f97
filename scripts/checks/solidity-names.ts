// Checks that exactly the internal and private names of contracts begin with an underscore; constants and libraries are
// left alone, which solhint's rule for this cannot do. Reads the syntax trees of the last build.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArtifacts } from './artifacts.ts';
import { root } from './tool.ts';

interface SyntaxNode {
  nodeType: string;
  name: string;
  contractKind?: 'contract' | 'interface' | 'library';
  nodes?: SyntaxNode[];
  visibility?: 'external' | 'public' | 'internal' | 'private';
  kind?: 'function' | 'constructor' | 'fallback' | 'receive';
  constant?: boolean;
}

interface BuildOutput {
  output: { sources: Record<string, { ast: SyntaxNode }> };
}

const problems: string[] = [];
let checked = 0;
for (const [buildInfoId, artifacts] of Map.groupBy(readArtifacts(), (artifact) => artifact.buildInfoId)) {
  const file = join(root, 'artifacts', 'build-info', `${buildInfoId}.output.json`);
  const { output }: BuildOutput = JSON.parse(readFileSync(file, 'utf8'));
  for (const { inputSourceName, sourceName, contractName } of artifacts) {
    const contracts = output.sources[inputSourceName]?.ast.nodes ?? [];
    for (const contract of contracts) if (contract.name === contractName) checkContract(sourceName, contract);
  }
}
for (const problem of problems) console.error(problem);
console.log(`${checked} names, ${problems.length} problems`);
process.exitCode = checked > 0 && problems.length === 0 ? 0 : 1;

function checkContract(source: string, contract: SyntaxNode) {
  if (contract.contractKind !== 'contract') return;
  for (const member of contract.nodes ?? []) {
    if (!isNamedMember(member)) continue;
    checked++;
    const isInner = member.visibility === 'internal' || member.visibility === 'private';
    if (member.name.startsWith('_') === isInner) continue;
    problems.push(`${source}: ${contract.name}.${member.name} ${isInner ? 'lacks' : 'has'} a leading underscore`);
  }
}

function isNamedMember({ nodeType, kind, constant }: SyntaxNode): boolean {
  return nodeType === 'FunctionDefinition' ? kind === 'function' : nodeType === 'VariableDeclaration' && !constant;
}
