import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Localized } from '../../../protocol/documents/quality-model/types.ts';
import type { Guardian } from '../guardian.ts';
import { freePort, HOST } from '../ports.ts';
import { SupervisedPart } from '../supervised-part.ts';
import { postgresBinaries } from './binaries.ts';
import { postgresFolder } from './data-folder.ts';
import { withClient } from './databases.ts';
import { endStranded } from './end-stranded.ts';
import { initCluster, SUPERUSER } from './init-cluster.ts';
import { postgresUser } from './user.ts';

export interface Postgres {
  readonly part: SupervisedPart;
  /** URL of a database of this server. */
  url(database: string): string;
}

const READY_TIMEOUT_MS = 30_000;

/**
 * Starts the PostgreSQL server from npm on files below the data folder.
 *
 * @param isFresh forget what the files hold
 * @returns undefined when npm has none for this platform
 * @throws {PlainError} when it does not come up
 */
export async function startPostgres(
  dataFolder: string,
  guardian: Guardian,
  say: (event: Localized) => void,
  isFresh = false,
): Promise<Postgres | undefined> {
  const user = postgresUser();
  const binaries = postgresBinaries(user);
  if (binaries === undefined) return undefined;
  const folder = postgresFolder(dataFolder, user);
  const data = join(folder, 'data');
  await endStranded(data);
  if (isFresh) rmSync(data, { recursive: true, force: true });
  const password = await initCluster(binaries, folder, user);
  const port = await freePort();
  const url = (database: string) => `postgres://${SUPERUSER}:${password}@${HOST}:${port}/${database}`;
  const settings = {
    listen_addresses: HOST,
    port: String(port),
    unix_socket_directories: '',
    // A killed process loses nothing by it; a machine that loses power may: then a new world is made.
    fsync: 'off',
    max_connections: '150',
    // Of the waits for a free connection the log says enough.
    log_min_messages: 'warning',
  };
  const part = new SupervisedPart(
    {
      name: 'postgres',
      title: { 'zh-Hans': '数据库', en: 'PostgreSQL' },
      child: () => ({
        command: binaries.postgres,
        args: ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
        cwd: folder,
        env: { ...process.env, LC_ALL: 'C' },
        ...(user && { user }),
        logFile: join(dataFolder, 'logs', 'postgres.log'),
        stopSignal: 'SIGINT', // disconnects everybody; SIGTERM would wait for them
      }),
      isReady: () => withClient(url('postgres'), async (client) => (await client.query('select 1')).rowCount === 1),
      readyTimeoutMs: READY_TIMEOUT_MS,
    },
    guardian,
    say,
  );
  await part.start();
  return { part, url };
}
