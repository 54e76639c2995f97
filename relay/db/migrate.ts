import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { migrate as runMigrations } from 'drizzle-orm/node-postgres/migrator';
import { openDatabase } from './client.ts';

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));
/** Two relays that start at the same time must not migrate at the same time. */
const MIGRATION_LOCK = 7_238_001;

/** Brings a database to the newest schema. */
export async function migrate(url: string): Promise<void> {
  // One connection: the lock belongs to it.
  const { db, close } = openDatabase(url, undefined, 1);
  try {
    await db.execute(sql`select pg_advisory_lock(${MIGRATION_LOCK})`);
    await runMigrations(db, { migrationsFolder });
  } finally {
    await close();
  }
}
