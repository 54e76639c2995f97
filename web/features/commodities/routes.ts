import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';

export function commoditiesRoutes<Root extends AnyRoute>(root: Root) {
  const page = { getParentRoute: () => root };
  return [
    createRoute({
      ...page,
      path: '/produce',
      component: lazyRouteComponent(() => import('./produce-page.tsx'), 'ProducePage'),
    }),
    createRoute({
      ...page,
      path: '/produce/new',
      component: lazyRouteComponent(() => import('./new-commodity-page.tsx'), 'NewCommodityPage'),
    }),
    createRoute({
      ...page,
      path: '/produce/commodities/$number',
      component: lazyRouteComponent(() => import('./own-commodity-page.tsx'), 'OwnCommodityPage'),
    }),
    createRoute({
      ...page,
      path: '/produce/commodities/$number/offer',
      /** On local chains: begin with everything filled in. */
      validateSearch: ({ example }: Record<string, unknown>): { example?: boolean } =>
        example ? { example: true } : {},
      component: lazyRouteComponent(() => import('./offer-lot-page.tsx'), 'OfferLotPage'),
    }),
    createRoute({
      ...page,
      path: '/produce/lots/$number',
      component: lazyRouteComponent(() => import('./own-lot-page.tsx'), 'OwnLotPage'),
    }),
  ] as const;
}
