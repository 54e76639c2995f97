import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importHistory } from '../../relay/import/history.ts';
import { historyOf } from '../seed/history.ts';
import { openPurchases } from '../start/open-purchases.ts';
import { summary } from '../start/summary.ts';
import type { NewWorld } from './chain/open-world.ts';
import { OVERVIEW_FILE } from './data-files.ts';
import { type RelayOptions, relayEnvironment } from './relay-process.ts';

/**
 * Tells everybody of a new world: purchases and tables as files, orders, prices and documents to the relay, whose database must
 * be empty.
 */
export async function publishWorld({ world, chain }: NewWorld, relay: RelayOptions): Promise<void> {
  const { dataFolder } = relay;
  writeJson(join(dataFolder, 'purchases.json'), openPurchases(world));
  writeFileSync(join(dataFolder, OVERVIEW_FILE), await summary(world, chain.rpcUrl, dataFolder));
  await importHistory({ ...relayEnvironment(relay), RELAY_LOG_LEVEL: 'silent' }, await historyOf(world));
}

function writeJson(file: string, value: unknown): void {
  const text = JSON.stringify(value, (_, item) => (typeof item === 'bigint' ? toJson(item) : item), 2);
  writeFileSync(file, `${text}\n`);
}

function toJson(value: bigint): number | string {
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value.toString();
}
