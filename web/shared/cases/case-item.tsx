import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { demandKind, type Leaf } from '../../../protocol/platforms/leaf.ts';
import { useNow } from '../chain/use-now.ts';
import { shortHex } from '../format/short-hex.ts';
import { useFormat } from '../format/use-format.ts';
import { useText } from '../i18n/use-text.ts';
import { slashReceipt } from '../receipts/transactions/receipt-case.ts';
import { TransactionButton } from '../transactions/transaction-button.tsx';
import { Address } from '../ui/address.tsx';
import { Badge, type Tone } from '../ui/badge.tsx';
import { caseMessages } from './case-messages.ts';
import { type CaseView, caseStatus } from './case-view.ts';
import { closeDemand, slashDemand } from './transactions/leaf-case.ts';
import { useLeafOpened } from './use-leaf-opened.ts';

const TONES: Record<ReturnType<typeof caseStatus>, Tone> = {
  open: 'amber',
  overdue: 'danger',
  answered: 'jade',
  slashed: 'danger',
};

/** One case: what is asked, until when, and what anybody can do about it. */
export function CaseItem({ found, withEpoch = false }: { found: CaseView; withEpoch?: boolean }) {
  const text = useText(caseMessages);
  const format = useFormat();
  const now = useNow() ?? 0;
  const title = useCaseTitle(found);
  const status = caseStatus(found, now);
  const isOpen = found.state === 'OPEN';
  return (
    <article className="grid gap-2 py-4 sm:grid-cols-[minmax(0,1fr)_auto] sm:gap-x-6" data-case={found.id}>
      <div className="grid content-start gap-1">
        <h4 className="font-medium">{title}</h4>
        <p className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
          {withEpoch && (
            <>
              <Link
                to="/epochs/$number"
                params={{ number: String(found.epoch) }}
                className="underline underline-offset-4"
              >
                {text('cases.ofEpoch', { epoch: String(found.epoch) })}
              </Link>
              ·
            </>
          )}
          {found.kind === 'receipt' && (
            <span>{text('cases.sales', { amount: format.amount(found.receipt.sales) })} ·</span>
          )}
          <span className="inline-flex items-center gap-1.5">
            {text('cases.by')} <Address address={found.challenger} plain />
          </span>
        </p>
      </div>
      <div className="grid content-start justify-items-start gap-1 sm:justify-items-end">
        <Badge tone={TONES[status]}>{text(`cases.status.${status}`)}</Badge>
        <p className="numbers text-sm text-muted">
          {isOpen
            ? text('cases.answerBy', { date: format.dateTime(found.deadline) })
            : found.closedAt !== null && text('cases.closedAt', { date: format.dateTime(found.closedAt) })}
        </p>
        {status === 'open' && (
          <p className="numbers text-sm font-medium">
            {text('cases.left', { duration: format.duration(found.deadline - now) })}
          </p>
        )}
        {found.kind === 'leaf' && found.absent && <p className="text-sm text-muted">{text('cases.absent')}</p>}
      </div>
      {isOpen && (
        <div className="sm:col-span-2">
          {found.kind === 'receipt' ? (
            status === 'overdue' && <SlashReceipt found={found} />
          ) : (
            <EndDemand leaf={found.leaf} isOverdue={status === 'overdue'} />
          )}
        </div>
      )}
    </article>
  );
}

function useCaseTitle(found: CaseView): string {
  const text = useText(caseMessages);
  if (found.kind === 'receipt') return text('cases.receipt', { digest: shortHex(found.digest) });
  const { kind, lotId, payeeId } = found.leaf;
  const values = { lot: String(lotId), payee: String(payeeId) };
  if (kind === demandKind.lot) return text('cases.leafLot', values);
  return text(kind === demandKind.nominee ? 'cases.leafNominee' : 'cases.leafRecommender', values);
}

function SlashReceipt({ found: { receipt, digest } }: { found: Extract<CaseView, { kind: 'receipt' }> }) {
  const text = useText(caseMessages);
  const request = useMemo(() => slashReceipt({ receipt, digest }), [receipt, digest]);
  return (
    <TransactionButton request={request} kind="danger" terse>
      {text('cases.slash')}
    </TransactionButton>
  );
}

function EndDemand({ leaf, isOverdue }: { leaf: Leaf; isOverdue: boolean }) {
  const text = useText(caseMessages);
  const isOpened = useLeafOpened(leaf, true).data ?? false;
  const request = useMemo(() => (isOpened ? closeDemand(leaf) : slashDemand(leaf)), [isOpened, leaf]);
  if (!isOpened && !isOverdue) return null;
  return (
    <div className="grid gap-2">
      {isOpened && <p className="text-sm text-muted">{text('cases.openNow')}</p>}
      <TransactionButton request={request} kind={isOpened ? 'secondary' : 'danger'} terse>
        {text(isOpened ? 'cases.close' : 'cases.slash')}
      </TransactionButton>
    </div>
  );
}
