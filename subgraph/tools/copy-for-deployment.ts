import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../../scripts/checks/tool.ts';
import { compileSubgraph } from './compile.ts';
import { deployedManifest } from './deployed-manifest.ts';
import type { SubgraphDeployment } from './deployment.ts';

/** Copies the sources, with generated types and the manifest of a deployment, into an empty folder; gives where they lie. */
export async function copyForDeployment(deployment: SubgraphDeployment, target: string): Promise<string> {
  const { folder } = await compileSubgraph();
  cpSync(dirname(folder), target, { recursive: true });
  // The mappings import graph-ts.
  symlinkSync(join(root, 'node_modules'), join(target, 'node_modules'), 'junction');
  const copy = join(target, 'subgraph');
  const manifest = join(copy, 'subgraph.yaml');
  writeFileSync(manifest, deployedManifest(readFileSync(manifest, 'utf8'), deployment));
  return copy;
}
