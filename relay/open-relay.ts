import { connectChain } from './chain/connect-chain.ts';
import type { Config } from './config.ts';
import { openDatabase } from './db/client.ts';
import { migrate } from './db/migrate.ts';
import { type Deployment, readDeployment } from './deployment.ts';
import { openDocumentStore } from './documents/store.ts';
import { createProviders } from './payments/create-providers.ts';
import type { Relay } from './relay.ts';
import { describeError } from './server/describe-error.ts';
import { createLogger } from './server/logging.ts';
import { Loopback } from './server/loopback.ts';
import { createMetrics } from './server/metrics.ts';

/** Connects to database and chain and brings the database to the newest schema. Nothing runs and nothing listens yet. */
export async function openRelay(
  config: Config,
  deployment: Deployment = readDeployment(config.deploymentFile),
): Promise<Relay> {
  const log = createLogger(config.logLevel);
  const { genesis, epochLength } = deployment;
  const chain = connectChain({
    rpcUrl: config.rpcUrl,
    chainId: deployment.chainId,
    clock: { genesis, epochLength },
    contracts: deployment.contracts,
    platformId: deployment.platformId,
    startBlock: deployment.startBlock,
    operatorKey: config.operatorKey,
    signerKeys: config.signerKeys,
    keeperKey: config.keeperKey,
  });
  await migrate(config.databaseUrl);
  const { db, pool } = openDatabase(config.databaseUrl, (error) => {
    log.warn({ error: describeError(error) }, 'database connection lost');
  });
  const documents = await openDocumentStore(config.dataDir, db);
  const base = {
    config,
    deployment,
    db,
    pool,
    chain,
    documents,
    log,
    loopback: new Loopback(),
    metrics: createMetrics(),
  };
  return { ...base, providers: createProviders(base) };
}

/** Gives connections back; everything that uses them must have stopped. */
export async function closeRelay({ pool }: Relay): Promise<void> {
  await pool.end();
}
