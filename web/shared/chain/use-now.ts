import { useEffect, useState } from 'react';
import { useLocalState } from '../local/use-local-state.ts';
import { useHead } from './use-head.ts';

/**
 * The chain's time in Unix seconds, ticking; undefined until a block is known. On a local chain the clock control says it, since
 * no block may have been mined for a while; elsewhere it is the latest block's time and what has passed since it was seen.
 */
export function useNow(): number | undefined {
  const head = useHead().data;
  const local = useLocalState().data;
  const [now, setNow] = useState<number>();
  const [time, seenAt] = local ? [local.now, local.seenAt] : [head?.timestamp, head?.seenAt];

  useEffect(() => {
    if (time === undefined || seenAt === undefined) return;
    const tick = () => setNow(Math.floor(time + (performance.now() - seenAt) / 1000));
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [time, seenAt]);
  return now;
}
