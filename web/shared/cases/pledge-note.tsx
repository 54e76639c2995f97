import { useNow } from '../chain/use-now.ts';
import { useAppConfig } from '../config/use-app-config.ts';
import { useFormat } from '../format/use-format.ts';
import { useText } from '../i18n/use-text.ts';
import { caseMessages } from './case-messages.ts';
import { usePledge } from './use-pledge.ts';

/** What a pledge costs and what becomes of it. */
export function PledgeNote() {
  const text = useText(caseMessages);
  const format = useFormat();
  const { nativeCurrency } = useAppConfig().chain;
  const now = useNow();
  const { data } = usePledge();
  if (!data || now === undefined) return null;
  const amount = format.gas(data.pledge, nativeCurrency.decimals);
  return (
    <p className="text-sm text-ink">
      <strong className="font-medium">{text('cases.pledge', { amount, symbol: nativeCurrency.symbol })}</strong>{' '}
      {text('cases.pledgeWhy', { date: format.dateTime(now + data.answerWindow) })}
    </p>
  );
}
