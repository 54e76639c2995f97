import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readMarketSearch } from './market-search.ts';

export function marketRoutes<Root extends AnyRoute>(root: Root) {
  const page = { getParentRoute: () => root };
  return [
    createRoute({ ...page, path: '/', component: lazyRouteComponent(() => import('./home-page.tsx'), 'HomePage') }),
    createRoute({
      ...page,
      path: '/market',
      validateSearch: readMarketSearch,
      component: lazyRouteComponent(() => import('./market-page.tsx'), 'MarketPage'),
    }),
  ] as const;
}
