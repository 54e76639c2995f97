import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPurchases } from '../start/open-purchases.ts';
import { summary } from '../start/summary.ts';
import type { NewWorld } from './chain/open-world.ts';
import type { StackPorts } from './types.ts';

export interface PublishOptions {
  readonly dataFolder: string;
  readonly ports: StackPorts;
  readonly databaseUrl: string;
}

/** The long tables of the seeded world as a text. */
export const OVERVIEW_FILE = 'world.txt';

/** Tells everybody of a new world: documents and purchases as files, orders and prices to the relay, tables for people. */
export async function publishWorld({ world, chain }: NewWorld, { dataFolder }: PublishOptions): Promise<void> {
  const documents = join(dataFolder, 'documents');
  rmSync(documents, { recursive: true, force: true });
  world.documents.writeTo(documents);
  writeJson(join(dataFolder, 'purchases.json'), openPurchases(world));
  writeFileSync(join(dataFolder, OVERVIEW_FILE), await summary(world, chain.rpcUrl, dataFolder));
}

function writeJson(file: string, value: unknown): void {
  const text = JSON.stringify(value, (_, item) => (typeof item === 'bigint' ? toJson(item) : item), 2);
  writeFileSync(file, `${text}\n`);
}

function toJson(value: bigint): number | string {
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value.toString();
}
