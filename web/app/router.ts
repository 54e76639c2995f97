import { createRootRoute, createRouter } from '@tanstack/react-router';
import { accountRoutes } from '../features/account/routes.ts';
import { commoditiesRoutes } from '../features/commodities/routes.ts';
import { courtRoutes } from '../features/court/routes.ts';
import { epochsRoutes } from '../features/epochs/routes.ts';
import { experienceRoutes } from '../features/experience/routes.ts';
import { governanceRoutes } from '../features/governance/routes.ts';
import { marketRoutes } from '../features/market/routes.ts';
import { modelsRoutes } from '../features/models/routes.ts';
import { ordersRoutes } from '../features/orders/routes.ts';
import { platformsRoutes } from '../features/platforms/routes.ts';
import { recommendersRoutes } from '../features/recommenders/routes.ts';
import { treasuryRoutes } from '../features/treasury/routes.ts';
import { twinRoutes } from '../features/twin/routes.ts';
import { validatorsRoutes } from '../features/validators/routes.ts';
import { Layout } from './layout/layout.tsx';
import { NotFound } from './layout/not-found.tsx';
import { RouteFailed } from './layout/route-failed.tsx';

const root = createRootRoute({ component: Layout, notFoundComponent: NotFound });

/** Every feature brings its own routes. */
const routeTree = root.addChildren([
  ...marketRoutes(root),
  ...twinRoutes(root),
  ...ordersRoutes(root),
  ...experienceRoutes(root),
  ...recommendersRoutes(root),
  ...commoditiesRoutes(root),
  ...modelsRoutes(root),
  ...epochsRoutes(root),
  ...platformsRoutes(root),
  ...validatorsRoutes(root),
  ...courtRoutes(root),
  ...governanceRoutes(root),
  ...treasuryRoutes(root),
  ...accountRoutes(root),
]);

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultErrorComponent: RouteFailed,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
