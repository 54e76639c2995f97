import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';

export function recommendersRoutes<Root extends AnyRoute>(root: Root) {
  const page = { getParentRoute: () => root };
  return [
    createRoute({
      ...page,
      path: '/recommend',
      component: lazyRouteComponent(() => import('./recommend-page.tsx'), 'RecommendPage'),
    }),
    createRoute({
      ...page,
      path: '/r/$code',
      component: lazyRouteComponent(() => import('./referral-page.tsx'), 'ReferralPage'),
    }),
  ] as const;
}
