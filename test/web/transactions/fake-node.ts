import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Client, createClient, custom, type Hex } from 'viem';
import { hardhat } from 'viem/chains';
import type { ChainClient } from '../../../web/shared/chain/use-chain-client.ts';

/** Answers of a node, by method; what throws is an error of the node, what is missing here it does not know. */
export type Answers = Readonly<Record<string, (...params: never[]) => unknown>>;

/** A client of a node that answers as the test wants. */
export function fakeNode(answers: Answers): ChainClient {
  const request = async ({ method, params }: { method: string; params?: unknown[] }) => {
    const answer = answers[method];
    if (!answer) throw new Error(`the test expects no ${method}`);
    return answer(...((params ?? []) as never[]));
  };
  const transport = custom({ request }, { retryCount: 0 });
  return createClient({ chain: hardhat, transport, pollingInterval: 5 }) as Client as ChainClient;
}

/** An error of a node with the data of a custom error. */
export function reverted(data: Hex): Error {
  return Object.assign(new Error('execution reverted'), { code: 3, data });
}

/** A receipt as a node gives it. */
export function rawReceipt(hash: Hex, change: Record<string, unknown> = {}) {
  return {
    transactionHash: hash,
    blockHash: `0x${'b'.repeat(64)}`,
    blockNumber: '0x10',
    status: '0x1',
    logs: [],
    type: '0x2',
    gasUsed: '0x1',
    cumulativeGasUsed: '0x1',
    effectiveGasPrice: '0x1',
    transactionIndex: '0x0',
    from: `0x${'1'.repeat(40)}`,
    to: `0x${'2'.repeat(40)}`,
    ...change,
  };
}

/** A transaction as a node gives it. */
export function rawTransaction(hash: Hex, change: Record<string, unknown> = {}) {
  return {
    hash,
    blockHash: null,
    blockNumber: null,
    transactionIndex: null,
    nonce: '0x7',
    from: `0x${'1'.repeat(40)}`,
    to: `0x${'2'.repeat(40)}`,
    gas: '0x1',
    gasPrice: '0x1',
    value: '0x0',
    input: '0x',
    type: '0x0',
    ...change,
  };
}

/** An index whose latest block is what `block` says. */
export async function fakeIndex(block: () => number): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ data: { _meta: { block: { number: block() }, hasIndexingErrors: false } } }));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}
