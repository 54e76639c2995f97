import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Abi } from 'viem';
import { root } from '../../../scripts/checks/tool.ts';
import { type ContractKey, dataSources } from '../../../subgraph/tools/deployment.ts';

const FOLDERS: Record<ContractKey, string> = {
  models: 'models',
  commodities: 'commodities',
  platforms: 'platforms',
  demands: 'platforms',
  recommenders: 'settlement',
  settlement: 'settlement',
  power: 'experience',
  evaluations: 'experience',
  validators: 'validators',
  elections: 'validators',
  rewards: 'validators',
  court: 'court',
  disputes: 'disputes',
  governor: 'governance',
  timelock: 'governance',
  guardian: 'governance',
  emission: 'token',
  vesting: 'token',
  memberships: 'membership',
};

export function abiOf(contract: ContractKey): Abi {
  const name = dataSources[contract];
  const file = join(root, 'artifacts', 'contracts', FOLDERS[contract], `${name}.sol`, `${name}.json`);
  return (JSON.parse(readFileSync(file, 'utf8')) as { abi: Abi }).abi;
}
