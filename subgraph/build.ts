import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compileSubgraph } from './tools/compile.ts';
import type { SubgraphDeployment } from './tools/deployment.ts';
import { deployedManifest } from './tools/deployed-manifest.ts';

export interface BuiltSubgraph {
  /** Holds everything; its name changes with whatever changes what is indexed. */
  readonly folder: string;
  /** Absolute path of the manifest: what `gnd dev --manifests <manifest>:.` takes. */
  readonly manifest: string;
}

/**
 * Builds the index for a deployment. Compiling is done once for every state of the sources (half a minute), the rest takes
 * milliseconds. The same input gives the same folder, with which graph-node goes on where it was; any other
 * input gives another folder, and graph-node starts an index from scratch.
 *
 * @param outFolder absolute; the result is a folder below it
 * @throws {SubgraphError} when the contracts are not compiled or the mappings do not build
 */
export async function buildSubgraph(
  deployment: SubgraphDeployment,
  outFolder: string,
  signal?: AbortSignal,
): Promise<BuiltSubgraph> {
  const compiled = await compileSubgraph(signal);
  const build = join(compiled.folder, 'build');
  const manifest = deployedManifest(readFileSync(join(build, 'subgraph.yaml'), 'utf8'), deployment);
  const name = createHash('sha256').update(compiled.hash).update(manifest).digest('hex').slice(0, 16);
  const folder = join(outFolder, name);
  const result = { folder, manifest: join(folder, 'subgraph.yaml') };
  if (existsSync(result.manifest)) return result;
  const work = `${folder}.${process.pid}`;
  rmSync(work, { recursive: true, force: true });
  mkdirSync(dirname(folder), { recursive: true });
  cpSync(build, work, { recursive: true });
  writeFileSync(join(work, 'subgraph.yaml'), manifest);
  rmSync(folder, { recursive: true, force: true });
  renameSync(work, folder);
  return result;
}
