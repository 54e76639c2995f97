import pg from 'pg';
import { PlainError } from '../../local/plain-error.ts';

/** Waits no longer than this for an answer of a server that is not there. */
const CONNECT_TIMEOUT_MS = 2_000;

/** Runs `work` on a connection of its own. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  client.on('error', () => {}); // the query in flight says it, too
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

/** @param server URL of a database of the server that exists */
export function hasDatabase(server: string, name: string): Promise<boolean> {
  return withClient(server, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    return rowCount === 1;
  });
}

/**
 * Makes a database of our own server, after dropping it when it has to be empty.
 *
 * @param server URL of a database of the server that exists
 */
export async function ensureDatabase(server: string, name: string, isEmpty: boolean): Promise<void> {
  const exists = await hasDatabase(server, name);
  if (exists && !isEmpty) return;
  await withClient(server, async (client) => {
    if (exists) await client.query(`drop database ${client.escapeIdentifier(name)} with (force)`);
    await client.query(`create database ${client.escapeIdentifier(name)}`);
  });
}

/**
 * A database of the user's own is never dropped: for a new world it has to be empty.
 *
 * @param variable where its URL came from
 * @throws {PlainError}
 */
export async function checkOwnDatabase(url: string, variable: string, isEmpty: boolean): Promise<void> {
  let tables: number;
  try {
    tables = await withClient(url, async (client) => {
      const { rows } = await client.query<{ count: string }>(
        `select count(*) from information_schema.tables where table_schema not in ('pg_catalog', 'information_schema')`,
      );
      return Number(rows[0]?.count ?? 0);
    });
  } catch (error) {
    throw new PlainError(
      `The database of ${variable} cannot be reached: ${(error as Error).message}
无法连接 ${variable} 指定的数据库：${(error as Error).message}`,
    );
  }
  if (isEmpty && tables > 0) {
    throw new PlainError(
      `The database of ${variable} holds ${tables} tables of another world and is yours, so it is not dropped; empty it and start again.
${variable} 指定的数据库中有另一个世界的 ${tables} 张表；它属于您，不会被自动删除，请清空后重新启动。`,
    );
  }
}
