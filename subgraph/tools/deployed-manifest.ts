import { contractKeys, type SubgraphDeployment } from './deployment.ts';
import { SubgraphError } from './subgraph-error.ts';

/** The manifest names the contracts by these, in the order of `contractKeys`. */
const FIRST_PLACEHOLDER = 0xc0de0001;
const NETWORK = /^(\s*network:) localhost$/gm;
const START_BLOCK = /^(\s*startBlock:) 0$/gm;

/** A manifest, as it is in the sources or built, with a deployment in place of its placeholders. */
export function deployedManifest(manifest: string, { network, startBlock, addresses }: SubgraphDeployment): string {
  let text = manifest.replace(NETWORK, `$1 ${network}`).replace(START_BLOCK, `$1 ${startBlock}`);
  for (const [i, key] of contractKeys.entries()) {
    const placeholder = `0x${(FIRST_PLACEHOLDER + i).toString(16).padStart(40, '0')}`;
    if (!text.includes(placeholder))
      throw new SubgraphError(`subgraph.yaml has no placeholder ${placeholder} for ${key}.`);
    text = text.replace(placeholder, addresses[key].toLowerCase());
  }
  return text;
}
