import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';

export function ordersRoutes<Root extends AnyRoute>(root: Root) {
  const page = { getParentRoute: () => root };
  return [
    createRoute({
      ...page,
      path: '/orders',
      component: lazyRouteComponent(() => import('./orders-page.tsx'), 'OrdersPage'),
    }),
    createRoute({
      ...page,
      path: '/orders/$id',
      component: lazyRouteComponent(() => import('./order-page.tsx'), 'OrderPage'),
    }),
    createRoute({
      ...page,
      path: '/checkout/$lot',
      component: lazyRouteComponent(() => import('./checkout-page.tsx'), 'CheckoutPage'),
    }),
  ] as const;
}
