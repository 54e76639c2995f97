// `npm run deploy:subgraph`: builds the index for a deployment and hands it to a graph-node by URL.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chosenDeployment } from './build.ts';
import { copyForDeployment } from './tools/copy-for-deployment.ts';
import type { SubgraphDeployment } from './tools/deployment.ts';
import { graphCli } from './tools/graph-program.ts';
import { runCommand } from './tools/run-command.ts';
import { SubgraphError } from './tools/subgraph-error.ts';

/** A graph-node with its content store. */
export interface GraphNodeTarget {
  /** Admin endpoint, such as http://127.0.0.1:8020. */
  readonly node: string;
  /** IPFS API to which the build is uploaded and from which graph-node reads it. */
  readonly ipfs: string;
  readonly name: string;
  readonly version: string;
  /** Some hosts ask for one. */
  readonly deployKey?: string;
}

const OPTIONS = {
  network: { type: 'string', default: 'localhost' },
  deployment: { type: 'string' },
  node: { type: 'string', default: 'http://127.0.0.1:8020' },
  ipfs: { type: 'string', default: 'http://127.0.0.1:5001' },
  name: { type: 'string', default: 'commune' },
  version: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;
const USAGE = `npm run deploy:subgraph -- --network NAME --version LABEL [--node URL] [--ipfs URL] [--name NAME] [--deployment FILE]

Builds the index for a deployment and hands it to a graph-node.
  --network     a network of subgraph/networks.json, called as graph-node calls it; localhost: what npm start runs
  --version     label of this version, such as v1.2.0
  --node        graph-node's admin endpoint; by default ${OPTIONS.node.default}
  --ipfs        IPFS API that graph-node reads from; by default ${OPTIONS.ipfs.default}
  --name        name of the subgraph; by default ${OPTIONS.name.default}
  --deployment  take the addresses from this deployment.json instead
Environment: SUBGRAPH_DEPLOY_KEY, if the node asks for a key.`;

/** @throws {SubgraphError} when graph-cli does not manage; it has said why. */
export async function deploySubgraph(deployment: SubgraphDeployment, target: GraphNodeTarget): Promise<void> {
  const { node, ipfs, name, version, deployKey } = target;
  const work = mkdtempSync(join(tmpdir(), 'subgraph-'));
  try {
    const folder = await copyForDeployment(deployment, work);
    const access = deployKey === undefined ? [] : ['--access-token', deployKey];
    const keyed = deployKey === undefined ? [] : ['--deploy-key', deployKey];
    // Creating one that exists does nothing.
    await graph(['create', name, '--node', node, ...access], folder);
    await graph(['deploy', name, '--node', node, '--ipfs', ipfs, '--version-label', version, ...keyed], folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function graph(args: string[], cwd: string): Promise<void> {
  const child = spawn(process.execPath, [graphCli, ...args], { cwd, stdio: ['ignore', 'inherit', 'inherit'] });
  const code = await new Promise<number>((done, fail) => {
    child.once('error', fail).once('close', (status) => done(status ?? 1));
  });
  if (code !== 0) throw new SubgraphError(`graph ${args[0]} failed with code ${code}.`);
}

if (import.meta.main) {
  await runCommand(async () => {
    const { values } = parseArgs({ options: OPTIONS });
    const { network, deployment, node, ipfs, name, version } = values;
    if (values.help) return console.log(USAGE);
    const chosen = chosenDeployment({ network, ...(deployment !== undefined && { deployment }) });
    if (version === undefined) throw new SubgraphError('Which version is it? Give it a label: --version v1.2.0');
    const deployKey = process.env.SUBGRAPH_DEPLOY_KEY;
    await deploySubgraph(chosen, { node, ipfs, name, version, ...(deployKey !== undefined && { deployKey }) });
  });
}
