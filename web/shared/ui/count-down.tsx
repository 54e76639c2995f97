import { useNow } from '../chain/use-now.ts';
import { useFormat } from '../format/use-format.ts';
import { useText } from '../i18n/use-text.ts';
import { uiMessages } from './ui-messages.ts';

/** How long it takes until a moment of the chain (Unix seconds); "over" when it is past. */
export function CountDown({ until }: { until: number }) {
  const now = useNow();
  const format = useFormat();
  const text = useText(uiMessages);
  if (now === undefined) return <span aria-hidden="true">…</span>;
  return (
    <time dateTime={new Date(until * 1000).toISOString()} title={format.dateTime(until)} className="numbers">
      {until <= now ? text('ui.over') : format.duration(until - now)}
    </time>
  );
}
