import type { ReactNode } from 'react';
import { useNow } from '../../../shared/chain/use-now.ts';
import { useAppConfig } from '../../../shared/config/use-app-config.ts';
import { type CasePhase, canLapse, casePhase } from '../../../shared/disputes/case-phase.ts';
import { disputeMessages } from '../../../shared/disputes/dispute-messages.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Card } from '../../../shared/ui/card.tsx';
import { CountDown } from '../../../shared/ui/count-down.tsx';
import { Stepper } from '../../../shared/ui/stepper.tsx';
import type { CaseDetails } from '../court-queries.ts';
import { courtMessages } from '../messages.ts';
import { NextStep } from './next-step.tsx';

const STEPS = ['collect', 'evidence', 'draw', 'commit', 'reveal', 'appeal', 'ruling', 'done'] as const;
type Step = (typeof STEPS)[number];

const STEP_OF: Record<CasePhase, Step> = {
  collecting: 'collect',
  refer: 'collect',
  evidence: 'evidence',
  elsewhere: 'evidence',
  arming: 'draw',
  drawing: 'draw',
  commit: 'commit',
  reveal: 'reveal',
  appeal: 'appeal',
  final: 'ruling',
  execute: 'ruling',
  closed: 'done',
};

/** Where a case stands, how long that lasts, and what anybody can do to bring it on. */
export function Progress({ one }: { one: CaseDetails }) {
  const text = useText(courtMessages);
  const disputes = useText(disputeMessages);
  const { clock } = useAppConfig();
  const now = useNow();
  if (now === undefined) return <Frame>…</Frame>;
  const { phase, endsAt } = casePhase(one, clock, now);
  const steps = STEPS.filter((step) => step !== 'collect' || one.kind === 'EVALUATION');
  const current = phase === 'closed' ? steps.length : steps.indexOf(STEP_OF[phase]);
  const round = one.dispute?.latestRound.index ?? 0;
  return (
    <Frame>
      <Stepper
        brief
        steps={steps.map((step) => ({ key: step, label: text(`court.step.${step}`) }))}
        current={current}
      />
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
        <div className="grid gap-1">
          <p className="font-display text-xl font-semibold">
            {disputes(`disputes.phase.${phase}`)}
            {round > 0 && phase !== 'closed' && (
              <span className="font-sans text-base font-normal text-muted">
                {' '}
                · {text('court.round', { round: String(round + 1) })}
              </span>
            )}
          </p>
          <p className="max-w-prose text-muted">{text(`court.phaseHelp.${phase}`)}</p>
        </div>
        {endsAt !== null && phase !== 'closed' && (
          <p className="sm:text-right">
            <span className="text-sm text-muted">{text('court.still')}</span>
            <br />
            <span className="font-display text-xl font-semibold">
              <CountDown until={endsAt} />
            </span>
          </p>
        )}
      </div>
      <NextStep one={one} phase={phase} canLapse={canLapse(one, now)} />
    </Frame>
  );
}

function Frame({ children }: { children: ReactNode }) {
  return <Card className="grid gap-6">{children}</Card>;
}
