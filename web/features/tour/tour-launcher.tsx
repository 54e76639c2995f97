import { Compass } from 'lucide-react';
import { useText } from '../../shared/i18n/use-text.ts';
import { useSubgraph } from '../../shared/subgraph/use-subgraph.ts';
import { Button } from '../../shared/ui/button.tsx';
import { tourMessages } from './messages.ts';
import { lotCountQuery } from './tour-queries.ts';
import { useTour } from './use-tour.ts';

/** The way into the tour, and back into one that was paused; nothing while it runs. */
export function TourLauncher() {
  const text = useText(tourMessages);
  const { begin, note, progress } = useTour();
  const { data } = useSubgraph(lotCountQuery, {});
  if (progress?.status === 'running') return null;
  const isPaused = progress?.status === 'paused';
  const lots = data?.protocol?.lots;
  return (
    <Button
      size="small"
      disabled={!isPaused && lots === undefined}
      className="max-sm:min-w-11 max-sm:px-0"
      onClick={() => (isPaused ? note({ status: 'running' }) : begin(lots ?? 0))}
    >
      <Compass aria-hidden="true" className="size-4 text-jade" />
      <span className="max-sm:sr-only">{text(isPaused ? 'tour.resume' : 'tour.start')}</span>
    </Button>
  );
}
