import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../scripts/checks/tool.ts';
import { compileSubgraph } from './tools/compile.ts';
import { deployedManifest } from './tools/deployed-manifest.ts';
import type { SubgraphDeployment } from './tools/deployment.ts';
import { fileDeployment } from './tools/file-deployment.ts';
import { networkDeployment } from './tools/network-deployment.ts';
import { runCommand } from './tools/run-command.ts';

/** Where `npm start` tells of the deployment that it runs. */
const LOCAL_DEPLOYMENT = join(root, '.local', 'deployment.json');
const LOCAL_NETWORK = 'localhost';
const OPTIONS = {
  network: { type: 'string', default: LOCAL_NETWORK },
  deployment: { type: 'string' },
  out: { type: 'string', default: join(root, 'cache', 'subgraph', 'built') },
  help: { type: 'boolean', default: false },
} as const;
const USAGE = `npm run build:subgraph -- [--network NAME] [--deployment FILE] [--out FOLDER]

Builds the index for a deployment and says where it is.
  --network     a network of subgraph/networks.json; by default ${LOCAL_NETWORK}
  --deployment  take the addresses from this deployment.json instead (by default, on ${LOCAL_NETWORK}, that of npm start)
  --out         folder in which the result is made`;

export interface BuiltSubgraph {
  /** Holds everything; its name changes with whatever changes what is indexed. */
  readonly folder: string;
  /** Absolute path of the manifest: what `gnd dev --manifests` takes. */
  readonly manifest: string;
}

/**
 * Builds the index for a deployment. Compiling is done once for every state of the sources (some seconds), the rest takes
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
  // gnd is given one manifest and reads the one of the same name below `build`.
  cpSync(build, join(work, 'build'), { recursive: true });
  for (const place of [work, join(work, 'build')]) writeFileSync(join(place, 'subgraph.yaml'), manifest);
  rmSync(folder, { recursive: true, force: true });
  renameSync(work, folder);
  return result;
}

/** The deployment that options name. */
export function chosenDeployment({
  network,
  deployment,
}: {
  network: string;
  deployment?: string;
}): SubgraphDeployment {
  if (deployment !== undefined) return fileDeployment(network, resolve(deployment));
  return network === LOCAL_NETWORK ? fileDeployment(network, LOCAL_DEPLOYMENT) : networkDeployment(network);
}

if (import.meta.main) {
  await runCommand(async () => {
    const { values } = parseArgs({ options: OPTIONS });
    if (values.help) console.log(USAGE);
    else console.log((await buildSubgraph(chosenDeployment(values), resolve(values.out))).folder);
  });
}
