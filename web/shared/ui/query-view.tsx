import type { ReactNode } from 'react';
import { ErrorState } from './error-state.tsx';
import { Page } from './page.tsx';
import { SkeletonLines } from './skeleton.tsx';

interface Props<Data> {
  /** A query's result, or several of them joined into one. */
  query: { readonly data: Data | undefined; readonly error: Error | null; readonly refetch: () => unknown };
  skeleton?: ReactNode;
  /** Where the data makes the whole page: the title that an error stands under. */
  title?: string;
  children: (data: Data) => ReactNode;
}

/** The three faces of something fetched. Data that was there before an error stays. */
export function QueryView<Data>({ query, skeleton, title, children }: Props<Data>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) {
    const error = <ErrorState error={query.error} onRetry={query.refetch} />;
    return title === undefined ? error : <Page title={title}>{error}</Page>;
  }
  return skeleton ?? <SkeletonLines />;
}
