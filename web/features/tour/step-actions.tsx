import { useNavigate, useRouterState } from '@tanstack/react-router';
import { UserRound } from 'lucide-react';
import type { DemoAccount } from '../../app/config.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { useLocalized } from '../../shared/i18n/use-localized.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { useLocalState } from '../../shared/local/use-local-state.ts';
import { useMoveClock } from '../../shared/local/use-move-clock.ts';
import { useSession } from '../../shared/relay/use-session.ts';
import { Button } from '../../shared/ui/button.tsx';
import { classNames } from '../../shared/ui/class-names.ts';
import { useAccount } from '../../shared/wallet/use-account.ts';
import { useDemoSelect } from '../../shared/wallet/use-demo-select.ts';
import { tourMessages } from './messages.ts';
import { stepTarget } from './step-target.ts';
import { timeTarget } from './time-target.ts';
import { PERSONA, TIME_STEPS, type TourStep } from './tour-steps.ts';
import type { useCycle } from './use-cycle.ts';

interface Props {
  step: TourStep;
  found: ReturnType<typeof useCycle>;
  producer: DemoAccount;
  visitor: DemoAccount;
}

/** What to do in a step, why, and the buttons that help: be somebody, go there, move time. */
export function StepActions({ step, found, producer, visitor }: Props) {
  const text = useText(tourMessages);
  const localized = useLocalized();
  const account = useAccount();
  const select = useDemoSelect();
  const navigate = useNavigate();
  const role = PERSONA[step];
  const persona = role === 'producer' ? producer : role === 'visitor' ? visitor : undefined;
  const isPersona = !persona || account?.address === persona.address;
  const target = stepTarget(step, {
    commodityNumber: found.commodityNumber,
    lotNumber: found.lot?.number,
    moneyEpoch: found.moneyEpoch,
  });
  const as = (isNow: boolean) => {
    if (persona === visitor) return text(isNow ? 'tour.asYouNow' : 'tour.asYou');
    return text(isNow ? 'tour.asNow' : 'tour.as', { name: persona ? localized(persona.name) : '' });
  };
  const path = useRouterState({ select: ({ location }) => location.pathname });
  // Who is where he should be needs the page more than the panel.
  const isPaying = step === 'buy' && path.startsWith('/orders/');
  const isThere = isPersona && step !== 'twin' && (isPaying || target?.split('?')[0] === path);
  const go = async () => {
    if (persona && !isPersona) await select(persona.address);
    if (target) await navigate({ to: target });
  };
  return (
    <>
      <p>{text(`tour.do.${step}`, { lot: found.lot?.lotCode ?? '' })}</p>
      <p className={classNames('text-sm text-muted', isThere && 'max-sm:hidden')}>{text(`tour.why.${step}`)}</p>
      {persona && !isThere && (
        <p className="flex items-center gap-2 text-sm">
          <UserRound aria-hidden="true" className="size-4 shrink-0 text-jade" />
          {as(isPersona)}
        </p>
      )}
      {TIME_STEPS.has(step) ? (
        <MoveTime step={step} found={found} />
      ) : isThere ? null : (
        <Button kind="primary" disabled={target === null} onClick={go} data-tour-action="go">
          {isPersona ? text('tour.do') : as(false)}
        </Button>
      )}
      {(step === 'buy' || step === 'settle') && account?.address === visitor.address && <SeeOrders />}
    </>
  );
}

/** What was bought is known to the relay only, and it tells nobody but the buyer. */
function SeeOrders() {
  const text = useText(tourMessages);
  const { token, signIn } = useSession();
  if (token !== undefined) return null;
  return (
    <Button size="small" onClick={() => signIn().catch(() => undefined)} data-tour-action="sign-in">
      {text('tour.signIn')}
    </Button>
  );
}

/** Moves time to where the step ends. Settling may take more than one epoch, so it goes from one to the next. */
function MoveTime({ step, found }: Pick<Props, 'step' | 'found'>) {
  const text = useText(tourMessages);
  const format = useFormat();
  const move = useMoveClock();
  const isBusy = useLocalState().data?.busy || move.isPending;
  const { schedule, now } = found.cycle;
  const target = schedule ? timeTarget(step, schedule) : null;
  const isPast = target !== null && now >= target;
  const byEpoch = step === 'settle' || isPast || target === null;
  return (
    <Button
      kind="primary"
      busy={isBusy}
      onClick={() => move.mutate(byEpoch ? 'next-epoch' : (target ?? 'next-epoch'))}
      data-tour-action="time"
    >
      {isBusy
        ? text('tour.moving')
        : byEpoch
          ? text('tour.moveEpoch')
          : text('tour.moveTo', { date: format.dateTime(target ?? now) })}
    </Button>
  );
}
