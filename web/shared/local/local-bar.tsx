import { FastForward, Gavel, Hourglass, SkipForward } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEpoch } from '../chain/use-epoch.ts';
import { useNow } from '../chain/use-now.ts';
import { useAppConfig } from '../config/use-app-config.ts';
import { useFormat } from '../format/use-format.ts';
import { useLocalized } from '../i18n/use-localized.ts';
import { useText } from '../i18n/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { localMessages } from './local-messages.ts';
import { useLocalState } from './use-local-state.ts';
import { useMoveClock } from './use-move-clock.ts';

/** The index is a block or two behind most of the time. */
const TOLERATED_BLOCKS = 3;

/** On local chains: what time it is there, how to move it, and what else (`children`) is to be offered there. */
export function LocalBar({ children }: { children?: ReactNode }) {
  const { local } = useAppConfig();
  return local && <Bar>{children}</Bar>;
}

function Bar({ children }: { children: ReactNode }) {
  const text = useText(localMessages);
  const localized = useLocalized();
  const state = useLocalState();
  const move = useMoveClock();
  const isBusy = state.data?.busy || move.isPending;
  const next = state.data?.next;
  const behind = state.data?.subgraph ? state.data.subgraph.head - state.data.subgraph.block : 0;
  const error = state.data?.error ?? move.error?.message;
  return (
    <aside
      data-clock-bar
      aria-label={text('local.title')}
      className="sticky bottom-16 z-10 border-t border-line bg-sunken/95 backdrop-blur-sm lg:bottom-0"
    >
      <div className="container-page flex min-h-14 flex-wrap items-center gap-x-5 gap-y-1 py-1.5 text-sm">
        <Hourglass aria-hidden="true" className="hidden size-4 text-muted sm:block" />
        <Clock />
        <p
          role="status"
          className="min-w-0 flex-1 truncate text-muted max-sm:order-last max-sm:basis-full max-sm:empty:hidden"
        >
          {isBusy ? (
            <span className="inline-flex items-center gap-2 text-jade">
              <Spinner />
              {state.data?.step ? localized(state.data.step) : text('local.busy')}
            </span>
          ) : state.isError ? (
            text('local.down')
          ) : error ? (
            <span className="text-danger">{text('local.failed', { message: error })}</span>
          ) : state.data?.halted ? (
            <span className="text-amber">{localized(state.data.halted)}</span>
          ) : (
            behind > TOLERATED_BLOCKS && text('local.behind', { count: behind })
          )}
        </p>
        <div className="ml-auto flex gap-2">
          {children}
          {next && (next.disputeId !== null || next.proposalId !== null) && (
            <Button
              size="small"
              disabled={isBusy}
              title={localized(next.what)}
              aria-label={text('local.nextStep')}
              onClick={() => move.mutate('next-step')}
            >
              <Gavel aria-hidden="true" className="size-4" />
              <span className="max-md:hidden">{text('local.nextStep')}</span>
            </Button>
          )}
          <Button size="small" disabled={isBusy} onClick={() => move.mutate('next-phase')}>
            <SkipForward aria-hidden="true" className="size-4" />
            {text('local.nextPhase')}
          </Button>
          <Button size="small" disabled={isBusy} onClick={() => move.mutate('next-epoch')} className="max-sm:hidden">
            <FastForward aria-hidden="true" className="size-4" />
            {text('local.nextEpoch')}
          </Button>
        </div>
      </div>
    </aside>
  );
}

/** Ticks on its own, so that the bar's buttons need not. */
function Clock() {
  const text = useText(localMessages);
  const format = useFormat();
  const now = useNow();
  const epoch = useEpoch();
  if (now === undefined || !epoch) return <span aria-hidden="true">…</span>;
  return (
    <p className="numbers flex flex-wrap gap-x-4">
      <strong className="font-medium">{text('local.epoch', { epoch: String(epoch.epoch) })}</strong>
      <span className="text-muted max-md:hidden">{text(`local.${epoch.half}`)}</span>
      <span className="text-muted max-sm:hidden">{format.dateTime(now)}</span>
      <span className="text-muted sm:hidden">{format.date(now)}</span>
    </p>
  );
}
