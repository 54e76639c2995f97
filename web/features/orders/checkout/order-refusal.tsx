import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useErrorText } from '../../../shared/errors/use-error-text.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { problemCode, problemValue } from '../../../shared/relay/problem-code.ts';
import { Notice } from '../../../shared/ui/notice.tsx';
import { checkoutMessages } from '../checkout-messages.ts';
import { NothingKeptError } from './use-place-order.ts';

interface Props {
  error: Error;
  /** Price of a unit that the buyer saw. */
  before: string;
}

/** Why an order was not taken, and what to do; what has changed meanwhile is fetched anew. */
export function OrderRefusal({ error, before }: Props) {
  const text = useText(checkoutMessages);
  const sentence = useErrorText();
  const format = useFormat();
  const queries = useQueryClient();
  const code = problemCode(error);
  useEffect(() => {
    if (code) void queries.invalidateQueries({ queryKey: ['relay'] });
  }, [code, queries]);

  if (error instanceof NothingKeptError) return <Notice kind="error">{text('checkout.cannotKeep')}</Notice>;
  if (code === 'price-changed') {
    const now = problemValue(error, 'unitPrice');
    return (
      <Notice kind="warning" title={text('checkout.priceChanged')}>
        {typeof now === 'string'
          ? text('checkout.priceChangedHelp', { now: format.amount(now), before: format.amount(before) })
          : sentence(error)}
      </Notice>
    );
  }
  if (code === 'stock-exhausted') {
    const left = Number(problemValue(error, 'available') ?? 0);
    return (
      <Notice kind="warning" title={text('checkout.stockExhausted', { count: left })}>
        {text('checkout.stockExhaustedHelp')}
      </Notice>
    );
  }
  return <Notice kind="error">{sentence(error)}</Notice>;
}
