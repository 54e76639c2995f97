import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';

export function platformsRoutes<Root extends AnyRoute>(root: Root) {
  const page = { getParentRoute: () => root };
  return [
    createRoute({
      ...page,
      path: '/platforms',
      component: lazyRouteComponent(() => import('./platforms-page.tsx'), 'PlatformsPage'),
    }),
    createRoute({
      ...page,
      path: '/platforms/$id',
      component: lazyRouteComponent(() => import('./platform-page.tsx'), 'PlatformPage'),
    }),
    createRoute({
      ...page,
      path: '/receipts/check',
      component: lazyRouteComponent(() => import('./check-page.tsx'), 'CheckPage'),
    }),
  ] as const;
}
