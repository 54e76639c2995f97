import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';

export function experienceRoutes<Root extends AnyRoute>(root: Root) {
  const page = { getParentRoute: () => root };
  return [
    createRoute({
      ...page,
      path: '/experience',
      component: lazyRouteComponent(() => import('./experience-page.tsx'), 'ExperiencePage'),
    }),
    createRoute({
      ...page,
      path: '/experience/$lot',
      component: lazyRouteComponent(() => import('./report-page.tsx'), 'ReportPage'),
    }),
    createRoute({
      ...page,
      path: '/experiencers',
      component: lazyRouteComponent(() => import('./experiencers-page.tsx'), 'ExperiencersPage'),
    }),
    createRoute({
      ...page,
      path: '/experiencers/$id',
      component: lazyRouteComponent(() => import('./experiencer-page.tsx'), 'ExperiencerPage'),
    }),
  ] as const;
}
