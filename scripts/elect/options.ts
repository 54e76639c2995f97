import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { type Address, getAddress, type Hex, isAddress, isHex } from 'viem';
import { root } from '../checks/tool.ts';
import { UsageError } from '../cycle/usage-error.ts';

const DEFAULT_EDGES_PER_PAGE = 2_000;
const KEY_VARIABLE = 'ELECT_PRIVATE_KEY';

export const USAGE = `Usage: npm run elect -- [options]

Solves the election of validators that is open on the chain, and submits the solution if it is better than the queued one.
求解链上正在进行的验证人选举；若解优于已排队的解，则提交上链。

  --rpc URL           JSON-RPC of the chain (default: that of the deployment file) · 链的 JSON-RPC 地址
  --elections 0x…     the elections contract (default: that of the deployment file) · 选举合约地址
  --deployment FILE   what a local start wrote (default .local/deployment.json) · 本地启动写下的部署文件
  --edges-per-page N  longer solutions go in pages (default ${DEFAULT_EDGES_PER_PAGE.toLocaleString('en')}) · 超过此边数的解分页提交
  --dry-run           solve and print, send nothing · 只求解并输出，不发送交易
  --help              this text · 本说明

The environment variable ${KEY_VARIABLE} has the key of the account that pays for the transaction; anybody may.
环境变量 ${KEY_VARIABLE} 为付交易费账户的私钥；任何人都可以提交。`;

const CONFIG = {
  rpc: { type: 'string' },
  elections: { type: 'string' },
  deployment: { type: 'string' },
  'edges-per-page': { type: 'string' },
  'dry-run': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies ParseArgsConfig['options'];

export interface ElectOptions {
  readonly rpcUrl: string;
  readonly elections: Address;
  readonly edgesPerPage: number;
  /** undefined for a dry run */
  readonly privateKey: Hex | undefined;
}

/**
 * Reads the command line.
 *
 * @param args without node and script
 * @param environment where the key is
 * @param base what a relative path starts from: the directory where the user typed `npm run`
 * @returns `'help'` when the usage is asked for
 * @throws {UsageError}
 */
export function parseOptions(
  args: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
  base: string = environment.INIT_CWD ?? process.cwd(),
): ElectOptions | 'help' {
  const values = parseStrictly(args);
  if (values.help) return 'help';
  const file = values.deployment === undefined ? undefined : resolve(base, values.deployment);
  const known = values.rpc && values.elections ? {} : readDeployment(file);
  return {
    rpcUrl: toUrl(values.rpc ?? known.rpcUrl),
    elections: toAddress(values.elections ?? known.elections),
    edgesPerPage: toCount(values['edges-per-page'] ?? String(DEFAULT_EDGES_PER_PAGE)),
    privateKey: values['dry-run'] ? undefined : toKey(environment[KEY_VARIABLE]),
  };
}

function parseStrictly(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: CONFIG, strict: true }).values;
  } catch (error) {
    throw new UsageError((error as Error).message, USAGE, { cause: error });
  }
}

function readDeployment(given: string | undefined): { rpcUrl?: string; elections?: string } {
  const file = given ?? resolve(root, '.local', 'deployment.json');
  if (!existsSync(file)) {
    const cure = 'start the product with "npm start", or give --rpc and --elections';
    throw new UsageError(`There is no deployment file${given ? ` "${given}"` : ''}: ${cure}.`, USAGE);
  }
  try {
    const { rpcUrl, contracts } = JSON.parse(readFileSync(file, 'utf8'));
    return { rpcUrl, elections: contracts?.elections };
  } catch (error) {
    throw new UsageError('The deployment file is not JSON.', USAGE, { cause: error });
  }
}

function toUrl(text: string | undefined): string {
  if (text !== undefined && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text;
  throw new UsageError(`The option --rpc needs a URL such as http://127.0.0.1:8545, not "${text ?? ''}".`, USAGE);
}

function toAddress(text: string | undefined): Address {
  if (text !== undefined && isAddress(text, { strict: false })) return getAddress(text.toLowerCase());
  throw new UsageError(`The option --elections needs the address of a contract, not "${text ?? ''}".`, USAGE);
}

function toCount(text: string): number {
  const value = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  // A voter's edges are never parted.
  if (value >= 16) return value;
  throw new UsageError(`The option --edges-per-page needs a whole number from 16 on, not "${text}".`, USAGE);
}

function toKey(text: string | undefined): Hex {
  if (text !== undefined && isHex(text) && text.length === 66) return text;
  const state = text === undefined ? 'is not set' : 'is not a key: 0x and 64 hexadecimal digits';
  throw new UsageError(`${KEY_VARIABLE} ${state}. Give it, or say --dry-run.`, USAGE);
}
