// Checks that exactly the internal and private names of contracts begin with an underscore; constants and libraries are
// left alone, which solhint's rule for this cannot do. Reads the syntax trees of the last build.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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

const buildInfo = join(root, 'artifacts', 'build-info');
const problems = new Set<string>();
let checked = 0;
for (const file of globSync('*.output.json', { cwd: buildInfo })) {
  const { output }: BuildOutput = JSON.parse(readFileSync(join(buildInfo, file), 'utf8'));
  for (const [source, { ast }] of Object.entries(output.sources)) {
    if (source.startsWith('project/contracts/')) checkSource(source.replace('project/', ''), ast);
  }
}
for (const problem of problems) console.error(problem);
console.log(`${checked} names, ${problems.size} problems`);
if (checked === 0) console.error('No build output: run `npm run build` first.');
process.exitCode = checked > 0 && problems.size === 0 ? 0 : 1;

function checkSource(source: string, ast: SyntaxNode) {
  for (const contract of ast.nodes ?? []) {
    if (contract.contractKind !== 'contract') continue;
    for (const member of contract.nodes ?? []) {
      if (!isNamedMember(member)) continue;
      checked++;
      const isInner = member.visibility === 'internal' || member.visibility === 'private';
      if (member.name.startsWith('_') === isInner) continue;
      problems.add(`${source}: ${contract.name}.${member.name} ${isInner ? 'lacks' : 'has'} a leading underscore`);
    }
  }
}

function isNamedMember({ nodeType, kind, constant }: SyntaxNode): boolean {
  return nodeType === 'FunctionDefinition' ? kind === 'function' : nodeType === 'VariableDeclaration' && !constant;
}
