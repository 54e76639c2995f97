import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';

export function epochsRoutes<Root extends AnyRoute>(root: Root) {
  const page = { getParentRoute: () => root };
  return [
    createRoute({
      ...page,
      path: '/epochs',
      component: lazyRouteComponent(() => import('./epochs-page.tsx'), 'EpochsPage'),
    }),
    createRoute({
      ...page,
      path: '/epochs/$number',
      component: lazyRouteComponent(() => import('./epoch-page.tsx'), 'EpochPage'),
    }),
  ] as const;
}
