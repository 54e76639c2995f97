import { useMutation } from '@tanstack/react-query';
import { CircleCheck, CircleX } from 'lucide-react';
import { useState } from 'react';
import { ProtocolError } from '../../../protocol/error.ts';
import { useAppConfig } from '../../shared/config/use-app-config.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { Button, buttonClass } from '../../shared/ui/button.tsx';
import { CopyButton } from '../../shared/ui/copy-button.tsx';
import { ErrorState } from '../../shared/ui/error-state.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import type { OrderFileFacts } from './check-order-file.ts';
import { epochsMessages } from './messages.ts';
import { CHECKS, type OrderFileCheck, orderFileVerdict, type StatementTotals } from './order-file-verdict.ts';
import { streamDocument } from './stream-document.ts';

interface Props {
  statement: StatementTotals;
  cid: string;
}

/** The order file of a statement: where it is, and a check that anybody can run. */
export function OrderFilePanel({ statement, cid }: Props) {
  const text = useText(epochsMessages);
  const format = useFormat();
  const { relayUrl } = useAppConfig();
  const [read, setRead] = useState(0);
  const check = useMutation({
    mutationFn: async () => {
      const { checkOrderFile } = await import('./check-order-file.ts');
      setRead(0);
      return checkOrderFile(counted(streamDocument(relayUrl, cid), setRead));
    },
  });
  return (
    <div className="grid gap-3 rounded-xl bg-sunken p-4">
      <h3 className="font-medium">{text('epochs.orderFile')}</h3>
      <p className="text-sm text-muted">{text('epochs.orderFileHelp')}</p>
      <p className="flex items-center gap-2">
        <code className="min-w-0 font-mono text-sm break-all">{cid}</code>
        <CopyButton value={cid} label="CID" />
      </p>
      <div className="flex flex-wrap gap-3">
        <Button size="small" busy={check.isPending} onClick={() => check.mutate()}>
          {check.isPending
            ? text('epochs.checking', { bytes: `${format.number(Math.ceil(read / 1024))} KiB` })
            : text('epochs.check')}
        </Button>
        <a className={buttonClass('quiet', 'small')} href={`${relayUrl}/documents/${cid}`} download={`${cid}.jsonl`}>
          {text('epochs.download')}
        </a>
      </div>
      <div role="status" className="empty:hidden">
        {check.data && <Verdict facts={check.data} statement={statement} />}
      </div>
      {check.error instanceof ProtocolError ? (
        <Notice kind="error">{text('epochs.broken', { reason: check.error.message })}</Notice>
      ) : (
        check.error && <ErrorState error={check.error} onRetry={() => check.mutate()} />
      )}
    </div>
  );
}

function Verdict({ facts, statement }: { facts: OrderFileFacts; statement: StatementTotals }) {
  const text = useText(epochsMessages);
  const format = useFormat();
  const verdict = orderFileVerdict(facts, statement);
  const isGood = CHECKS.every((check) => verdict[check]);
  const value = (check: OrderFileCheck): string => {
    if (check === 'orders') return format.number(facts.orders);
    if (check === 'sales' || check === 'fees' || check === 'commissions') {
      return format.amount(facts[check], { exact: true });
    }
    return '';
  };
  return (
    <div className="grid gap-3">
      <Notice kind={isGood ? 'success' : 'error'} title={text(isGood ? 'epochs.checkGood' : 'epochs.checkBad')} />
      <ul className="grid gap-1.5 text-sm">
        {CHECKS.map((check) => (
          <li key={check} className="flex items-center gap-2">
            {verdict[check] ? (
              <CircleCheck aria-hidden="true" className="size-4 shrink-0 text-jade" />
            ) : (
              <CircleX aria-hidden="true" className="size-4 shrink-0 text-danger" />
            )}
            <span>{text(`epochs.check.${check}`, { value: value(check) })}</span>
            <span className="sr-only">{text(verdict[check] ? 'epochs.checkYes' : 'epochs.checkNo')}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

async function* counted(chunks: AsyncIterable<Uint8Array<ArrayBuffer>>, tell: (bytes: number) => void) {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    tell(bytes);
    yield chunk;
  }
}
