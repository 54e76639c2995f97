import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { PlainError } from '../local/plain-error.ts';
import type { StackPorts } from './types.ts';

/** Where the parts reach each other. */
export const HOST = '127.0.0.1';

/** Only programs on this machine can reach the stack: the chain's keys are public. In a container it is the container's network. */
export const LISTEN = process.env.COMMUNE_LISTEN || HOST;

const LAST_PORT = 65_535;
const FIRST_FREE_FOR_ALL = 1024;

export const PORT_OPTIONS: Record<keyof StackPorts, string> = {
  page: '--port',
  rpc: '--rpc-port',
  relay: '--relay-port',
  graph: '--graph-port',
};

/** @throws {PlainError} when one cannot be listened on, saying what uses it and how to choose another one. */
export async function choosePorts(wanted: StackPorts): Promise<StackPorts> {
  const entries = Object.entries(wanted) as [keyof StackPorts, number][];
  const chosen: Partial<Record<keyof StackPorts, number>> = {};
  for (const [use, port] of entries) {
    const twin = entries.find(([other, otherPort]) => other !== use && otherPort === port && port !== 0);
    if (twin !== undefined) {
      throw new PlainError(
        `${PORT_OPTIONS[use]} and ${PORT_OPTIONS[twin[0]]} are both ${port}; each needs a port of its own.
${PORT_OPTIONS[use]} 与 ${PORT_OPTIONS[twin[0]]} 都是 ${port}，请各用一个端口。`,
      );
    }
    if (port !== 0) await checkPort(port, PORT_OPTIONS[use]);
  }
  for (const [use, port] of entries) chosen[use] = port === 0 ? await freePort() : port;
  return chosen as StackPorts;
}

/** A port that nobody listens on at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done, fail) => server.once('error', fail).listen(0, LISTEN, done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/** @throws {PlainError} */
export async function checkPort(port: number, option: string): Promise<void> {
  const code = await tryListening(port);
  if (code === undefined) return;
  const other = port >= LAST_PORT ? FIRST_FREE_FOR_ALL : Math.max(port + 1, FIRST_FREE_FOR_ALL);
  const remedy = `npm start -- ${option} ${other}`;
  if (code === 'EADDRINUSE') {
    const user = await describeUser(port);
    throw new PlainError(
      `Port ${port} is taken by ${user.en}; end it or choose another one, such as: ${remedy}
端口 ${port} 已被${user.zh}占用；请先结束它，或换一个端口，例如：${remedy}`,
    );
  }
  const reason =
    code === 'EACCES'
      ? { en: 'is reserved for the system on this machine', zh: '为系统保留' }
      : { en: `cannot be used (${code})`, zh: `无法使用（${code}）` };
  throw new PlainError(
    `Port ${port} ${reason.en}; choose another one, such as: ${remedy}
端口 ${port} ${reason.zh}；请换一个端口，例如：${remedy}`,
  );
}

/** Code of the error when it fails. */
function tryListening(port: number): Promise<string | undefined> {
  const server = createServer();
  return new Promise((done) => {
    server.once('error', ({ code }: NodeJS.ErrnoException) => done(code ?? 'unknown error'));
    server.listen(port, LISTEN, () => server.close(() => done(undefined)));
  });
}

async function describeUser(port: number): Promise<{ en: string; zh: string }> {
  const base = `http://${HOST}:${port}`;
  const signal = AbortSignal.timeout(1_000);
  const [rpc, page] = await Promise.allSettled([
    fetch(base, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'eth_chainId', params: [] }),
      signal,
    }).then((response) => response.json() as Promise<{ result?: string }>),
    fetch(`${base}/config.json`, { signal }).then((response) => response.json() as Promise<{ chain?: unknown }>),
  ]);
  if (rpc.status === 'fulfilled' && typeof rpc.value.result === 'string') {
    const id = Number(rpc.value.result);
    return {
      en: `another local chain (chain id ${id}), perhaps an earlier npm start`,
      zh: `另一条本地链（链 ID ${id}，可能是先前的 npm start）`,
    };
  }
  if (page.status === 'fulfilled' && page.value.chain !== undefined) {
    return { en: 'the page of another npm start', zh: '另一个 npm start 的页面' };
  }
  return { en: 'another program', zh: '其他程序' };
}
