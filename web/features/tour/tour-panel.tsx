import { useRouterState } from '@tanstack/react-router';
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { DemoAccount } from '../../app/config.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { Button } from '../../shared/ui/button.tsx';
import { cycleFacts, isStuck } from './cycle-facts.ts';
import { Highlight } from './highlight.tsx';
import { tourMessages } from './messages.ts';
import { StepActions } from './step-actions.tsx';
import { HIGHLIGHTS, isOnTarget, stepTarget } from './step-target.ts';
import type { TourProgress } from './tour-progress.ts';
import { currentStep, stepsDone, TOUR_STEPS } from './tour-steps.ts';
import { useCycle } from './use-cycle.ts';
import { usePointed } from './use-pointed.ts';
import { useRoomBelow } from './use-room-below.ts';
import { useTour } from './use-tour.ts';

interface Props {
  producer: DemoAccount;
  visitor: DemoAccount;
  progress: TourProgress;
}

const TWIN = /^\/(lots|commodities)\/\d+/;
const MONEY = /^\/epochs\/\d+/;
const NOTHING: readonly string[] = [];

/** The running tour: what to do now, why, and who to be. It stands beside the page and never covers it as a whole. */
export function TourPanel({ producer, visitor, progress }: Props) {
  const text = useText(tourMessages);
  const { note, begin } = useTour();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const found = useCycle(producer, visitor, progress.firstLot);
  const facts = cycleFacts(progress, found.cycle);
  const step = currentStep(facts);
  const stuck = isStuck(facts);
  const [isFolded, setIsFolded] = useState(false);
  const panel = useRef<HTMLElement>(null);
  useRoomBelow(panel, found.isLoaded);

  const { lot, commodityNumber, moneyEpoch } = found;
  const target = step && stepTarget(step, { commodityNumber, lotNumber: lot?.number, moneyEpoch });
  const isThere = step !== null && isOnTarget(step, target, path);
  const { pointed, show } = usePointed(step && isThere && !stuck ? HIGHLIGHTS[step] : NOTHING, panel);

  const { sawTwin, sawMoney } = progress;
  useEffect(() => {
    if (!sawTwin && TWIN.test(path)) note({ sawTwin: true });
    if (!sawMoney && facts.claimed && MONEY.test(path)) note({ sawMoney: true });
  }, [path, sawTwin, sawMoney, facts.claimed, note]);

  const { order } = found.cycle;
  useEffect(() => {
    if (lot && order?.isPaid && progress.paidLot !== lot.number) note({ paidLot: lot.number });
    if (lot && order?.isPosted && progress.settledLot !== lot.number) note({ settledLot: lot.number });
  }, [lot, order?.isPaid, order?.isPosted, progress.paidLot, progress.settledLot, note]);

  if (!found.isLoaded) return null;
  const done = stepsDone(step);
  const title = step === null ? 'tour.finished' : (`tour.title.${step}` as const);
  return (
    <>
      {pointed && !pointed.isBusy && !pointed.isOff && <Highlight box={pointed.box} />}
      <aside
        ref={panel}
        aria-label={text('tour.name')}
        className="appear fixed inset-x-2 bottom-[calc(var(--clock-height,3.5rem)+4.75rem)] z-20 max-h-[45dvh] overflow-y-auto rounded-2xl border border-jade/40 bg-surface p-4 shadow-card max-sm:p-3 sm:right-auto sm:left-6 sm:w-88 lg:bottom-[calc(var(--clock-height,3.5rem)+1rem)]"
      >
        <header className="flex items-start gap-2">
          <div className="grid min-w-0 flex-1">
            <p className="numbers text-sm text-muted">
              {step === null
                ? text('tour.done')
                : text('tour.progress', { step: String(done + 1), count: String(TOUR_STEPS.length) })}
            </p>
            <div role="status">
              <h2 className="font-display text-lg/tight font-semibold">{text(title)}</h2>
            </div>
          </div>
          <IconButton
            label={text(isFolded ? 'tour.unfold' : 'tour.fold')}
            onClick={() => setIsFolded(!isFolded)}
            isExpanded={!isFolded}
          >
            {isFolded ? <ChevronUp className="size-5" /> : <ChevronDown className="size-5" />}
          </IconButton>
          <IconButton label={text('tour.pause')} onClick={() => note({ status: step ? 'paused' : 'finished' })}>
            <X className="size-5" />
          </IconButton>
        </header>
        <Progress done={done} />
        {!isFolded && (
          <div className="grid gap-3 pt-3 max-sm:gap-2">
            {step === null && <p>{text('tour.finishedHelp')}</p>}
            {stuck && step && <p>{text('tour.stuck')}</p>}
            {step && !stuck && (
              <StepActions
                key={step}
                {...{ step, found, producer, visitor, isThere, pointed }}
                target={target ?? null}
                onShow={show}
              />
            )}
            {(stuck || step === null) && found.lotCount !== undefined && (
              <Button onClick={() => begin(found.lotCount ?? 0)}>{text('tour.again')}</Button>
            )}
          </div>
        )}
      </aside>
    </>
  );
}

function Progress({ done }: { done: number }) {
  return (
    <div aria-hidden="true" className="flex gap-1 pt-2">
      {TOUR_STEPS.map((step, i) => (
        <span
          key={step}
          className={`h-1 flex-1 rounded-full ${i < done ? 'bg-jade' : i === done ? 'bg-amber' : 'bg-line'}`}
        />
      ))}
    </div>
  );
}

interface IconButtonProps {
  label: string;
  onClick: () => void;
  isExpanded?: boolean;
  children: ReactNode;
}

function IconButton({ label, onClick, isExpanded, children }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-expanded={isExpanded}
      onClick={onClick}
      className="-m-1 grid size-10 shrink-0 place-items-center rounded-full text-muted hover:bg-sunken"
    >
      {children}
    </button>
  );
}
