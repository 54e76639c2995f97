import { useText } from '../../shared/i18n/use-text.ts';
import { Badge, type Tone } from '../../shared/ui/badge.tsx';
import { governanceMessages } from './messages.ts';
import type { ProposalState } from './proposal-state.ts';

const TONES: Readonly<Record<ProposalState, Tone>> = {
  pending: 'sky',
  active: 'jade',
  canceled: 'neutral',
  defeated: 'danger',
  succeeded: 'jade',
  queued: 'amber',
  expired: 'neutral',
  executed: 'neutral',
};

export function StateBadge({ state }: { state: ProposalState }) {
  const text = useText(governanceMessages);
  return <Badge tone={TONES[state]}>{text(`governance.state.${state}`)}</Badge>;
}
