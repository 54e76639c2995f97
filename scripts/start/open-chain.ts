import hre from 'hardhat';
import type { Connection } from '../local/deploy-local.ts';
import { HOST } from './port.ts';

/** A local chain that this process drives directly and others reach by JSON-RPC. */
export interface LocalChain {
  readonly connection: Connection;
  readonly rpcUrl: string;
  close(): Promise<void>;
}

/** Opens a chain whose first block has the time `since`. */
export async function openChain(port: number, since: Date): Promise<LocalChain> {
  const { server, connection } = await createServer(port, since);
  await server.listen();
  return {
    connection,
    rpcUrl: `http://${HOST}:${port}`,
    close: () => server.close(),
  };
}

/** The server keeps its connection to itself; the hook sees it being made. */
async function createServer(port: number, since: Date) {
  const made: Connection[] = [];
  type Handlers = Parameters<typeof hre.hooks.registerHandlers<'network'>>[1];
  const handlers: Handlers = {
    async newConnection(context, next) {
      const connection = await next(context);
      made.push(connection as unknown as Connection);
      return connection;
    },
  };
  hre.hooks.registerHandlers('network', handlers);
  try {
    const params = { network: 'default', override: { initialDate: since } };
    const server = await hre.network.createServer(params, HOST, port);
    const [connection] = made;
    if (connection === undefined) throw new Error('Hardhat made a server without a connection');
    return { server, connection };
  } finally {
    hre.hooks.unregisterHandlers('network', handlers);
  }
}
