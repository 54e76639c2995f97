import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';

export function governanceRoutes<Root extends AnyRoute>(root: Root) {
  const page = { getParentRoute: () => root };
  return [
    createRoute({
      ...page,
      path: '/governance',
      component: lazyRouteComponent(() => import('./governance-page.tsx'), 'GovernancePage'),
    }),
    createRoute({
      ...page,
      path: '/governance/new',
      component: lazyRouteComponent(() => import('./new-proposal-page.tsx'), 'NewProposalPage'),
    }),
    createRoute({
      ...page,
      path: '/governance/$number',
      component: lazyRouteComponent(() => import('./proposal-page.tsx'), 'ProposalPage'),
    }),
  ] as const;
}
