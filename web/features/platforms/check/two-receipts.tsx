import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { zeroAddress } from 'viem';
import { abis } from '../../../shared/chain/contracts.ts';
import { useChainClient } from '../../../shared/chain/use-chain-client.ts';
import { useAppConfig } from '../../../shared/config/use-app-config.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import type { ReadReceipt } from '../../../shared/receipts/receipt-file.ts';
import { ReceiptSignature } from '../../../shared/receipts/receipt-signature.tsx';
import { slashEquivocation, withdrawEquivocation } from '../../../shared/receipts/transactions/receipt-case.ts';
import { useReceiptFacts } from '../../../shared/receipts/use-receipt-facts.ts';
import { TransactionButton } from '../../../shared/transactions/transaction-button.tsx';
import { Address } from '../../../shared/ui/address.tsx';
import { Card } from '../../../shared/ui/card.tsx';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { platformsMessages } from '../messages.ts';
import { compareReceipts } from './compare-receipts.ts';
import { ReceiptFacts } from './receipt-facts.tsx';

type Both = readonly [ReadReceipt, ReadReceipt];

/** Two receipts beside each other; when they are for one order, the platform has cheated. */
export function TwoReceipts({ both }: { both: Both }) {
  const text = useText(platformsMessages);
  const [first, second] = both;
  return (
    <div className="grid gap-6">
      <Verdict both={both} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        {(
          [
            ['check.first', first, second],
            ['check.second', second, first],
          ] as const
        ).map(([title, one, other]) => (
          <Card key={title} className="grid gap-3">
            <h2 className="font-display text-xl font-semibold">{text(title)}</h2>
            <ReceiptSignature signed={one} />
            <ReceiptFacts receipt={one.receipt} other={other.receipt} />
          </Card>
        ))}
      </div>
    </div>
  );
}

function Verdict({ both }: { both: Both }) {
  const text = useText(platformsMessages);
  const [first, second] = [useReceiptFacts(both[0]).data, useReceiptFacts(both[1]).data];
  if (!first || !second) return null;
  const verdict = compareReceipts(both, first.isSigned && second.isSigned);
  if (verdict === 'caught') return <Caught both={both} />;
  return <Notice title={text(`check.${verdict}`)}>{text(`check.${verdict}Help`)}</Notice>;
}

function Caught({ both }: { both: Both }) {
  const text = useText(platformsMessages);
  const format = useFormat();
  const slashed = useEquivocation(both[0]);
  const slash = useMemo(() => slashEquivocation(both), [both]);
  const withdraw = useMemo(() => withdrawEquivocation(both[0]), [both]);
  if (slashed.error && !slashed.data) return <ErrorState error={slashed.error} onRetry={slashed.refetch} />;
  if (!slashed.data) return null;
  const { challenger, reward } = slashed.data;
  if (challenger === zeroAddress) {
    return (
      <Card className="grid gap-4">
        <Notice kind="error" title={text('check.caught')}>
          {text('check.caughtHelp')}
        </Notice>
        <TransactionButton request={slash} kind="danger">
          {text('check.equivocate')}
        </TransactionButton>
      </Card>
    );
  }
  return (
    <Card className="grid gap-4">
      <Notice kind="success" title={text('check.done')}>
        <span className="inline-flex flex-wrap items-center gap-2">
          {text('check.doneHelp')} <Address address={challenger} plain />
        </span>
      </Notice>
      {reward > 0n && (
        <TransactionButton request={withdraw} kind="secondary">
          {text('check.reward', { amount: format.amount(reward) })}
        </TransactionButton>
      )}
    </Card>
  );
}

function useEquivocation({ receipt: { platformId, orderId } }: ReadReceipt) {
  const client = useChainClient();
  const { contracts } = useAppConfig();
  return useQuery({
    queryKey: ['chain', 'equivocation', platformId, orderId],
    queryFn: () =>
      client.readContract({
        address: contracts.platforms,
        abi: abis.platforms,
        functionName: 'equivocationOf',
        args: [platformId, orderId],
      }),
  });
}
