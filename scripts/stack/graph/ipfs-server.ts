import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { LISTEN } from '../ports.ts';

/**
 * As much of an IPFS node as a graph-node needs: it serves the subgraph's files, and for all else asks the relay, which has the
 * documents.
 */
export async function openIpfsServer(port: number, relayUrl: string, files: ReadonlyMap<string, Uint8Array>) {
  const server = createServer((request, response) => {
    answer(request, response, relayUrl, files).catch(() => {
      if (!response.headersSent) response.writeHead(502);
      response.end();
    });
  });
  await new Promise<void>((done, fail) => server.once('error', fail).listen(port, LISTEN, done));
  return {
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  relayUrl: string,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  const { pathname, search, searchParams } = new URL(request.url ?? '/', 'http://ipfs');
  const path = searchParams.get('arg') ?? pathname;
  const own = files.get(path.replace(/^\/ipfs\//, ''));
  if (own !== undefined) {
    response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': own.length });
    response.end(own);
    return;
  }
  const answered = await fetch(`${relayUrl}${pathname}${search}`, { method: request.method ?? 'GET' });
  const type = answered.headers.get('content-type');
  response.writeHead(answered.status, type === null ? {} : { 'content-type': type });
  response.end(Buffer.from(await answered.arrayBuffer()));
}
