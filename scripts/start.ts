// `npm start`: a local chain with the protocol and nine epochs of history, until Ctrl-C.
import { styleText } from 'node:util';
import { profiles } from './deploy/profiles.ts';
import { compile } from './local/compile.ts';
import { PlainError } from './local/plain-error.ts';
import { presentEpoch } from './seed/catalogue/lots.ts';
import { parseOptions, type StartOptions, USAGE } from './start/options.ts';
import { checkPort } from './start/port.ts';
import { clearData } from './start/write-data.ts';

/** Exit code of a program that Ctrl-C ended before it was done. */
const INTERRUPTED = 130;
/** Connections that stay open may delay the end so long. */
const PATIENCE_MS = 1_500;

const interruption = new AbortController();
const endings: (() => void | Promise<void>)[] = [];
let isReady = false;

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());

try {
  const options = parseOptions(process.argv.slice(2));
  if (options === 'help') console.log(USAGE);
  else await start(options);
} catch (error) {
  // Whatever an interruption broke is of no interest; stop() ends the process.
  if (!interruption.signal.aborted) {
    console.error(
      error instanceof PlainError ? styleText('red', `[start] ${error.message}`, { stream: process.stderr }) : error,
    );
    process.exit(1);
  }
}

async function start({ port, dataFolder }: StartOptions): Promise<void> {
  const started = performance.now();
  const seconds = () => ((performance.now() - started) / 1000).toFixed(1);
  const say = (text: string) => console.log(`[start] ${seconds().padStart(5)} s  ${text}`);

  await checkPort(port);
  clearData(dataFolder);
  say('compiling the contracts ...');
  await compile(say, interruption.signal);
  // Only now: Hardhat and the contracts' types are of no use before, and slow to load.
  const { openChain } = await import('./start/open-chain.ts');
  const { populate } = await import('./start/populate.ts');
  await checkPort(port);
  const chain = await openChain(port, historyBegins());
  endings.push(() => chain.close());
  say(`chain opened at ${chain.rpcUrl}, deploying ...`);
  const text = await populate(chain, dataFolder, say, endings);
  interruption.signal.throwIfAborted();
  console.log(text);
  isReady = true;
  console.log(
    `\n[start] Ready after ${seconds()} s; Ctrl-C ends everything. 就绪，用时 ${seconds()} 秒；按 Ctrl-C 结束一切。`,
  );
}

/** So long before now that the history ends now. */
function historyBegins(): Date {
  const PRESENT_EPOCH_AGE_S = 90;
  return new Date(Date.now() - (presentEpoch * profiles.local.epochLength + PRESENT_EPOCH_AGE_S) * 1000);
}

async function stop(): Promise<void> {
  if (interruption.signal.aborted) process.exit(INTERRUPTED);
  interruption.abort();
  console.log(isReady ? '\n[start] ended · 已结束' : '\n[start] stopped before it was ready · 尚未就绪即停止');
  const patience = new Promise((done) => setTimeout(done, PATIENCE_MS));
  await Promise.race([patience, Promise.allSettled(endings.map((end) => end()))]);
  process.exit(isReady ? 0 : INTERRUPTED);
}
