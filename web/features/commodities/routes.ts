import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';

export function commoditiesRoutes<Root extends AnyRoute>(root: Root) {
  const page = { getParentRoute: () => root };
  return [
    createRoute({
      ...page,
      path: '/produce',
      component: lazyRouteComponent(() => import('./produce-page.tsx'), 'ProducePage'),
    }),
  ] as const;
}
