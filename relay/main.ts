// The relay as a process of its own: everything it needs is in its environment (relay/config.ts).
import { ConfigError, readConfig } from './config.ts';
import { startScheduler } from './jobs/scheduler.ts';
import { closeRelay, openRelay } from './open-relay.ts';
import { buildApp } from './server/app.ts';
import { describeError } from './server/describe-error.ts';

/** Longer than any request or job should take; then the process ends without them. */
const SHUTDOWN_MS = 15_000;

try {
  await main();
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const relay = await openRelay(readConfig(process.env));
  const { config, log } = relay;
  const app = await buildApp(relay);
  const scheduler = startScheduler(relay);
  await app.listen({ port: config.port, host: config.host });

  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    setTimeout(() => {
      log.error('requests or jobs did not end in time');
      process.exit(1);
    }, SHUTDOWN_MS).unref();
    try {
      await Promise.all([app.close(), scheduler.stop()]);
      await closeRelay(relay);
      log.info('stopped');
    } catch (error) {
      log.error({ error: describeError(error) }, 'stopping failed');
      process.exitCode = 1;
    }
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}
