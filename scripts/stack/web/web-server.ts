import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { type Connect, type Plugin, type ProxyOptions, preview } from 'vite';
import type { AppConfig } from '../../../web/app/config.ts';
import { root } from '../../checks/tool.ts';
import { LISTEN } from '../ports.ts';
import type { Control } from '../types.ts';
import { PAGE_FOLDER } from './page-build.ts';

export interface WebServerOptions {
  readonly port: number;
  readonly config: AppConfig;
  /** Where `/rpc`, `/relay` and `/subgraph` go on to; absolute. */
  readonly targets: { readonly rpc: string; readonly relay: string; readonly subgraph: string };
  readonly control: Control | undefined;
}

export interface WebServer {
  close(): Promise<void>;
}

/** Names in this folder carry a hash of their content. */
const HASHED = '/assets/';
const FOREVER = 'public, max-age=31536000, immutable';
const ASK_AGAIN = 'no-cache';

/** Serves the built page, and hands on to the other parts, on one origin. */
export async function openWebServer({ port, config, targets, control }: WebServerOptions): Promise<WebServer> {
  const server = await withoutItsExits(() =>
    preview({
      root: join(root, 'web'),
      configFile: false,
      logLevel: 'error',
      build: { outDir: PAGE_FOLDER },
      plugins: [stackPlugin(config, control)],
      preview: {
        host: LISTEN,
        port,
        strictPort: true,
        allowedHosts: ['localhost'],
        proxy: {
          '^/rpc(?:$|[/?])': { ...handOn(targets.rpc, '/rpc'), ws: true },
          '^/relay(?:$|[/?])': handOn(targets.relay, '/relay'),
          '^/subgraph(?:$|[/?])': handOn(targets.subgraph, '/subgraph'),
        },
      },
    }),
  );
  // Whoever keeps a connection open must not delay the end.
  return {
    async close() {
      const { httpServer } = server;
      if ('closeAllConnections' in httpServer) httpServer.closeAllConnections();
      await server.close();
    },
  };
}

/** Vite ends the process on SIGTERM and at the end of the standard input; here others have to be ended in good order first. */
async function withoutItsExits<T>(open: () => Promise<T>): Promise<T> {
  const terms = process.listeners('SIGTERM');
  const ends = process.stdin.listeners('end');
  const opened = await open();
  for (const listener of process.listeners('SIGTERM')) {
    if (!terms.includes(listener)) process.off('SIGTERM', listener);
  }
  for (const listener of process.stdin.listeners('end')) {
    if (!ends.includes(listener)) process.stdin.off('end', listener as () => void);
  }
  return opened;
}

/** The rest of the path goes on, the prefix does not. */
function handOn(target: string, prefix: string): ProxyOptions {
  const { origin, pathname } = new URL(target);
  const base = pathname.replace(/\/$/, '');
  return {
    target: origin,
    xfwd: true,
    rewrite: (path) => `${base}${path.slice(prefix.length)}` || '/',
    configure: (proxy) => {
      proxy.on('error', (_error, _request, response) => {
        if (!('writeHead' in response) || response.headersSent) return;
        response.writeHead(503, { 'content-type': 'application/problem+json', 'retry-after': '1' });
        const title = `${prefix.slice(1)} is being started again · 正在重新启动`;
        response.end(JSON.stringify({ type: 'about:blank', title, status: 503, code: 'PART_UNAVAILABLE' }));
      });
    },
  };
}

function stackPlugin(config: AppConfig, control: Control | undefined): Plugin {
  return {
    name: 'stack',
    configurePreviewServer({ middlewares }) {
      middlewares.use(cacheControl);
      middlewares.use('/config.json', (_request, response) => sendJson(response, 200, config));
      middlewares.use('/local', (request, response) => void answerLocal(request, response, control));
    },
  };
}

function cacheControl({ url = '' }: IncomingMessage, response: ServerResponse, next: Connect.NextFunction): void {
  response.setHeader('cache-control', url.startsWith(HASHED) ? FOREVER : ASK_AGAIN);
  next();
}

async function answerLocal(request: IncomingMessage, response: ServerResponse, control: Control | undefined) {
  try {
    if (control === undefined) sendJson(response, 404, { title: 'There is no control of this chain.' });
    else await control.handle(request, response);
  } catch (error) {
    console.error(error);
    if (response.headersSent) response.destroy();
    else sendJson(response, 500, { title: 'The control of the local chain failed; the terminal says why.' });
  }
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(JSON.stringify(status < 400 ? body : { type: 'about:blank', status, ...(body as object) }));
}
