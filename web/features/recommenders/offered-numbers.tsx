import { useMemo, useState } from 'react';
import type { Address as Account } from 'viem';
import { graphql } from '../../generated/gql.ts';
import { parseAddress } from '../../shared/format/parse-address.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { useSubgraph } from '../../shared/subgraph/use-subgraph.ts';
import { TransactionButton } from '../../shared/transactions/transaction-button.tsx';
import { Address } from '../../shared/ui/address.tsx';
import { Card } from '../../shared/ui/card.tsx';
import { recommendersMessages } from './messages.ts';
import { PayoutField } from './payout-field.tsx';
import { acceptNumber } from './transactions/hand-over.ts';

const OFFERED = graphql(/* GraphQL */ `
  query OfferedNumbers($account: String!) {
    recommenders(where: { offeredTo: $account }, orderBy: number) {
      number
      account {
        id
      }
    }
  }
`);

/** Numbers that others have offered to the account; an account without one can take one. */
export function OfferedNumbers({ account }: { account: Account }) {
  const offered = useSubgraph(
    OFFERED,
    { account: account.toLowerCase() },
    { select: ({ recommenders }) => recommenders },
  ).data;
  return offered?.map(({ number, account: from }) => (
    <Offer key={number} number={number} from={from.id as Account} account={account} />
  ));
}

function Offer({ number, from, account }: { number: number; from: Account; account: Account }) {
  const text = useText(recommendersMessages);
  const [typed, setTyped] = useState<string>(account);
  const payout = parseAddress(typed);
  const request = useMemo(() => (payout ? acceptNumber(number, payout) : null), [number, payout]);
  return (
    <Card className="mb-6 grid max-w-2xl gap-4 border-jade">
      <h2 className="font-display text-xl font-semibold">{text('recommenders.offer', { id: String(number) })}</h2>
      <p className="flex flex-wrap items-center gap-2">
        {text('recommenders.offerHelp')} <Address address={from} plain />
      </p>
      <PayoutField value={typed} onChange={setTyped} />
      <TransactionButton request={request}>{text('recommenders.accept')}</TransactionButton>
    </Card>
  );
}
