import type { ErrorComponentProps } from '@tanstack/react-router';
import { ErrorState } from '../../shared/ui/error-state.tsx';

/** A page that broke; the rest of the app lives on. */
export function RouteFailed({ error, reset }: ErrorComponentProps) {
  return (
    <div className="container-page py-16">
      <ErrorState error={error} onRetry={reset} />
    </div>
  );
}
