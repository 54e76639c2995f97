import { jobRoutes } from '../jobs/routes.ts';
import { proofRoutes } from '../proofs/routes.ts';
import type { Relay } from '../relay.ts';
import { statementRoutes } from '../statements/routes.ts';
import { healthRoutes } from './health.ts';
import type { App } from './typed.ts';

/** Registers a domain's routes in a scope of its own. */
export type DomainRoutes = (app: App, relay: Relay) => void | Promise<void>;

export const domainRoutes: readonly DomainRoutes[] = [healthRoutes, statementRoutes, proofRoutes, jobRoutes];
