import { Skeleton } from '../../shared/ui/skeleton.tsx';

/** The shape of a twin that is on its way. */
export function TwinSkeleton() {
  return (
    <div className="container-page grid gap-8 py-12">
      <Skeleton className="h-12 w-2/3 max-w-lg" />
      <Skeleton className="h-36 rounded-2xl" />
      <Skeleton className="h-96 rounded-2xl" />
    </div>
  );
}
