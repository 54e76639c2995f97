import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useErrorText } from '../../../shared/errors/use-error-text.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Button, buttonClass } from '../../../shared/ui/button.tsx';
import { Card } from '../../../shared/ui/card.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { ExportVault } from '../own/export-vault.tsx';
import { wizardMessages } from '../wizard-messages.ts';
import { useTellOthers } from './use-tell-others.ts';

interface Props {
  lotNumber: number;
  lotCode: string;
  commodityId: number;
  unitPrice: bigint;
  /** Null: residents are told nothing. */
  truth: readonly number[] | null;
  charge: bigint;
}

/** After the offer: price and truth are told, the vault is to be kept safe, and the way on. */
export function OfferedPanel({ lotNumber, lotCode, commodityId, unitPrice, truth, charge }: Props) {
  const text = useText(wizardMessages);
  const format = useFormat();
  const { setPrice, setTruth } = useTellOthers();
  const price = useMutation({ mutationFn: () => setPrice(lotNumber, unitPrice) });
  const told = useMutation({ mutationFn: () => setTruth(commodityId, lotCode, truth ?? []) });
  const [tellPrice, tellTruth] = [price.mutate, told.mutate];
  const hasTruth = truth !== null;
  useEffect(() => {
    tellPrice();
    if (hasTruth) tellTruth();
  }, [tellPrice, tellTruth, hasTruth]);
  const number = String(lotNumber);
  return (
    <div className="grid gap-6">
      <Card className="grid gap-4">
        <p className="text-muted">{text('offer.doneIntro')}</p>
        <ul className="grid gap-2">
          <Task label={text('offer.finishPrice')} task={price} />
          {hasTruth && <Task label={text('offer.finishTruth')} task={told} />}
        </ul>
      </Card>
      <Notice kind="warning" title={text('offer.exportTitle')} action={<ExportVault />}>
        {text('offer.exportHelp', { amount: format.amount(charge) })}
      </Notice>
      <p className="flex flex-wrap gap-3">
        <Link to="/produce/lots/$number" params={{ number }} className={buttonClass('primary')}>
          {text('offer.toLot')}
        </Link>
        <Link to="/lots/$number" params={{ number }} className={buttonClass('secondary')}>
          {text('offer.toTwin')}
        </Link>
      </p>
    </div>
  );
}

interface TaskState {
  readonly status: 'idle' | 'pending' | 'success' | 'error';
  readonly error: Error | null;
  readonly mutate: () => void;
}

function Task({ label, task }: { label: string; task: TaskState }) {
  const text = useText(wizardMessages);
  const sentence = useErrorText();
  return (
    <li className="flex flex-wrap items-center gap-3">
      <span className="font-medium">{label}</span>
      <span role="status" className={task.status === 'error' ? 'text-danger' : 'text-muted'}>
        {task.status === 'success' && `✓ ${text('offer.finishDone')}`}
        {(task.status === 'pending' || task.status === 'idle') && text('offer.finishBusy')}
        {task.status === 'error' && text('offer.finishFailed', { reason: sentence(task.error) })}
      </span>
      {task.status === 'error' && (
        <Button size="small" onClick={() => task.mutate()}>
          {text('offer.finishRetry')}
        </Button>
      )}
    </li>
  );
}
