import { PlainError } from '../local/plain-error.ts';
import type { Endings } from './endings.ts';
import type { Guardian } from './guardian.ts';
import { checkOwnDatabase, ensureDatabase, hasDatabase } from './postgres/databases.ts';
import { startPostgres } from './postgres/postgres.ts';
import type { SupervisedPart } from './supervised-part.ts';
import type { StackOptions } from './types.ts';

export interface Databases {
  /** Our own server, if one of the databases lives in it. */
  readonly part: SupervisedPart | undefined;
  readonly relayUrl: string;
  graphUrl(): string;
  /** The relay's database of an earlier start is there. */
  readonly isKept: boolean;
  /** Makes them ready; empty for a new world. */
  prepare(isNewWorld: boolean): Promise<void>;
  /** Makes the index' database empty: what it holds can be read from the chain again. */
  emptyGraph(): Promise<void>;
}

const VARIABLES = { relay: 'RELAY_DATABASE_URL', graph: 'GRAPH_DATABASE_URL' } as const;
type Name = keyof typeof VARIABLES;

/** Starts PostgreSQL, unless the user brings databases of his own for everything. */
export async function startDatabases(
  { dataFolder, fresh, graphNode, say }: StackOptions,
  guardian: Guardian,
  endings: Endings,
): Promise<Databases> {
  const own = { relay: process.env[VARIABLES.relay] || undefined, graph: process.env[VARIABLES.graph] || undefined };
  // A graph-node elsewhere has its database elsewhere.
  const names: Name[] = graphNode === undefined ? ['relay', 'graph'] : ['relay'];
  const server = names.every((name) => own[name] !== undefined)
    ? undefined
    : await startPostgres(dataFolder, guardian, say, fresh);
  if (server !== undefined) endings.add(() => server.part.stop());
  const url = (name: Name): string => {
    const found = own[name] ?? server?.url(name);
    if (found !== undefined) return found;
    throw new PlainError(
      `npm has no PostgreSQL for ${process.platform} on ${process.arch}; give the URLs of two databases of your own in RELAY_DATABASE_URL and GRAPH_DATABASE_URL.
npm 上没有适用于 ${process.platform}（${process.arch}）的 PostgreSQL；请用 RELAY_DATABASE_URL 与 GRAPH_DATABASE_URL 指定您自己的两个数据库。`,
    );
  };
  const prepare = async (name: Name, isEmpty: boolean) => {
    if (own[name] !== undefined) await checkOwnDatabase(url(name), VARIABLES[name], isEmpty);
    else if (server !== undefined) await ensureDatabase(server.url('postgres'), name, isEmpty);
  };
  return {
    part: server?.part,
    relayUrl: url('relay'),
    graphUrl: () => url('graph'),
    isKept: own.relay !== undefined || (server !== undefined && (await hasDatabase(server.url('postgres'), 'relay'))),
    async prepare(isNewWorld) {
      for (const name of names) await prepare(name, isNewWorld);
    },
    emptyGraph: () => prepare('graph', true),
  };
}
