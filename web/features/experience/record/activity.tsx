import { isActive } from '../../../shared/experiencers/is-active.ts';
import type { TrackRecord } from '../../../shared/experiencers/track-record.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Badge } from '../../../shared/ui/badge.tsx';
import { recordMessages } from '../record-messages.ts';

/** That somebody has never reported, or not for a while; nothing about who is active. */
export function Activity({ record, epoch }: { record: TrackRecord; epoch: number }) {
  const text = useText(recordMessages);
  if (record.committed === 0) return <Badge>{text('record.new')}</Badge>;
  return isActive(record, epoch) ? null : <Badge>{text('record.quiet')}</Badge>;
}
