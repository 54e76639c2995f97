import { useNow } from '../chain/use-now.ts';
import { useFormat } from '../format/use-format.ts';
import { useText } from '../i18n/use-text.ts';
import { uiMessages } from './ui-messages.ts';

interface Props {
  /** Unix seconds of the chain. */
  at: number | bigint | string;
  /** "in 2 days", "3 hours ago" instead of the date; the date is in the title. */
  relative?: boolean;
}

/** A moment of the chain. */
export function Timestamp({ at, relative = false }: Props) {
  const seconds = Number(at);
  const format = useFormat();
  const iso = new Date(seconds * 1000).toISOString();
  return (
    <time dateTime={iso} title={format.dateTime(seconds)} className="numbers whitespace-nowrap">
      {relative ? <Relative at={seconds} /> : format.dateTime(seconds)}
    </time>
  );
}

function Relative({ at }: { at: number }) {
  const text = useText(uiMessages);
  const format = useFormat();
  const now = useNow();
  if (now === undefined) return format.dateTime(at);
  const distance = at - now;
  if (distance === 0) return text('ui.now');
  const duration = format.duration(Math.abs(distance));
  return text(distance > 0 ? 'ui.inTime' : 'ui.timeAgo', { duration });
}
