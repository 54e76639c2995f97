import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { ModelQuery } from '../../generated/graphql.ts';
import { useEpoch } from '../../shared/chain/use-epoch.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { TransactionButton } from '../../shared/transactions/transaction-button.tsx';
import { Button, buttonClass } from '../../shared/ui/button.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { useAccount } from '../../shared/wallet/use-account.ts';
import { modelsMessages } from './messages.ts';
import { retireModel } from './transactions/retire-model.ts';
import { withdrawModelBond } from './transactions/withdraw-model-bond.ts';

/** What only the owner of a model can do; nothing for others. */
export function OwnerPanel({ model }: { model: NonNullable<ModelQuery['model']> }) {
  const text = useText(modelsMessages);
  const account = useAccount();
  const epoch = useEpoch();
  const [retiring, setRetiring] = useState(false);
  const retirement = useMemo(() => retireModel(model.number), [model.number]);
  const withdrawal = useMemo(() => withdrawModelBond(model.number), [model.number]);
  if (account?.address.toLowerCase() !== model.owner.id) return null;
  const isFree = model.bondFreeFrom !== null && epoch !== undefined && epoch.epoch >= model.bondFreeFrom;
  return (
    <div className="flex flex-wrap items-center gap-3 rounded-2xl bg-jade-soft px-5 py-4">
      <p className="flex-1 basis-48">
        <span className="font-medium text-jade">{text('models.yours')}</span>{' '}
        {model.retired &&
          !model.bondWithdrawn &&
          !isFree &&
          text('models.bondFree', { epoch: String(model.bondFreeFrom ?? '') })}
      </p>
      {!model.retired && (
        <>
          <Link
            to="/models/$number/revise"
            params={{ number: String(model.number) }}
            className={buttonClass('primary')}
          >
            {text('models.revise')}
          </Link>
          <Button kind="danger" onClick={() => setRetiring(true)}>
            {text('models.retire')}
          </Button>
        </>
      )}
      {model.retired && !model.bondWithdrawn && isFree && (
        <TransactionButton terse request={withdrawal}>
          {text('models.withdrawBond')}
        </TransactionButton>
      )}
      <Dialog open={retiring} onClose={() => setRetiring(false)} title={text('models.retireTitle')}>
        <div className="grid gap-4">
          <p>{text('models.retireHelp')}</p>
          <TransactionButton kind="danger" request={retirement} onDone={() => setRetiring(false)}>
            {text('models.retire')}
          </TransactionButton>
        </div>
      </Dialog>
    </div>
  );
}
