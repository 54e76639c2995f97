import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';

/** The database, or a transaction of it: everything that reads or writes takes one of the two. */
export type Db = NodePgDatabase;
export type Transaction = Parameters<Parameters<Db['transaction']>[0]>[0];
export type Queryable = Db | Transaction;

export interface Database {
  readonly db: Db;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

/** Connections are opened when they are needed. */
export function openDatabase(url: string, onError: (error: Error) => void = () => {}, max = 10): Database {
  const pool = new pg.Pool({ connectionString: url, max, application_name: 'relay' });
  // A connection that breaks while it is idle must not end the process; the next query opens another one.
  pool.on('error', onError);
  // One that breaks while a transaction thinks, too: the pool only listens to those that it holds.
  pool.on('connect', (client) => client.on('error', onError));
  return { db: Object.assign(drizzle(pool), { transaction: inTransaction(pool) }), pool, close: () => pool.end() };
}

/**
 * As Drizzle would do it with the pool, except that the connection is given back also when it breaks at `begin`: Drizzle 0.45 would keep it, and
 * after a few such losses there would be none left, and nothing that waits for them all would end.
 */
function inTransaction(pool: pg.Pool): Db['transaction'] {
  return async (work, config) => {
    const client = await pool.connect();
    try {
      return await drizzle(client).transaction(work, config);
    } finally {
      client.release();
    }
  };
}
