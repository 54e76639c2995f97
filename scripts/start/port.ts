import { createServer } from 'node:net';
import { PlainError } from '../local/plain-error.ts';

/** Only programs on this machine can reach the chain: its keys are public. */
export const HOST = '127.0.0.1';

/** @throws {PlainError} when the port cannot be listened on, saying what uses it and how to choose another one. */
export async function checkPort(port: number): Promise<void> {
  const code = await tryListening(port);
  if (code === undefined) return;
  const remedy = `choose another one, such as: npm start -- --port ${port === 65_535 ? 8545 : Math.max(port, 1023) + 1}`;
  if (code === 'EADDRINUSE') {
    throw new PlainError(`Port ${port} is taken by ${await describeUser(port)}; end it or ${remedy}`);
  }
  if (code === 'EACCES') throw new PlainError(`Port ${port} is reserved for the system on this machine; ${remedy}`);
  throw new PlainError(`Port ${port} cannot be used (${code}); ${remedy}`);
}

/** Code of the error when it fails. */
function tryListening(port: number): Promise<string | undefined> {
  const server = createServer();
  return new Promise((done) => {
    server.once('error', ({ code }: NodeJS.ErrnoException) => done(code ?? 'unknown error'));
    server.listen(port, HOST, () => server.close(() => done(undefined)));
  });
}

async function describeUser(port: number): Promise<string> {
  try {
    const response = await fetch(`http://${HOST}:${port}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'eth_chainId', params: [] }),
      signal: AbortSignal.timeout(1_000),
    });
    const { result } = (await response.json()) as { result?: string };
    if (result !== undefined) return `another local chain (chain id ${Number(result)}), perhaps an earlier npm start`;
  } catch {
    // It speaks something else: all that can be said is that it is there.
  }
  return 'another program';
}
