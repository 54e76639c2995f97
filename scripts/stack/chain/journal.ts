import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Connection } from '../../local/deploy-local.ts';
import { type BlockRecord, headOf, readBlocks } from './block-record.ts';

/** A file with a line for every block of a chain, from block 0 on. */
export class Journal {
  readonly #file: string;
  #connection: Connection | undefined;
  /** First block that is not in the file. */
  #next = 0;
  /** Calls come side by side; blocks are written one after the other. */
  #queue: Promise<void> = Promise.resolve();

  constructor(file: string) {
    this.#file = file;
  }

  /**
   * Everything that was written completely; a line that a crash cut off is not, and is removed.
   *
   * @returns an empty list when there is no journal
   */
  read(): BlockRecord[] {
    if (!existsSync(this.#file)) return [];
    const text = readFileSync(this.#file);
    const end = text.lastIndexOf('\n') + 1;
    if (end < text.length) truncateSync(this.#file, end);
    const lines = text.subarray(0, end).toString('utf8').split('\n').slice(0, -1);
    return lines.map((line) => JSON.parse(line) as BlockRecord);
  }

  /** From now on writes what a chain adds; its blocks up to `written` are in the file. */
  follow(connection: Connection, written: number): void {
    if (written < 0) {
      mkdirSync(dirname(this.#file), { recursive: true });
      writeFileSync(this.#file, '');
    }
    this.#next = written + 1;
    this.#connection = connection;
  }

  /** Writes the blocks that the chain has and the file has not; resolves when they are there. */
  catchUp(): Promise<void> {
    const connection = this.#connection;
    if (connection === undefined) return Promise.resolve();
    const written = this.#queue.then(() => this.#write(connection));
    this.#queue = written.catch(() => {});
    return written;
  }

  async #write(connection: Connection): Promise<void> {
    const head = await headOf(connection);
    if (head < this.#next) return;
    const records = await readBlocks(connection, this.#next, head);
    appendFileSync(this.#file, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
    this.#next = head + 1;
  }
}
