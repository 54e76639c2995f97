import type { ReactNode } from 'react';
import { ErrorState } from './error-state.tsx';
import { SkeletonLines } from './skeleton.tsx';

interface Props<Data> {
  /** A query's result, or several of them joined into one. */
  query: { readonly data: Data | undefined; readonly error: Error | null; readonly refetch: () => unknown };
  skeleton?: ReactNode;
  children: (data: Data) => ReactNode;
}

/** The three faces of something fetched. Data that was there before an error stays. */
export function QueryView<Data>({ query, skeleton, children }: Props<Data>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <ErrorState error={query.error} onRetry={query.refetch} />;
  return skeleton ?? <SkeletonLines />;
}
