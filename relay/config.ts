import { readFileSync } from 'node:fs';
import { type Hex, parseGwei } from 'viem';
import { z } from 'zod';

const DAY = 24 * 60 * 60;
/** Goods can be given back for so long (seconds of chain time); locally short enough for a jump of half an epoch to pass it. */
const RETURN_WINDOW = 7 * DAY;
const LOCAL_RETURN_WINDOW = 2 * DAY;
const RESERVATION_SECONDS = 15 * 60;
const LOCAL_RESERVATION_SECONDS = 30 * 60;

/** Orders of an epoch's last minutes may still be on their way into its statement. */
const STATEMENT_DELAY = 60 * 60;

const privateKey = z.custom<Hex>((value) => typeof value === 'string' && /^0x[0-9a-fA-F]{64}$/.test(value), {
  error: 'must be a private key: 0x and 64 hexadecimal digits',
});
const seconds = z.coerce.number().int().min(1);

const environment = z.object({
  RELAY_DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must be a PostgreSQL URL, such as postgres://user:password@host/relay'),
  RELAY_RPC_URL: z.url(),
  RELAY_PORT: z.coerce.number().int().min(0).max(65_535).default(3001),
  RELAY_HOST: z.string().default('127.0.0.1'),
  /** Where clients reach the relay; its own address if nothing stands before it. */
  RELAY_PUBLIC_URL: z.url().optional(),
  /** Web sites that may call and whose sign-in messages count; separated by commas. */
  RELAY_ORIGINS: z.string().default(''),
  /** Reverse proxies whose X-Forwarded-For counts: addresses or CIDR ranges, separated by commas. */
  RELAY_TRUSTED_PROXIES: z.string().default(''),
  RELAY_OPERATOR_KEY: privateKey,
  /** Signs receipts: the key that the register of platforms names for this epoch. */
  RELAY_SIGNER_KEY: privateKey,
  /** The one that the register names for epochs to come; both are here while keys change. */
  RELAY_NEXT_SIGNER_KEY: privateKey.optional(),
  RELAY_KEEPER_KEY: privateKey.optional(),
  /** The keeper settles cases of all platforms whose answer is overdue, so that every case ends. */
  RELAY_WATCH: z.stringbool().default(false),
  RELAY_DEPLOYMENT: z.string().min(1),
  /** Lets tools call the administration without a session; 16 characters or more. */
  RELAY_KEY: z.string().min(16).optional(),
  RELAY_DATA_DIR: z.string().min(1),
  RELAY_LOCAL: z.stringbool().default(false),
  RELAY_RETURN_WINDOW: seconds.optional(),
  RELAY_RESERVATION: seconds.optional(),
  /** Seconds after an epoch's end until its statement is built; orders completed in it may come in until then. */
  RELAY_STATEMENT_DELAY: z.coerce.number().int().min(0).optional(),
  /** Seconds after which a transaction that was not mined is sent again with a higher fee. */
  RELAY_STUCK_AFTER: seconds.default(90),
  /** Highest fee per gas that is paid, in Gwei. */
  RELAY_MAX_FEE_GWEI: z.coerce.number().positive().default(200),
  /** Epochs after rewards can be claimed in which everybody may do it himself before the keeper does. */
  RELAY_CLAIM_DELAY: z.coerce.number().int().min(0).default(1),
  /** Edges of an election's solution in one transaction; a longer one goes in pages. A voter's, up to 16, are never parted. */
  RELAY_EDGES_PER_PAGE: z.coerce.number().int().min(16).default(1_500),
  RELAY_JOB_INTERVAL: z.coerce.number().int().min(50).optional(),
  RELAY_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  STRIPE_SECRET_KEY: z.string().min(1).optional(),
  STRIPE_WEBHOOK_SECRET: z.string().min(1).optional(),
});

export type Config = ReturnType<typeof readConfig>;

/** Environment variables are missing or wrong; the message names each and says what it must be. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/** @throws ConfigError */
export function readConfig(env: Record<string, string | undefined>) {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const { success, data, error } = environment.safeParse(given);
  if (!success) {
    const lines = error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
    throw new ConfigError(`The relay's environment is not complete:\n${lines.join('\n')}`);
  }
  if ((data.STRIPE_SECRET_KEY === undefined) !== (data.STRIPE_WEBHOOK_SECRET === undefined)) {
    throw new ConfigError('Set both STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET, or neither.');
  }
  const local = data.RELAY_LOCAL;
  return {
    databaseUrl: data.RELAY_DATABASE_URL,
    rpcUrl: data.RELAY_RPC_URL,
    port: data.RELAY_PORT,
    host: data.RELAY_HOST,
    publicUrl: (data.RELAY_PUBLIC_URL ?? `http://${data.RELAY_HOST}:${data.RELAY_PORT}`).replace(/\/+$/, ''),
    origins: list(data.RELAY_ORIGINS).map((origin) => new URL(origin).origin),
    trustedProxies: list(data.RELAY_TRUSTED_PROXIES),
    operatorKey: data.RELAY_OPERATOR_KEY,
    signerKeys: [data.RELAY_SIGNER_KEY, data.RELAY_NEXT_SIGNER_KEY].filter((key) => key !== undefined),
    keeperKey: data.RELAY_KEEPER_KEY ?? null,
    watch: data.RELAY_WATCH,
    deploymentFile: data.RELAY_DEPLOYMENT,
    adminKey: data.RELAY_KEY ?? null,
    dataDir: data.RELAY_DATA_DIR,
    local,
    returnWindow: data.RELAY_RETURN_WINDOW ?? (local ? LOCAL_RETURN_WINDOW : RETURN_WINDOW),
    reservationSeconds: data.RELAY_RESERVATION ?? (local ? LOCAL_RESERVATION_SECONDS : RESERVATION_SECONDS),
    statementDelay: data.RELAY_STATEMENT_DELAY ?? (local ? 0 : STATEMENT_DELAY),
    stuckAfterMs: data.RELAY_STUCK_AFTER * 1_000,
    maxFeePerGas: parseGwei(String(data.RELAY_MAX_FEE_GWEI)),
    claimDelayEpochs: data.RELAY_CLAIM_DELAY,
    edgesPerPage: data.RELAY_EDGES_PER_PAGE,
    jobIntervalMs: data.RELAY_JOB_INTERVAL ?? (local ? 500 : 2_000),
    logLevel: data.RELAY_LOG_LEVEL,
    stripe:
      data.STRIPE_SECRET_KEY !== undefined && data.STRIPE_WEBHOOK_SECRET !== undefined
        ? { secretKey: data.STRIPE_SECRET_KEY, webhookSecret: data.STRIPE_WEBHOOK_SECRET }
        : null,
    version: (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string })
      .version,
  };
}

function list(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
