import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';

const links = () => import('./link-page.tsx');

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
    createRoute({ ...page, path: '/01/$gtin/10/$lot', component: lazyRouteComponent(links, 'LotLinkPage') }),
    createRoute({ ...page, path: '/01/$gtin', component: lazyRouteComponent(links, 'GtinLinkPage') }),
    createRoute({
      ...page,
      path: '/p/$chainId/$commodityId',
      component: lazyRouteComponent(links, 'CommodityLinkPage'),
    }),
  ] as const;
}
