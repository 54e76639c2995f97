/** What the browser remembers of a tour; everything else is read from chain, index and relay. */
export interface TourProgress {
  readonly status: 'running' | 'paused' | 'finished';
  /** Lots on chain when the tour began: the visitor's is the first one after. */
  readonly firstLot: number;
  readonly sawTwin: boolean;
  readonly sawMoney: boolean;
}

export const TOUR_KEY = 'tour';

/** Null: no tour was begun, or what is kept is none. */
export function readTourProgress(found: unknown): TourProgress | null {
  if (typeof found !== 'object' || found === null) return null;
  const { status, firstLot, sawTwin, sawMoney } = found as Partial<Record<keyof TourProgress, unknown>>;
  if (status !== 'running' && status !== 'paused' && status !== 'finished') return null;
  if (typeof firstLot !== 'number' || !Number.isSafeInteger(firstLot)) return null;
  return { status, firstLot, sawTwin: sawTwin === true, sawMoney: sawMoney === true };
}
