import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Commune } from '../local/deploy-local.ts';
import type { World } from '../seed/world.ts';
import { listAccounts } from './accounts.ts';
import { openPurchases } from './open-purchases.ts';

/** Removes what an earlier start left: nothing of it is true of the next chain. */
export function clearData(folder: string): void {
  for (const name of ['deployment.json', 'purchases.json', 'documents']) {
    rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/** Writes what other tools need: addresses, published documents, and the purchases that nobody has reported on yet. */
export async function writeData(folder: string, world: World, rpcUrl: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  world.documents.writeTo(join(folder, 'documents'));
  writeJson(join(folder, 'purchases.json'), openPurchases(world));
  writeJson(join(folder, 'deployment.json'), await deployment(world, rpcUrl));
}

/** Says that the deployment is gone with its chain, unless another chain's has taken the place. */
export function withdrawData(folder: string, rpcUrl: string): void {
  const file = join(folder, 'deployment.json');
  if (existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).rpcUrl === rpcUrl) rmSync(file);
}

async function deployment(world: World, rpcUrl: string) {
  const { commune } = world;
  return {
    chainId: commune.chainId,
    rpcUrl,
    ...commune.clock,
    blockNumber: await commune.publicClient.getBlockNumber(),
    platformId: commune.platformId,
    contracts: contractAddresses(commune),
    accounts: listAccounts(world),
  };
}

/** Addresses by name, in the order of deployment. */
export function contractAddresses({ contracts }: Commune) {
  return Object.fromEntries(Object.entries(contracts).map(([name, { address }]) => [name, address]));
}

function writeJson(file: string, value: unknown): void {
  const text = JSON.stringify(value, (_, item) => (typeof item === 'bigint' ? toJson(item) : item), 2);
  writeFileSync(file, `${text}\n`);
}

function toJson(value: bigint): number | string {
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value.toString();
}
