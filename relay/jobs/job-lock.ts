import type pg from 'pg';

/** Of all relays that work on one database, one at a time runs jobs. */
const JOB_LOCK = 7_238_002;

/**
 * Runs `work` while no other process or call does; the database gives the lock back when the process dies.
 *
 * @param wait whether to wait for the lock; otherwise null when somebody else has it
 */
export async function withJobLock<T>(pool: pg.Pool, wait: boolean, work: () => Promise<T>): Promise<T | null> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const onError = (error: Error) => {
    broken = error;
  };
  client.on('error', onError);
  try {
    const call = wait ? 'pg_advisory_lock' : 'pg_try_advisory_lock';
    const { rows } = await client.query(`select ${call}($1) as locked`, [JOB_LOCK]);
    if (!wait && rows[0]?.locked !== true) return null;
    try {
      return await work();
    } finally {
      await client.query('select pg_advisory_unlock($1)', [JOB_LOCK]);
    }
  } catch (error) {
    broken ??= error as Error;
    throw error;
  } finally {
    client.off('error', onError);
    // A connection that failed must not go back: it might still hold the lock.
    client.release(broken);
  }
}
