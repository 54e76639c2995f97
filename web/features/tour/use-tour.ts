import { useCallback } from 'react';
import { communeKey } from '../../shared/config/commune-key.ts';
import { useAppConfig } from '../../shared/config/use-app-config.ts';
import { readStored, writeStored } from '../../shared/storage/stored.ts';
import { useStored } from '../../shared/storage/use-stored.ts';
import { newTour, readTourProgress, TOUR_KEY, type TourProgress } from './tour-progress.ts';

/** What this browser remembers of the tour on this deployment, and how to change it. */
export function useTour() {
  const key = `${TOUR_KEY}.${communeKey(useAppConfig())}`;
  const [progress] = useStored(key, readTourProgress);
  const begin = useCallback(
    (firstLot: number) => {
      writeStored(key, newTour(firstLot));
    },
    [key],
  );
  const note = useCallback(
    (change: Partial<TourProgress>) => {
      const current = readTourProgress(readStored(key));
      if (current) writeStored(key, { ...current, ...change });
    },
    [key],
  );
  return { progress, begin, note };
}
