import { expect } from 'chai';
import { sql } from 'drizzle-orm';
import type { PoolClient } from 'pg';
import { openDatabase } from '../../../relay/db/client.ts';
import { createDatabase } from '../../support/postgres.ts';

/** As it is while connected; the published types leave it out. */
interface Wired {
  readonly connection: { readonly stream: { destroy(): void } };
}

describe('connections to the database', function () {
  this.timeout(60_000);

  it('are given back when they break at the beginning of a transaction', async () => {
    const { db, pool, close } = openDatabase(await createDatabase(), () => {}, 1);
    const cut = (client: PoolClient) => (client as unknown as Wired).connection.stream.destroy();
    pool.once('acquire', cut);
    const failure = await db.transaction(() => expect.fail('it has not begun')).catch((error: unknown) => error);
    expect(String((failure as Error).cause ?? failure)).to.match(/Connection terminated/);
    // There is only one connection: a lost one would be waited for.
    const { rows } = await db.transaction((tx) => tx.execute(sql`select 1 as one`));
    expect(rows).to.deep.equal([{ one: 1 }]);
    await close();
  });
});
