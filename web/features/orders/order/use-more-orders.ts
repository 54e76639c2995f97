import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Order, Orders } from '../../../../relay/api/orders.ts';
import { useSession } from '../../../shared/relay/use-session.ts';

/** Pages of orders older than the first one. `first` is where they begin; null: there are none. */
export function useMoreOrders(first: string | null) {
  const { request } = useSession();
  const [pages, setPages] = useState<readonly Orders[]>([]);
  const last = pages.at(-1);
  const next = last ? last.next : first;
  const loading = useMutation({
    mutationFn: (before: string) => request<Orders>(`/orders?limit=20&before=${encodeURIComponent(before)}`),
    onSuccess: (page) => setPages((known) => [...known, page]),
  });
  return {
    orders: pages.flatMap(({ orders }): readonly Order[] => orders),
    next,
    load: () => next && loading.mutate(next),
    isLoading: loading.isPending,
  };
}
