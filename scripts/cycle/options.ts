import { resolve } from 'node:path';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { DEFAULT_MIX, type Mix, STRATEGIES } from './population.ts';
import { UsageError } from './usage-error.ts';

export const USAGE = `Usage: npm run cycle -- --orders FILE.csv [options]

Runs one whole consensus cycle on a local chain with the orders of a shop.

  --orders FILE.csv  order lines (InvoiceNo, StockCode, Description, Quantity, InvoiceDate, UnitPrice, CustomerID, Country)
  --lots FILE.csv    which product belongs to which lot (StockCode, Lot); products not named share one lot
  --lot-count N      without --lots: N lots among which the products are dealt, best sellers first (default 6)
  --mix H/L/C/K      parts of honest, lazy, copying and colluding experiencers (default ${STRATEGIES.map((s) => DEFAULT_MIX[s]).join('/')})
  --seed N           the same seed gives the same run (default 1)
  --out FILE.json    write the results there, too
  --quiet            no progress
  --help             this text`;

const CONFIG = {
  orders: { type: 'string' },
  lots: { type: 'string' },
  'lot-count': { type: 'string' },
  mix: { type: 'string' },
  seed: { type: 'string' },
  out: { type: 'string' },
  quiet: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies ParseArgsConfig['options'];

type Values = { [Name in keyof typeof CONFIG]?: (typeof CONFIG)[Name]['type'] extends 'boolean' ? boolean : string };

export interface CycleOptions {
  /** Absolute, as all paths here. */
  readonly orders: string;
  readonly lots: string | undefined;
  readonly lotCount: number;
  readonly mix: Mix;
  readonly seed: number;
  readonly out: string | undefined;
  readonly quiet: boolean;
}

/**
 * Reads the command line.
 *
 * @param args without node and script
 * @param base what relative paths start from: the directory where the user typed `npm run`
 * @returns `'help'` when the usage is asked for
 * @throws {UsageError}
 */
export function parseOptions(
  args: readonly string[],
  base: string = process.env.INIT_CWD ?? process.cwd(),
): CycleOptions | 'help' {
  const values = parseStrictly(args);
  if (values.help) return 'help';
  if (values.orders === undefined) throw new UsageError('The option --orders FILE.csv is missing.', USAGE);
  if (values.lots !== undefined && values['lot-count'] !== undefined) {
    throw new UsageError('Give either --lots or --lot-count, not both.', USAGE);
  }
  const path = (name: 'orders' | 'lots' | 'out') => toPath(name, values[name], base);
  const options: CycleOptions = {
    orders: path('orders') as string,
    lots: path('lots'),
    lotCount: toNumber('lot-count', values['lot-count'] ?? '6', 1, 100),
    mix: toMix(values.mix),
    seed: toNumber('seed', values.seed ?? '1', 0, Number.MAX_SAFE_INTEGER),
    out: path('out'),
    quiet: values.quiet ?? false,
  };
  if (options.out !== undefined && [options.orders, options.lots].includes(options.out)) {
    throw new UsageError('The file of --out must not be one of the files that are read.', USAGE);
  }
  return options;
}

function parseStrictly(args: readonly string[]): Values {
  try {
    const { values, tokens } = parseArgs({ args: [...args], options: CONFIG, strict: true, tokens: true });
    const names = tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []));
    const twice = names.find((name, i) => names.indexOf(name) !== i);
    if (twice !== undefined) throw new UsageError(`The option --${twice} is given more than once.`, USAGE);
    return values;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(explain(error as NodeJS.ErrnoException), USAGE, { cause: error });
  }
}

/** What Node says, in one sentence of our own. */
function explain({ code, message }: NodeJS.ErrnoException): string {
  const subject = /'(.*?)(?: <value>)?'/s.exec(message)?.[1] ?? '';
  switch (code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `There is no option ${subject}.`;
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return `The argument "${subject}" belongs to no option.`;
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return `The option ${subject} ${message.includes('does not take') ? 'takes no' : 'needs a'} value.`;
    default:
      return message;
  }
}

function toPath(name: string, value: string | undefined, base: string): string | undefined {
  if (value?.trim() === '') throw new UsageError(`The option --${name} needs the name of a file.`, USAGE);
  return value === undefined ? undefined : resolve(base, value);
}

function toNumber(name: string, text: string, min: number, max: number): number {
  const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= min && value <= max) return value;
  throw new UsageError(`The option --${name} needs a whole number from ${min} to ${max}, not "${text}".`, USAGE);
}

function toMix(text: string | undefined): Mix {
  if (text === undefined) return DEFAULT_MIX;
  const parts = /^\d{1,6}(\/\d{1,6}){3}$/.test(text) ? text.split('/').map(Number) : [];
  if (parts.some((part) => part > 0)) {
    return Object.fromEntries(STRATEGIES.map((strategy, i) => [strategy, parts[i] ?? 0])) as Mix;
  }
  throw new UsageError(
    `The option --mix needs four whole numbers, not all 0, such as 70/12/10/8, not "${text}".`,
    USAGE,
  );
}
