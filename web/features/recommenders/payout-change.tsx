import { useMemo, useState } from 'react';
import type { Address as Account } from 'viem';
import { parseAddress } from '../../shared/format/parse-address.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { TransactionButton } from '../../shared/transactions/transaction-button.tsx';
import { Address } from '../../shared/ui/address.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { recommendersMessages } from './messages.ts';
import { PayoutField } from './payout-field.tsx';
import { setPayout } from './transactions/set-payout.ts';

/** Where commissions go now, and how to change it. */
export function PayoutChange({ payout }: { payout: Account }) {
  const text = useText(recommendersMessages);
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState<string>(payout);
  const chosen = parseAddress(typed);
  const isNew = chosen !== null && chosen.toLowerCase() !== payout.toLowerCase();
  const request = useMemo(() => (chosen && isNew ? setPayout(chosen) : null), [chosen, isNew]);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <span className="grid">
        <span className="text-sm text-muted">{text('recommenders.payout')}</span>
        <Address address={payout} />
      </span>
      <Button size="small" onClick={() => setOpen(true)}>
        {text('recommenders.payoutChange')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={text('recommenders.payoutTitle')}>
        <div className="grid gap-4">
          <PayoutField value={typed} onChange={setTyped} />
          <TransactionButton request={request} onDone={() => setOpen(false)}>
            {text('recommenders.payoutSend')}
          </TransactionButton>
        </div>
      </Dialog>
    </div>
  );
}
