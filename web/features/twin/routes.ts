import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';

export function twinRoutes<Root extends AnyRoute>(root: Root) {
  const page = { getParentRoute: () => root };
  return [
    createRoute({
      ...page,
      path: '/commodities/$number',
      component: lazyRouteComponent(() => import('./commodity-page.tsx'), 'CommodityPage'),
    }),
    createRoute({
      ...page,
      path: '/lots/$number',
      component: lazyRouteComponent(() => import('./lot-page.tsx'), 'LotPage'),
    }),
  ] as const;
}
