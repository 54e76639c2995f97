import { useNow } from '../../shared/chain/use-now.ts';
import { useAppConfig } from '../../shared/config/use-app-config.ts';
import { type TermNow, termNow } from './election-view.ts';

/** Where the terms stand; undefined until the chain's time is known. */
export function useTerm(): TermNow | undefined {
  const { clock } = useAppConfig();
  const now = useNow();
  return now === undefined || now < clock.genesis ? undefined : termNow(clock, now);
}
