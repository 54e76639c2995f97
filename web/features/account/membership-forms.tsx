import { useMemo, useState } from 'react';
import { payableYears, prolongedExpiration } from '../../../protocol/membership/expiry.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { TransactionButton } from '../../shared/transactions/transaction-button.tsx';
import { Facts } from '../../shared/ui/facts.tsx';
import { Field } from '../../shared/ui/field.tsx';
import { Select } from '../../shared/ui/input.tsx';
import { Money } from '../../shared/ui/money.tsx';
import type { KindOfMember } from './memberships.tsx';
import { accountMessages } from './messages.ts';
import { cancelMembership, joinMembership, renewMembership } from './transactions/membership.ts';

/** Joins or renews for so many years. */
export function PayForm({ one, now, onDone }: { one: KindOfMember; now: number; onDone: () => void }) {
  const text = useText(accountMessages);
  const format = useFormat();
  const { kind, membership, price } = one;
  const until = Number(membership?.expiresAt ?? 0);
  const most = payableYears(until, now);
  const [years, setYears] = useState(1);
  const cost = price * BigInt(years);
  const tokenId = membership?.tokenId;
  const request = useMemo(
    () => (tokenId === undefined ? joinMembership(kind, years, cost) : renewMembership(BigInt(tokenId), years, cost)),
    [tokenId, kind, years, cost],
  );
  return (
    <div className="grid gap-4">
      <Field label={text('account.years')} hint={text('account.yearsHelp')}>
        {(control) => (
          <Select {...control} value={years} onChange={(event) => setYears(Number(event.target.value))}>
            {Array.from({ length: most }, (_, i) => i + 1).map((count) => (
              <option key={count} value={count}>
                {text('account.yearsOf', { count })}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Facts
        facts={[
          [text('account.costs'), cost === 0n ? text('account.nothing') : <Money key="c" amount={cost} exact />],
          [text('account.validTo'), format.date(prolongedExpiration(until, now, years))],
        ]}
      />
      <TransactionButton request={request} onDone={onDone}>
        {text(membership ? 'account.renew' : 'account.join')}
      </TransactionButton>
    </div>
  );
}

/** Ends a membership. */
export function CancelForm({ one: { membership }, onDone }: { one: KindOfMember; onDone: () => void }) {
  const text = useText(accountMessages);
  const tokenId = membership?.tokenId;
  const request = useMemo(() => (tokenId === undefined ? null : cancelMembership(BigInt(tokenId))), [tokenId]);
  return (
    <div className="grid gap-4">
      <p>{text('account.cancelHelp')}</p>
      <TransactionButton request={request} kind="danger" onDone={onDone}>
        {text('account.cancel')}
      </TransactionButton>
    </div>
  );
}
