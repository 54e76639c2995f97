import { useNavigate } from '@tanstack/react-router';
import { UserRound } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { DemoAccount } from '../../app/config.ts';
import { useLocalized } from '../../shared/i18n/use-localized.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { useSession } from '../../shared/relay/use-session.ts';
import { Button } from '../../shared/ui/button.tsx';
import { classNames } from '../../shared/ui/class-names.ts';
import { useAccount } from '../../shared/wallet/use-account.ts';
import { useDemoSelect } from '../../shared/wallet/use-demo-select.ts';
import { tourMessages } from './messages.ts';
import { MoveTime } from './move-time.tsx';
import { PressThis } from './press-this.tsx';
import { PERSONA, TIME_STEPS, type TourStep } from './tour-steps.ts';
import type { useCycle } from './use-cycle.ts';
import type { Pointed } from './use-pointed.ts';

interface Props {
  step: TourStep;
  found: ReturnType<typeof useCycle>;
  producer: DemoAccount;
  visitor: DemoAccount;
  /** Page of the step; null: there is none, or it is not known yet. */
  target: string | null;
  /** He is on that page. */
  isThere: boolean;
  /** What to press there. */
  pointed: Pointed | null;
  onShow: () => void;
}

/** What to do in a step, why, and the buttons that help: be somebody, go there, move time. */
export function StepActions({ step, found, producer, visitor, target, isThere, pointed, onShow }: Props) {
  const text = useText(tourMessages);
  const account = useAccount();
  const select = useDemoSelect();
  const navigate = useNavigate();
  const role = PERSONA[step];
  const persona = role === 'producer' ? producer : role === 'visitor' ? visitor : undefined;
  const isPersona = !persona || account?.address === persona.address;
  const become = async () => {
    if (persona && !isPersona) await select(persona.address);
  };
  // Who has been led somewhere has read this, and on a phone needs the page more.
  const [isRead, setRead] = useState(false);
  const go = async () => {
    setRead(true);
    await become();
    if (target) await navigate({ to: target });
  };
  const isShort = isRead && isPersona && isThere && !pointed?.isOff;
  return (
    <>
      <p className={classNames(isShort && 'max-sm:hidden')}>
        {text(`tour.do.${step}`, { lot: found.lot?.lotCode ?? '' })}
      </p>
      <p className={classNames('text-sm text-muted', isShort && 'max-sm:hidden')}>{text(`tour.why.${step}`)}</p>
      {isPersona && isThere && <PressThis pointed={pointed} onShow={onShow} />}
      {isPersona && persona && !isThere && !TIME_STEPS.has(step) && (
        <Being persona={persona} isYou={role === 'visitor'} />
      )}
      {TIME_STEPS.has(step) ? (
        <MoveTime step={step} cycle={found.cycle} before={become} />
      ) : isPersona && isThere ? null : (
        <GoThere
          persona={isPersona ? undefined : persona}
          isYou={role === 'visitor'}
          isReady={target !== null}
          onGo={go}
        />
      )}
      {(step === 'buy' || step === 'settle') && account?.address === visitor.address && <SeeOrders />}
    </>
  );
}

function Being({ persona, isYou }: { persona: DemoAccount; isYou: boolean }) {
  const text = useText(tourMessages);
  const localized = useLocalized();
  return (
    <p className="flex items-center gap-2 text-sm">
      <UserRound aria-hidden="true" className="size-4 shrink-0 text-jade" />
      {isYou ? text('tour.asYouNow') : text('tour.asNow', { name: localized(persona.name) })}
    </p>
  );
}

interface GoThereProps {
  /** Whom one has to be first; undefined: one is already. */
  persona: DemoAccount | undefined;
  isYou: boolean;
  isReady: boolean;
  onGo: () => void;
}

function GoThere({ persona, isYou, isReady, onGo }: GoThereProps) {
  const text = useText(tourMessages);
  const localized = useLocalized();
  const as = persona && (isYou ? text('tour.asYou') : text('tour.as', { name: localized(persona.name) }));
  return (
    <Button kind="primary" disabled={!isReady} onClick={onGo} data-tour-action="go">
      {persona && <UserRound aria-hidden="true" className="size-4 shrink-0" />}
      {as ?? text('tour.do')}
    </Button>
  );
}

/** What was bought is known to the relay only, and it tells nobody but the buyer. A demo account signs without being asked. */
function SeeOrders() {
  const text = useText(tourMessages);
  const { token, signIn } = useSession();
  const [hasFailed, setFailed] = useState(false);
  const isOut = token === undefined;
  useEffect(() => {
    if (isOut && !hasFailed) signIn().catch(() => setFailed(true));
  }, [isOut, hasFailed, signIn]);
  if (!isOut || !hasFailed) return null;
  return (
    <Button size="small" onClick={() => setFailed(false)} data-tour-action="sign-in">
      {text('tour.signIn')}
    </Button>
  );
}
