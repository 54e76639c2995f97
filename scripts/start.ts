// `npm start`: the whole product on this machine, until Ctrl-C.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { styleText } from 'node:util';
import type { Localized } from '../protocol/documents/quality-model/types.ts';
import { PlainError } from './local/plain-error.ts';
import { startStack } from './stack/start-stack.ts';
import type { ControlContext, Stack } from './stack/types.ts';
import { parseOptions, type StartOptions, USAGE } from './start/options.ts';

/** Exit code of a program that Ctrl-C ended before it was done. */
const INTERRUPTED = 130;
/** So long the end may take; the guard ends what is left. */
const PATIENCE_MS = 25_000;
const PARENT_WATCH_MS = 1_000;

const started = performance.now();
const interruption = new AbortController();
let starting: Promise<Stack> | undefined;
let isReady = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
// npm that is killed passes nothing on.
if (process.env.npm_lifecycle_event === 'start') endWith(process.ppid);
// Nobody reads on when the terminal is closed; that must not hinder the end.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
process.on('uncaughtException', (error) => void crash(error));
process.on('unhandledRejection', (error) => void crash(error));

try {
  const options = parseOptions(process.argv.slice(2));
  if (options === 'help') console.log(USAGE);
  else await start(options);
} catch (error) {
  // Whatever an interruption broke is of no interest; stop() ends the process.
  if (!interruption.signal.aborted) fail(error);
}

async function start({ verbose, ...options }: StartOptions): Promise<void> {
  starting = startStack({ ...options, hasTraces: false, openControl, say, signal: interruption.signal });
  const { dataFolder } = options;
  const { urls } = await starting;
  isReady = true;
  if (verbose) console.log(readFileSync(join(dataFolder, 'world.txt'), 'utf8'));
  console.log(`
  Open this page · 请打开网页    ${styleText(['bold', 'cyan'], urls.page, { stream: process.stdout })}

  Ready after ${seconds()} s; Ctrl-C ends everything. 就绪，用时 ${seconds()} 秒；按 Ctrl-C 结束一切。
  Addresses, accounts, commands · 地址、账户与命令    ${join(dataFolder, 'world.txt')}
`);
}

/** Loads Hardhat's helpers; not before they are needed. */
async function openControl(context: ControlContext) {
  const module = await import('./control/open-control.ts');
  return module.openControl(context);
}

function say({ en, 'zh-Hans': zh }: Localized): void {
  console.log(`[start] ${seconds().padStart(5)} s  ${en} · ${zh}`);
}

function seconds(): string {
  return ((performance.now() - started) / 1000).toFixed(1);
}

function endWith(parent: number): void {
  const watch = () => void (process.ppid !== parent && stop());
  setInterval(watch, PARENT_WATCH_MS).unref();
}

async function stop(): Promise<void> {
  if (interruption.signal.aborted) return;
  interruption.abort();
  const wasReady = isReady;
  console.log(wasReady ? '\n[start] ending ... · 正在结束……' : '\n[start] stopping ... · 正在停止……');
  await end();
  console.log(wasReady ? '[start] ended · 已结束' : '[start] stopped before it was ready · 尚未就绪即停止');
  process.exit(wasReady ? 0 : INTERRUPTED);
}

/** Ends all parts; a start that is under way ends what it had started. */
async function end(): Promise<void> {
  const ended = Promise.resolve(starting).then((stack) => stack?.stop());
  await Promise.race([ended.catch(() => {}), sleep(PATIENCE_MS, undefined, { ref: false })]);
}

async function crash(error: unknown): Promise<void> {
  if (interruption.signal.aborted) return;
  interruption.abort();
  console.error(error);
  await end();
  process.exit(1);
}

function fail(error: unknown): void {
  const isPlain = error instanceof PlainError;
  console.error(isPlain ? styleText('red', `[start] ${error.message}`, { stream: process.stderr }) : error);
  process.exit(1);
}
