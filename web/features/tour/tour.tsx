import { Compass } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useAppConfig } from '../../shared/config/use-app-config.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { useSubgraph } from '../../shared/subgraph/use-subgraph.ts';
import { Button } from '../../shared/ui/button.tsx';
import { tourMessages } from './messages.ts';
import { lotCountQuery } from './tour-queries.ts';
import { useTour } from './use-tour.ts';

const TourPanel = lazy(() => import('./tour-panel.tsx').then((module) => ({ default: module.TourPanel })));

/** On local chains: a way into the tour, or the tour. */
export function Tour() {
  const { local } = useAppConfig();
  const [producer, visitor] = (['producer', 'visitor'] as const).map((role) =>
    local?.accounts.find((account) => account.role === role),
  );
  const { progress } = useTour();
  if (!local || !producer || !visitor) return null;
  if (progress?.status !== 'running') return <Launcher isPaused={progress?.status === 'paused'} />;
  return (
    <Suspense>
      <TourPanel producer={producer} visitor={visitor} progress={progress} />
    </Suspense>
  );
}

function Launcher({ isPaused }: { isPaused: boolean }) {
  const text = useText(tourMessages);
  const { begin, note } = useTour();
  const { data } = useSubgraph(lotCountQuery, {});
  const lots = data?.protocol?.lots;
  return (
    <div className="fixed bottom-34 left-3 z-20 lg:bottom-18 lg:left-6">
      <Button
        size="small"
        disabled={!isPaused && lots === undefined}
        className="min-w-11 rounded-full shadow-card max-sm:min-h-11 max-sm:px-0"
        onClick={() => (isPaused ? note({ status: 'running' }) : begin(lots ?? 0))}
      >
        <Compass aria-hidden="true" className="size-4 text-jade" />
        <span className="max-sm:sr-only">{text(isPaused ? 'tour.resume' : 'tour.start')}</span>
      </Button>
    </div>
  );
}
