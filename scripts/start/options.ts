import { resolve } from 'node:path';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { root } from '../checks/tool.ts';
import { PlainError } from '../local/plain-error.ts';
import type { GraphNodeUrls, StackPorts } from '../stack/types.ts';

const DEFAULT_PORTS: StackPorts = { page: 3000, rpc: 8545, relay: 3001, graph: 8000 };
const DEFAULT_IPFS_PORT = 5001;
/** graph-node's own default. */
const ADMIN_PORT = '8020';
const LAST_PORT = 65_535;

export const USAGE = `Usage: npm start -- [options]

Runs the whole product on this machine: a local chain with a seeded history, database, relay, index and the page.
The chain goes on where the last start stopped; chain time stands still in between.
在本机运行整个产品：带有历史数据的本地链、数据库、订单中继、索引和网页。
本地链从上次停下的地方继续；停止期间链上时间不走。

  --port N        port of the page (default ${DEFAULT_PORTS.page}) · 网页端口
  --rpc-port N    port of the chain's JSON-RPC (default ${DEFAULT_PORTS.rpc}) · 本地链 JSON-RPC 端口
  --relay-port N  port of the relay (default ${DEFAULT_PORTS.relay}) · 订单中继端口
  --graph-port N  port of the index' GraphQL (default ${DEFAULT_PORTS.graph}) · 索引 GraphQL 端口
  --graph-node URL  use a graph-node of your own, such as http://127.0.0.1:8000, instead of the built-in one; needed
                  where npm has none (all but Linux on x64), see docs/operations.md
                  使用您自己的 graph-node；npm 未提供内置版本的平台（Linux x64 以外）需要它
  --ipfs-port N   port from which that graph-node fetches what it indexes (default 5001) · 供其读取的 IPFS 端口
  --data DIR      where everything is kept (default .local) · 数据目录
  --fresh         forget the last world and make a new one · 清除上次的世界，从头开始
  --verbose       also print addresses, accounts, lots and commands to try · 同时输出地址、账户、批次与可试的命令
  --help          this text · 本说明

RELAY_DATABASE_URL and GRAPH_DATABASE_URL in the environment name databases of your own (PostgreSQL).
环境变量 RELAY_DATABASE_URL 与 GRAPH_DATABASE_URL 可指定您自己的 PostgreSQL 数据库。
GRAPH_NODE_URL and GRAPH_NODE_ADMIN_URL stand for --graph-node and its administration (default: port 8020 beside it).
GRAPH_NODE_URL 与 GRAPH_NODE_ADMIN_URL 等同于 --graph-node 及其管理地址（默认同一主机的 8020 端口）。`;

const CONFIG = {
  port: { type: 'string' },
  'rpc-port': { type: 'string' },
  'relay-port': { type: 'string' },
  'graph-port': { type: 'string' },
  'graph-node': { type: 'string' },
  'ipfs-port': { type: 'string' },
  data: { type: 'string' },
  fresh: { type: 'boolean' },
  verbose: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies ParseArgsConfig['options'];

export interface StartOptions {
  readonly ports: StackPorts;
  /** Absolute. */
  readonly dataFolder: string;
  readonly fresh: boolean;
  readonly verbose: boolean;
  readonly graphNode?: GraphNodeUrls;
}

/**
 * Reads the command line.
 *
 * @param args without node and script
 * @param base what a relative path starts from: the directory where the user typed `npm start`
 * @returns `'help'` when the usage is asked for
 * @throws {PlainError}
 */
export function parseOptions(
  args: readonly string[],
  base: string = process.env.INIT_CWD ?? process.cwd(),
): StartOptions | 'help' {
  const values = parseStrictly(args);
  if (values.help) return 'help';
  if (values.data?.trim() === '') {
    throw new PlainError('The option --data needs the name of a folder. 选项 --data 需要一个目录名。');
  }
  const graphNode = toGraphNode(values['graph-node'] ?? process.env.GRAPH_NODE_URL, values['ipfs-port']);
  return {
    ports: {
      page: toPort('--port', values.port, DEFAULT_PORTS.page),
      rpc: toPort('--rpc-port', values['rpc-port'], DEFAULT_PORTS.rpc),
      relay: toPort('--relay-port', values['relay-port'], DEFAULT_PORTS.relay),
      graph: toPort('--graph-port', values['graph-port'], DEFAULT_PORTS.graph),
    },
    dataFolder: values.data === undefined ? resolve(root, '.local') : resolve(base, values.data),
    fresh: values.fresh ?? false,
    verbose: values.verbose ?? false,
    ...(graphNode && { graphNode }),
  };
}

function toGraphNode(url: string | undefined, ipfsPort: string | undefined): GraphNodeUrls | undefined {
  if (url === undefined || url === '') return undefined;
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new PlainError(
      `--graph-node needs a URL such as http://127.0.0.1:8000, not "${url}". 选项 --graph-node 需要一个 URL，例如 http://127.0.0.1:8000。`,
    );
  }
  const admin = new URL(url);
  admin.port = ADMIN_PORT;
  return {
    query: url.replace(/\/+$/, ''),
    admin: process.env.GRAPH_NODE_ADMIN_URL || admin.origin,
    ipfsPort: toPort('--ipfs-port', ipfsPort, DEFAULT_IPFS_PORT),
  };
}

function parseStrictly(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: CONFIG, strict: true }).values;
  } catch (error) {
    throw new PlainError(explain(error as NodeJS.ErrnoException), { cause: error });
  }
}

/** What Node says, in one sentence of our own. */
function explain({ code, message }: NodeJS.ErrnoException): string {
  const subject = /'(.*?)(?: <value>)?'/s.exec(message)?.[1] ?? '';
  const seeHelp = '"npm start -- --help" lists the options';
  switch (code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `There is no option ${subject}; ${seeHelp}. 没有选项 ${subject}。`;
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return `The argument "${subject}" belongs to no option; ${seeHelp}. 参数“${subject}”不属于任何选项。`;
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE': {
      const takesNone = message.includes('does not take');
      return takesNone
        ? `The option ${subject} takes no value; ${seeHelp}. 选项 ${subject} 不带值。`
        : `The option ${subject} needs a value; ${seeHelp}. 选项 ${subject} 需要一个值。`;
    }
    default:
      return message;
  }
}

function toPort(option: string, text: string | undefined, fallback: number): number {
  if (text === undefined) return fallback;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port >= 1 && port <= LAST_PORT) return port;
  throw new PlainError(
    `The option ${option} needs a whole number from 1 to ${LAST_PORT}, not "${text}". 选项 ${option} 需要 1 到 ${LAST_PORT} 之间的整数。`,
  );
}
