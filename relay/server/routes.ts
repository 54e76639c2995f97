import { catalogueRoutes } from '../catalogue/routes.ts';
import { ipfsRoutes } from '../documents/ipfs-routes.ts';
import { documentRoutes } from '../documents/routes.ts';
import { jobRoutes } from '../jobs/routes.ts';
import { orderAdminRoutes } from '../orders/admin-routes.ts';
import { orderRoutes } from '../orders/routes.ts';
import { paymentRoutes } from '../payments/routes.ts';
import { testProviderRoutes } from '../payments/test/provider-routes.ts';
import { webhookRoutes } from '../payments/webhook-routes.ts';
import { inclusionRoutes } from '../proofs/inclusion-routes.ts';
import { proofRoutes } from '../proofs/routes.ts';
import { receiptRoutes } from '../receipts/routes.ts';
import { referralRoutes } from '../referrals/routes.ts';
import type { Relay } from '../relay.ts';
import { sessionRoutes } from '../sessions/routes.ts';
import { statementRoutes } from '../statements/routes.ts';
import { healthRoutes } from './health.ts';
import type { App } from './typed.ts';

/** Registers a domain's routes in a scope of its own. */
export type DomainRoutes = (app: App, relay: Relay) => void | Promise<void>;

export const domainRoutes: readonly DomainRoutes[] = [
  healthRoutes,
  sessionRoutes,
  catalogueRoutes,
  documentRoutes,
  ipfsRoutes,
  orderRoutes,
  orderAdminRoutes,
  paymentRoutes,
  webhookRoutes,
  testProviderRoutes,
  referralRoutes,
  receiptRoutes,
  statementRoutes,
  proofRoutes,
  inclusionRoutes,
  jobRoutes,
];
