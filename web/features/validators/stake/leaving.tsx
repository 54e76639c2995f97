import { epochStart } from '../../../../protocol/clock/epoch-start.ts';
import { useNow } from '../../../shared/chain/use-now.ts';
import { useAppConfig } from '../../../shared/config/use-app-config.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { CountDown } from '../../../shared/ui/count-down.tsx';
import { validatorsMessages } from '../messages.ts';

/** When what is on its way out can be withdrawn; null: nothing is on its way. */
export function useRelease(epoch: number | null | undefined): { at: number; isDue: boolean } | null {
  const { clock } = useAppConfig();
  const now = useNow();
  if (epoch === null || epoch === undefined) return null;
  const at = epochStart(clock, epoch);
  return { at, isDue: now !== undefined && now >= at };
}

/** CTT on its way out, with how long it takes. */
export function Leaving({ amount, epoch }: { amount: string; epoch: number }) {
  const text = useText(validatorsMessages);
  const format = useFormat();
  const release = useRelease(epoch);
  if (!release) return null;
  if (release.isDue) return text('validators.leavingReady', { amount: format.token(amount) });
  return (
    <>
      {text('validators.leavingIn', { amount: format.token(amount) })} <CountDown until={release.at} />
    </>
  );
}
