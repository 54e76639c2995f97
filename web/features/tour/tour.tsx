import { lazy, Suspense } from 'react';
import { useAppConfig } from '../../shared/config/use-app-config.ts';
import { useTour } from './use-tour.ts';

const TourPanel = lazy(() => import('./tour-panel.tsx').then((module) => ({ default: module.TourPanel })));

/** On local chains: the tour while it runs. */
export function Tour() {
  const { local } = useAppConfig();
  const [producer, visitor] = (['producer', 'visitor'] as const).map((role) =>
    local?.accounts.find((account) => account.role === role),
  );
  const { progress } = useTour();
  if (!local || !producer || !visitor || progress?.status !== 'running') return null;
  return (
    <Suspense>
      <TourPanel producer={producer} visitor={visitor} progress={progress} />
    </Suspense>
  );
}
