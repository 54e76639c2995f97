import { useText } from '../../shared/i18n/use-text.ts';
import { Badge } from '../../shared/ui/badge.tsx';
import { governanceMessages } from './messages.ts';
import type { Support } from './transactions/proposals.ts';

const TONES = { FOR: 'jade', AGAINST: 'danger', ABSTAIN: 'neutral' } as const;

export function SupportBadge({ support }: { support: Support }) {
  const text = useText(governanceMessages);
  return <Badge tone={TONES[support]}>{text(`governance.support.${support}`)}</Badge>;
}
