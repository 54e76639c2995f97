import { epochAt } from '../../../protocol/clock/epoch-at.ts';
import { epochStart } from '../../../protocol/clock/epoch-start.ts';
import { useAppConfig } from '../config/use-app-config.ts';
import { useNow } from './use-now.ts';

export interface EpochNow {
  readonly epoch: number;
  /** `first`: reveal and unseal; `second`: tally. */
  readonly half: 'first' | 'second';
  readonly startsAt: number;
  readonly endsAt: number;
}

/** The epoch that the chain is in; undefined until its time is known. */
export function useEpoch(): EpochNow | undefined {
  const { clock } = useAppConfig();
  const now = useNow();
  if (now === undefined || now < clock.genesis) return undefined;
  const epoch = epochAt(clock, now);
  const [startsAt, endsAt] = [epochStart(clock, epoch), epochStart(clock, epoch + 1)];
  return { epoch, half: now < startsAt + Math.floor(clock.epochLength / 2) ? 'first' : 'second', startsAt, endsAt };
}
