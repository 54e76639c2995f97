import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';

export function courtRoutes<Root extends AnyRoute>(root: Root) {
  const page = { getParentRoute: () => root };
  return [
    createRoute({
      ...page,
      path: '/court',
      component: lazyRouteComponent(() => import('./court-page.tsx'), 'CourtPage'),
    }),
    createRoute({
      ...page,
      path: '/court/$id',
      component: lazyRouteComponent(() => import('./case-page.tsx'), 'CasePage'),
    }),
  ] as const;
}
