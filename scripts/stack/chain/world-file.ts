import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Address } from 'viem';
import type { EpochClock } from '../../../protocol/clock/epoch-clock.ts';
import type { ContractName } from '../../deploy/contract-names.ts';
import type { CheatedReceipts } from '../../seed/dishonest-platform.ts';
import type { LocalAccount } from '../../start/accounts.ts';

/** What is known of a world beside its blocks. */
export interface WorldFacts {
  /** Different for every world. */
  readonly worldId: string;
  /** Of what it was made of. */
  readonly fingerprint: string;
  /** Time of block 0 (Unix seconds). */
  readonly genesisTime: number;
  readonly clock: EpochClock;
  readonly platformId: number;
  readonly contracts: Readonly<Record<ContractName, Address>>;
  /** Block of the first contract. */
  readonly startBlock: number;
  /** Height at which the seeded history ended. */
  readonly blockNumber: number;
  readonly accounts: readonly LocalAccount[];
  /** Of the platform that cheats. */
  readonly cheatedReceipts: CheatedReceipts;
}

/** The file is written when everything of a new world is complete, so its absence says that there is none. */
export class WorldFile {
  readonly journalFile: string;
  readonly #file: string;

  constructor(dataFolder: string) {
    this.#file = join(dataFolder, 'chain', 'world.json');
    this.journalFile = join(dataFolder, 'chain', 'journal.jsonl');
  }

  read(): WorldFacts | undefined {
    try {
      return JSON.parse(readFileSync(this.#file, 'utf8')) as WorldFacts;
    } catch {
      return undefined;
    }
  }

  write(facts: WorldFacts): void {
    mkdirSync(dirname(this.#file), { recursive: true });
    writeFileSync(this.#file, `${JSON.stringify(facts, null, 2)}\n`);
  }

  remove(): void {
    rmSync(dirname(this.#file), { recursive: true, force: true });
  }
}
