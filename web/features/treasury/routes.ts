import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';

export function treasuryRoutes<Root extends AnyRoute>(root: Root) {
  return [
    createRoute({
      getParentRoute: () => root,
      path: '/treasury',
      component: lazyRouteComponent(() => import('./treasury-page.tsx'), 'TreasuryPage'),
    }),
  ] as const;
}
