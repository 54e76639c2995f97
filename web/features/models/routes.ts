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
      path: '/models/$number',
      component: lazyRouteComponent(() => import('./model-page.tsx'), 'ModelPage'),
    }),
  ] as const;
}
