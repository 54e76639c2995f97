import { useMemo, useState } from 'react';
import type { Address } from 'viem';
import { parseAddress } from '../../shared/format/parse-address.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { TransactionButton } from '../../shared/transactions/transaction-button.tsx';
import { Card } from '../../shared/ui/card.tsx';
import { recommendersMessages } from './messages.ts';
import { PayoutField } from './payout-field.tsx';
import { registerRecommender } from './transactions/register-recommender.ts';

/** Makes the account a recommender. */
export function RegisterForm({ account }: { account: Address }) {
  const text = useText(recommendersMessages);
  const [typed, setTyped] = useState<string>(account);
  const payout = parseAddress(typed);
  const request = useMemo(() => (payout ? registerRecommender(payout) : null), [payout]);
  return (
    <Card className="grid max-w-2xl gap-5 border-jade">
      <h2 className="font-display text-xl font-semibold sm:text-2xl">{text('recommenders.registerTitle')}</h2>
      <p>{text('recommenders.registerHelp')}</p>
      <PayoutField value={typed} onChange={setTyped} />
      <TransactionButton request={request}>{text('recommenders.register')}</TransactionButton>
    </Card>
  );
}
