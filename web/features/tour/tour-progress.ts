/** What the browser remembers of a tour; everything else is read from chain, index and relay. */
export interface TourProgress {
  readonly status: 'running' | 'paused' | 'finished';
  /** Lots on chain when the tour began: the visitor's is the first one after. */
  readonly firstLot: number;
  readonly sawTwin: boolean;
  readonly sawMoney: boolean;
  /** Lot that the relay said was paid for, and the one whose purchase it said was settled: asking it again needs a signature. */
  readonly paidLot: number | null;
  readonly settledLot: number | null;
}

export const TOUR_KEY = 'tour';

/** A tour that begins now. @param firstLot lots on chain */
export function newTour(firstLot: number): TourProgress {
  return { status: 'running', firstLot, sawTwin: false, sawMoney: false, paidLot: null, settledLot: null };
}

/** Null: no tour was begun, or what is kept is none. */
export function readTourProgress(found: unknown): TourProgress | null {
  if (typeof found !== 'object' || found === null) return null;
  const { status, firstLot, sawTwin, sawMoney, paidLot, settledLot } = found as Partial<
    Record<keyof TourProgress, unknown>
  >;
  if (status !== 'running' && status !== 'paused' && status !== 'finished') return null;
  if (typeof firstLot !== 'number' || !Number.isSafeInteger(firstLot)) return null;
  return {
    status,
    firstLot,
    sawTwin: sawTwin === true,
    sawMoney: sawMoney === true,
    paidLot: typeof paidLot === 'number' ? paidLot : null,
    settledLot: typeof settledLot === 'number' ? settledLot : null,
  };
}
