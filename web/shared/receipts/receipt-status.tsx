import { Winnings } from '../cases/winnings.tsx';
import { useNow } from '../chain/use-now.ts';
import { useAppConfig } from '../config/use-app-config.ts';
import { useFormat } from '../format/use-format.ts';
import { useText } from '../i18n/use-text.ts';
import { Address } from '../ui/address.tsx';
import { CountDown } from '../ui/count-down.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Notice } from '../ui/notice.tsx';
import { useAccount } from '../wallet/use-account.ts';
import { ChallengePanel } from './challenge-panel.tsx';
import type { ReadReceipt } from './receipt-file.ts';
import { receiptMessages } from './receipt-messages.ts';
import { type Inclusion, type ReceiptStanding, receiptStanding } from './receipt-standing.ts';
import { SlashButton } from './slash-button.tsx';
import { useInclusion } from './use-inclusion.ts';
import { type ReceiptOnChain, useReceiptFacts } from './use-receipt-facts.ts';

/** Whether a receipt is in its statement, and what can be done when it is not. Only for receipts that the platform signed. */
export function ReceiptStatus({ signed }: { signed: ReadReceipt }) {
  const text = useText(receiptMessages);
  const { clock } = useAppConfig();
  const now = useNow();
  const facts = useReceiptFacts(signed);
  const inclusion = useInclusion(signed, facts.data?.statement);
  const error = facts.error ?? inclusion.error;
  if (error && !(facts.data && inclusion.data)) return <ErrorState error={error} onRetry={facts.refetch} />;
  if (!facts.data || now === undefined) return <p className="text-muted">{text('receipts.checking')}</p>;
  const { statement, challenge } = facts.data;
  const isAsking = statement !== null && challenge.state === 'none' && inclusion.data === undefined;
  if (isAsking) return <p className="text-muted">{text('receipts.checking')}</p>;
  const known: Inclusion = inclusion.data ?? 'unknown';
  const { epoch } = signed.receipt;
  const standing = receiptStanding(
    { epoch, postedAt: statement?.postedAt ?? null, inclusion: known, challenge },
    clock,
    now,
  );
  return (
    <div role="status" className="grid gap-4">
      <Standing standing={standing} inclusion={known} signed={signed} facts={facts.data} />
    </div>
  );
}

interface StandingProps {
  standing: ReceiptStanding;
  inclusion: Inclusion;
  signed: ReadReceipt;
  facts: ReceiptOnChain;
}

function Standing({ standing, inclusion, signed, facts: { statement, challenge } }: StandingProps) {
  const text = useText(receiptMessages);
  const format = useFormat();
  const epoch = String(signed.receipt.epoch);
  switch (standing.kind) {
    case 'open':
    case 'due':
      return (
        <Notice title={text(`receipts.${standing.kind}`)}>
          {text(`receipts.${standing.kind}Help`, { epoch, date: format.dateTime(standing.until) })}
          <Left until={standing.until} />
        </Notice>
      );
    case 'included':
      return (
        <Notice kind="success" title={text('receipts.included')}>
          {text('receipts.includedHelp')}
        </Notice>
      );
    case 'missing': {
      const title =
        statement === null
          ? text('receipts.notPosted', { epoch })
          : text(inclusion === 'refuted' ? 'receipts.refuted' : 'receipts.missing');
      return (
        <>
          <Notice kind="warning" title={title}>
            {text('receipts.missingHelp')}
          </Notice>
          <ChallengePanel signed={signed} until={standing.until} />
        </>
      );
    }
    case 'challenged':
      return (
        <Notice kind="warning" title={text('receipts.challenged')}>
          {text('receipts.challengedHelp', { date: format.dateTime(standing.until) })}
          <Left until={standing.until} />
          <By challenge={challenge} />
        </Notice>
      );
    case 'overdue':
      return (
        <>
          <Notice kind="warning" title={text('receipts.overdue')}>
            {text('receipts.overdueHelp')}
            <By challenge={challenge} />
          </Notice>
          <SlashButton signed={signed} />
        </>
      );
    case 'slashed':
    case 'answered':
      return (
        <>
          <Notice kind={standing.kind === 'answered' ? 'success' : 'error'} title={text(`receipts.${standing.kind}`)}>
            {text(`receipts.${standing.kind}Help`)}
            <By challenge={challenge} />
          </Notice>
          <OwnWinnings />
        </>
      );
    case 'past':
      return <Notice title={text('receipts.past')}>{text('receipts.pastHelp')}</Notice>;
  }
}

function Left({ until }: { until: number }) {
  const text = useText(receiptMessages);
  return (
    <p className="mt-1 font-medium">
      {text('receipts.left')} <CountDown until={until} />
    </p>
  );
}

function By({ challenge }: Pick<ReceiptOnChain, 'challenge'>) {
  const text = useText(receiptMessages);
  return (
    <p className="mt-1 flex flex-wrap items-center gap-x-2">
      {text('receipts.by')} <Address address={challenge.challenger} plain />
    </p>
  );
}

function OwnWinnings() {
  const account = useAccount();
  return account ? <Winnings account={account.address} /> : null;
}
