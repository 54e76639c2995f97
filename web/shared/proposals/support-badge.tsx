import type { VoteSupport } from '../../generated/graphql.ts';
import { useText } from '../i18n/use-text.ts';
import { Badge } from '../ui/badge.tsx';
import { proposalMessages } from './proposal-messages.ts';

const TONES = { FOR: 'jade', AGAINST: 'danger', ABSTAIN: 'neutral' } as const;

/** How somebody voted. */
export function SupportBadge({ support }: { support: VoteSupport }) {
  const text = useText(proposalMessages);
  return <Badge tone={TONES[support]}>{text(`proposals.${support}`)}</Badge>;
}
