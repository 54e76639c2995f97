import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { WorldFile } from './chain/world-file.ts';

/** Long tables of the seeded world as a text. */
export const OVERVIEW_FILE = 'world.txt';

/** What belongs to one world, beside its blocks and databases; logs stay. */
const OF_ONE_WORLD = ['deployment.json', 'purchases.json', OVERVIEW_FILE, 'relay', 'graph', 'truths.json'];

/** Deletes the files of a world. */
export function forgetWorld(dataFolder: string): void {
  new WorldFile(dataFolder).remove();
  for (const name of OF_ONE_WORLD) rmSync(join(dataFolder, name), { recursive: true, force: true });
}

/** The chain of a kept world may be reached at another port than last time. */
export function renewOverview(dataFolder: string, rpcUrl: string): void {
  const file = join(dataFolder, OVERVIEW_FILE);
  if (existsSync(file)) writeFileSync(file, readFileSync(file, 'utf8').replace(LOCAL_URL, rpcUrl));
}

/** The text has no other local URLs than that of the chain. */
const LOCAL_URL = /http:\/\/127\.0\.0\.1:\d+/g;
