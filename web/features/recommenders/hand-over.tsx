import { useMemo, useState } from 'react';
import type { Address as Account } from 'viem';
import { parseAddress } from '../../shared/format/parse-address.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { TransactionButton } from '../../shared/transactions/transaction-button.tsx';
import { Address } from '../../shared/ui/address.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { Field } from '../../shared/ui/field.tsx';
import { Input } from '../../shared/ui/input.tsx';
import { recommendersMessages } from './messages.ts';
import { offerNumber } from './transactions/hand-over.ts';

/** Hands the number over, with all that it will earn; nothing happens until the other one takes it. */
export function HandOver({ offeredTo }: { offeredTo: Account | null }) {
  const text = useText(recommendersMessages);
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const to = parseAddress(typed);
  const request = useMemo(() => (to ? offerNumber(to) : null), [to]);
  const back = useMemo(() => offerNumber(null), []);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      {offeredTo && (
        <span className="grid">
          <span className="text-sm text-muted">{text('recommenders.offeredTo')}</span>
          <Address address={offeredTo} />
        </span>
      )}
      {offeredTo ? (
        <TransactionButton request={back} kind="secondary" terse>
          {text('recommenders.handBack')}
        </TransactionButton>
      ) : (
        <Button size="small" onClick={() => setOpen(true)}>
          {text('recommenders.hand')}
        </Button>
      )}
      <Dialog open={open} onClose={() => setOpen(false)} title={text('recommenders.hand')}>
        <div className="grid gap-4">
          <p className="text-muted">{text('recommenders.handHelp')}</p>
          <Field
            label={text('recommenders.handTo')}
            error={typed.trim() !== '' && !to && text('recommenders.payoutBad')}
          >
            {(control) => (
              <Input
                {...control}
                className="font-mono text-sm"
                spellCheck={false}
                autoComplete="off"
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
              />
            )}
          </Field>
          <TransactionButton request={request} onDone={() => setOpen(false)}>
            {text('recommenders.handSend')}
          </TransactionButton>
        </div>
      </Dialog>
    </div>
  );
}
