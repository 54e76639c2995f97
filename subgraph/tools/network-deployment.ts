import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Address, isAddress, zeroAddress } from 'viem';
import { type ContractKey, contractKeys, dataSources, type SubgraphDeployment } from './deployment.ts';
import { SubgraphError } from './subgraph-error.ts';

/** `networks.json`: by network and data source, in the form that graph-cli uses; null where nothing is deployed yet. */
type Networks = Record<string, Record<string, { address: string | null; startBlock: number | null } | undefined>>;

const FILE = join(import.meta.dirname, '..', 'networks.json');

/**
 * The deployment on a public network.
 *
 * @throws {SubgraphError} when `networks.json` does not (fully) know it
 */
export function networkDeployment(network: string, networks: Networks = readNetworks()): SubgraphDeployment {
  const known = networks[network];
  if (known === undefined) {
    const names = Object.keys(networks).join(', ');
    throw new SubgraphError(`subgraph/networks.json has no network "${network}", only: ${names}.`);
  }
  const startBlocks: number[] = [];
  const addresses = {} as Record<ContractKey, Address>;
  for (const key of contractKeys) {
    const { address = null, startBlock = null } = known[dataSources[key]] ?? {};
    if (address === null || !isAddress(address) || address === zeroAddress || startBlock === null) {
      throw new SubgraphError(
        `subgraph/networks.json has no ${startBlock === null ? 'address and start block' : 'valid address'} of ${dataSources[key]} on ${network}: deploy the contracts there first (docs/operations.md) and enter them, or name a file with --deployment.`,
      );
    }
    addresses[key] = address;
    startBlocks.push(startBlock);
  }
  return { network, startBlock: Math.min(...startBlocks), addresses };
}

function readNetworks(): Networks {
  return JSON.parse(readFileSync(FILE, 'utf8')) as Networks;
}
