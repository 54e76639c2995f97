import { lotSchedule } from '../../../protocol/clock/lot-schedule.ts';
import { lotPhase } from '../../shared/chain/lot-phase.ts';
import { useNow } from '../../shared/chain/use-now.ts';
import { useAppConfig } from '../../shared/config/use-app-config.ts';

/** Schedule of a lot and where it is; the phase is undefined until the chain's time is known. */
export function useLotPhase({ startEpoch, epochs }: { startEpoch: number; epochs: number }) {
  const { clock } = useAppConfig();
  const now = useNow();
  const schedule = lotSchedule(clock, startEpoch, epochs);
  return { schedule, now, current: now === undefined ? undefined : lotPhase(schedule, now) };
}
