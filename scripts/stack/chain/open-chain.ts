import hre from 'hardhat';
import type { Connection } from '../../local/deploy-local.ts';
import { HOST, LISTEN } from '../ports.ts';
import { withoutTraces } from './without-traces.ts';

/** A local chain that this process drives directly and others reach by JSON-RPC. */
export interface LocalChain {
  readonly connection: Connection;
  readonly rpcUrl: string;
  close(): Promise<void>;
}

type Handlers = Parameters<typeof hre.hooks.registerHandlers<'network'>>[1];

/** Calls that may add blocks. */
const MINING = new Set(['eth_sendTransaction', 'eth_sendRawTransaction', 'evm_mine', 'hardhat_mine']);

/**
 * Opens a chain whose first block has the time `genesisTime` (Unix seconds).
 *
 * @param hasTraces Solidity stack traces in messages, for which Hardhat reads all that was compiled
 * @param afterMining runs after every call that may have added blocks, before the caller hears of it
 */
export async function openChain(
  port: number,
  genesisTime: number,
  afterMining: () => Promise<void>,
  hasTraces = true,
): Promise<LocalChain> {
  let connection: Connection | undefined;
  const handlers: Handlers = {
    // The server keeps its connection to itself; the hook sees it being made.
    async newConnection(context, next) {
      const made = await next(context);
      connection ??= made as unknown as Connection;
      return made;
    },
    async onRequest(context, asked, request, next) {
      try {
        return await next(context, asked, forward(request));
      } finally {
        // A transaction that reverts is in a block, too.
        if (asked.id === connection?.id && MINING.has(request.method)) await afterMining();
      }
    },
  };
  hre.hooks.registerHandlers('network', handlers);
  const override = { initialDate: new Date(genesisTime * 1000) };
  const create = () => hre.network.createServer({ network: 'default', override }, LISTEN, port);
  const server = await (hasTraces ? create() : withoutTraces(create));
  if (connection === undefined) throw new Error('Hardhat made a server without a connection');
  await server.listen();
  return {
    connection,
    rpcUrl: `http://${HOST}:${port}`,
    async close() {
      await server.close();
      hre.hooks.unregisterHandlers('network', handlers);
    },
  };
}

/**
 * Hardhat takes an interval of 0 seconds between blocks, viem's default, as leave to let their times go backwards; without an
 * interval it takes one second.
 */
function forward<R extends { readonly method: string; readonly params?: unknown }>(request: R): R {
  const { method, params } = request;
  if (method !== 'hardhat_mine' || !Array.isArray(params) || Number(params[1] ?? 1) !== 0) return request;
  return { ...request, params: params.slice(0, 1) };
}
