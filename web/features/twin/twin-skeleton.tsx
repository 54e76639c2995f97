import { Skeleton } from '../../shared/ui/skeleton.tsx';

/** The shape of a twin that is on its way. */
export function TwinSkeleton() {
  return (
    <div className="container-page grid gap-8 py-8 sm:py-12">
      <Skeleton className="h-19 w-2/3 max-w-lg" />
      <Skeleton className="h-44 rounded-2xl sm:h-36" />
      <Skeleton className="h-[100rem] rounded-2xl sm:h-[52rem]" />
    </div>
  );
}
