import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';

export function modelsRoutes<Root extends AnyRoute>(root: Root) {
  const page = { getParentRoute: () => root };
  return [
    createRoute({
      ...page,
      path: '/models',
      component: lazyRouteComponent(() => import('./models-page.tsx'), 'ModelsPage'),
    }),
    createRoute({
      ...page,
      path: '/models/new',
      /** Number of the model to copy. */
      validateSearch: ({ from }: Record<string, unknown>): { from?: number } =>
        Number.isSafeInteger(Number(from)) && Number(from) > 0 ? { from: Number(from) } : {},
      component: lazyRouteComponent(() => import('./new-model-page.tsx'), 'NewModelPage'),
    }),
    createRoute({
      ...page,
      path: '/models/$number',
      component: lazyRouteComponent(() => import('./model-page.tsx'), 'ModelPage'),
    }),
    createRoute({
      ...page,
      path: '/models/$number/revise',
      component: lazyRouteComponent(() => import('./revise-page.tsx'), 'RevisePage'),
    }),
  ] as const;
}
