import { useCallback, useEffect, useState } from 'react';
import { useLocalState } from '../../shared/local/use-local-state.ts';
import { useMoveClock } from '../../shared/local/use-move-clock.ts';

/** After the clock has come to rest, index and relay are asked what has come of it. */
const LOOK_MS = 1_500;

/**
 * One press moves time as far as a step needs: to its time, and on from phase to phase until whoever uses this is gone because the step
 * is done.
 *
 * @param target Unix seconds of chain time; null: it is not known
 * @param limit time must not reach this by itself
 */
export function useGoOn(target: number | null, limit: number | null) {
  const { mutate, isPending, error } = useMoveClock();
  const state = useLocalState().data;
  const [isGoing, setGoing] = useState(false);
  const isMoving = (state?.busy ?? false) || isPending;
  const failure = error ?? (state?.error ? new Error(state.error) : null);
  const isOver = failure !== null || (limit !== null && (state?.nextPhaseAt ?? 0) >= limit);

  useEffect(() => {
    if (!isGoing || isMoving) return;
    if (isOver) return setGoing(false);
    const timer = setTimeout(() => mutate('next-phase'), LOOK_MS);
    return () => clearTimeout(timer);
  }, [isGoing, isMoving, isOver, mutate]);

  const now = state?.now;
  const go = useCallback(() => {
    setGoing(true);
    mutate(target !== null && now !== undefined && target > now ? target : 'next-phase');
  }, [target, now, mutate]);
  return { go, isMoving: isMoving || isGoing, doing: state?.step ?? null, error: failure };
}
