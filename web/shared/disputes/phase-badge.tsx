import type { CaseSummaryFragment } from '../../generated/graphql.ts';
import { useNow } from '../chain/use-now.ts';
import { useAppConfig } from '../config/use-app-config.ts';
import { useText } from '../i18n/use-text.ts';
import { Badge, type Tone } from '../ui/badge.tsx';
import { CountDown } from '../ui/count-down.tsx';
import { type CasePhase, casePhase } from './case-phase.ts';
import { disputeMessages } from './dispute-messages.ts';

const TONES: Record<CasePhase, Tone> = {
  collecting: 'amber',
  refer: 'amber',
  evidence: 'sky',
  arming: 'sky',
  drawing: 'sky',
  commit: 'seal',
  reveal: 'seal',
  appeal: 'amber',
  final: 'jade',
  elsewhere: 'sky',
  execute: 'jade',
  closed: 'neutral',
};

/** What a case waits for, and how long. */
export function PhaseBadge({ one }: { one: CaseSummaryFragment }) {
  const text = useText(disputeMessages);
  const { clock } = useAppConfig();
  const now = useNow();
  if (now === undefined) return <Badge>…</Badge>;
  const { phase, endsAt } = casePhase(one, clock, now);
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Badge tone={TONES[phase]}>{text(`disputes.phase.${phase}`)}</Badge>
      {endsAt !== null && phase !== 'closed' && (
        <span className="text-sm text-muted">
          <CountDown until={endsAt} />
        </span>
      )}
    </span>
  );
}
