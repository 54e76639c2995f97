import type { FastifyBaseLogger } from 'fastify';
import type pg from 'pg';
import type { Registry } from 'prom-client';
import type { Chain } from './chain/connect-chain.ts';
import type { Config } from './config.ts';
import type { Db } from './db/client.ts';
import type { Deployment } from './deployment.ts';
import type { DocumentStore } from './documents/store.ts';
import type { PaymentProviders } from './payments/provider.ts';
import type { Loopback } from './server/loopback.ts';

/** What every domain of the relay works with. Made once, in relay/open-relay.ts. */
export interface Relay {
  readonly config: Config;
  readonly deployment: Deployment;
  readonly db: Db;
  readonly pool: pg.Pool;
  readonly chain: Chain;
  readonly documents: DocumentStore;
  readonly providers: PaymentProviders;
  readonly loopback: Loopback;
  readonly log: FastifyBaseLogger;
  readonly metrics: Registry;
}
