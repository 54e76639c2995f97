import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';

export function accountRoutes<Root extends AnyRoute>(root: Root) {
  const page = { getParentRoute: () => root };
  return [
    createRoute({
      ...page,
      path: '/account',
      component: lazyRouteComponent(() => import('./account-page.tsx'), 'OwnAccountPage'),
    }),
    createRoute({
      ...page,
      path: '/account/$address',
      component: lazyRouteComponent(() => import('./account-page.tsx'), 'AccountPage'),
    }),
  ] as const;
}
