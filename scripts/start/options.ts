import { resolve } from 'node:path';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { root } from '../checks/tool.ts';
import { PlainError } from '../local/plain-error.ts';

const DEFAULT_PORT = 8545;
const LAST_PORT = 65_535;

export const USAGE = `Usage: npm start -- [options]

Runs the whole protocol on this machine: a local chain with nine epochs of history, ready for wallets and scripts.
在本机运行整个协议：带有九个周期历史的本地链，供钱包和脚本使用。

  --port N    port of the chain's JSON-RPC (default ${DEFAULT_PORT}) · 本地链 JSON-RPC 的端口
  --data DIR  where addresses and documents are written (default .local) · 地址与文档的写入目录
  --fresh     start from nothing; at this stage every start does, as no state is kept between two starts
              从零开始；目前每次启动都是如此，两次启动之间不保存任何状态
  --help      this text · 本说明`;

const CONFIG = {
  port: { type: 'string' },
  data: { type: 'string' },
  fresh: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies ParseArgsConfig['options'];

export interface StartOptions {
  readonly port: number;
  /** Absolute. */
  readonly dataFolder: string;
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
  const { port, data, help } = parseStrictly(args);
  if (help) return 'help';
  if (data?.trim() === '') throw new PlainError('The option --data needs the name of a folder.');
  return {
    port: toPort(port ?? String(DEFAULT_PORT)),
    dataFolder: data === undefined ? resolve(root, '.local') : resolve(base, data),
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
      return `There is no option ${subject}; ${seeHelp}.`;
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return `The argument "${subject}" belongs to no option; ${seeHelp}.`;
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return `The option ${subject} ${message.includes('does not take') ? 'takes no' : 'needs a'} value; ${seeHelp}.`;
    default:
      return message;
  }
}

function toPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port >= 1 && port <= LAST_PORT) return port;
  throw new PlainError(`The option --port needs a whole number from 1 to ${LAST_PORT}, not "${text}".`);
}
