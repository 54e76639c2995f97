import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';

export function validatorsRoutes<Root extends AnyRoute>(root: Root) {
  const page = { getParentRoute: () => root };
  return [
    createRoute({
      ...page,
      path: '/validators',
      component: lazyRouteComponent(() => import('./validators-page.tsx'), 'ValidatorsPage'),
    }),
    createRoute({
      ...page,
      path: '/validators/$id',
      component: lazyRouteComponent(() => import('./validator-page.tsx'), 'ValidatorPage'),
    }),
  ] as const;
}
