import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { buildStatementTrees, type StatementTrees } from '../../protocol/settlement/build-statement-trees.ts';
import type { Relay } from '../relay.ts';
import { StatementMismatch, statementScope } from '../statements/build-statement.ts';
import { ORDER_FILE_MIME } from '../statements/order-file-mime.ts';
import { readOrderFile, writeOrderFile } from '../statements/order-file-on-disk.ts';
import { receiptPages } from '../statements/receipt-source.ts';
import { statements } from '../statements/tables.ts';

/** Orders in all trees that are kept; a million take half a gigabyte. */
const MAX_ORDERS = 1_000_000;

/** The statement of this epoch has no trees (yet). */
export class NoTrees extends Error {
  override readonly name = 'NoTrees';
}

/** Trees of statements, built again from their order files when they are asked for; the last ones used are kept. */
export class StatementTreeCache {
  readonly #relay: Relay;
  /** Least recently used first. */
  readonly #kept = new Map<number, { lotRoot: string; orders: number; trees: Promise<StatementTrees> }>();

  constructor(relay: Relay) {
    this.#relay = relay;
  }

  /** @throws NoTrees before the statement is built */
  async get(epoch: number): Promise<StatementTrees> {
    const [row] = await this.#relay.db.select().from(statements).where(eq(statements.epoch, epoch));
    if (row?.stage !== 'built' || row.lotRoot === null || row.dataDigest === null) {
      throw new NoTrees(`There is no statement of epoch ${epoch} yet.`);
    }
    const { lotRoot, orders } = row;
    const found = this.#kept.get(epoch);
    this.#kept.delete(epoch);
    const entry = found?.lotRoot === lotRoot ? found : { lotRoot, orders, trees: this.#build(epoch, row) };
    this.#kept.set(epoch, entry);
    this.#drop();
    try {
      return await entry.trees;
    } catch (error) {
      this.#kept.delete(epoch);
      throw error;
    }
  }

  /** Forgets all trees. */
  clear(): void {
    this.#kept.clear();
  }

  #drop(): void {
    let orders = [...this.#kept.values()].reduce((sum, entry) => sum + entry.orders, 0);
    for (const [epoch, entry] of this.#kept) {
      if (orders <= MAX_ORDERS || this.#kept.size === 1) return;
      this.#kept.delete(epoch);
      orders -= entry.orders;
    }
  }

  async #build(epoch: number, row: typeof statements.$inferSelect): Promise<StatementTrees> {
    const stored = this.#relay.documents.pathOf(row.dataDigest ?? '0x');
    const path = existsSync(stored) ? stored : await this.#restore(epoch, row);
    const trees = await buildStatementTrees(readOrderFile(path), statementScope(this.#relay, epoch));
    if (trees.lotRoot !== row.lotRoot || trees.recommenderRoot !== row.recommenderRoot) {
      throw new StatementMismatch(`The order file of epoch ${epoch} is not the one that its statement was built from.`);
    }
    return trees;
  }

  /** The store has lost the file, or another machine has it: equal receipts make equal bytes. */
  async #restore(epoch: number, { orders }: typeof statements.$inferSelect): Promise<string> {
    const { db, chain, documents } = this.#relay;
    const path = join(documents.workFolder, `order-file-${epoch}-${randomUUID()}`);
    try {
      const pages = receiptPages(db, chain.platformId, epoch);
      const digest = await writeOrderFile(path, statementScope(this.#relay, epoch), orders, pages);
      await documents.adopt(path, digest, ORDER_FILE_MIME);
      return documents.pathOf(digest);
    } finally {
      await rm(path, { force: true });
    }
  }
}

const caches = new WeakMap<Relay, StatementTreeCache>();

/** The trees of a relay. */
export function treesOf(relay: Relay): StatementTreeCache {
  const known = caches.get(relay) ?? new StatementTreeCache(relay);
  caches.set(relay, known);
  return known;
}
