import { useState } from 'react';
import { isValidMembership, payableYears } from '../../../protocol/membership/expiry.ts';
import { MEMBERSHIP_KINDS, type MembershipKind } from '../../../protocol/membership/kinds.ts';
import { useNow } from '../../shared/chain/use-now.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { membershipMessages } from '../../shared/memberships/membership-messages.ts';
import { Badge } from '../../shared/ui/badge.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { Card, Section } from '../../shared/ui/card.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import type { AccountData, AccountDetails } from './account-queries.ts';
import { CancelForm, PayForm } from './membership-forms.tsx';
import { accountMessages } from './messages.ts';

export type Membership = AccountDetails['memberships'][number];

/** One role with what the account's membership in it is and costs. */
export interface KindOfMember {
  readonly kind: MembershipKind;
  /** Null: never joined, or cancelled. */
  readonly membership: Membership | null;
  /** Of a year, in the settlement asset. */
  readonly price: bigint;
  /** A price that is announced; null: none. */
  readonly announced: { readonly price: bigint; readonly from: number } | null;
}

/** Memberships by role: joined, renewed and cancelled by their account. */
export function Memberships({ data, isOwn }: { data: AccountData; isOwn: boolean }) {
  const text = useText(accountMessages);
  const kindText = useText(membershipMessages);
  const now = useNow();
  const [task, setTask] = useState<{ readonly what: 'pay' | 'cancel'; readonly kind: MembershipKind } | null>(null);
  if (now === undefined) return null;
  const kinds = MEMBERSHIP_KINDS.map((kind) => kindOf(data, kind, now));
  const shown = isOwn ? kinds : kinds.filter(({ membership }) => membership !== null);
  const chosen = kinds.find(({ kind }) => kind === task?.kind);
  const close = () => setTask(null);
  const title = chosen && {
    pay: text(chosen.membership ? 'account.renewAs' : 'account.joinAs', {
      role: kindText(`membership.${chosen.kind}`),
    }),
    cancel: text('account.cancelAs', { role: kindText(`membership.${chosen.kind}`) }),
  };
  return (
    <Section title={text('account.memberships')} intro={text('account.membershipsHelp')}>
      {shown.length === 0 ? (
        <p className="text-muted">{text('account.membershipsNone')}</p>
      ) : (
        <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
          {shown.map((one) => (
            <li key={one.kind} className="grid">
              <KindCard
                one={one}
                now={now}
                onPay={isOwn ? () => setTask({ what: 'pay', kind: one.kind }) : undefined}
                onCancel={isOwn ? () => setTask({ what: 'cancel', kind: one.kind }) : undefined}
              />
            </li>
          ))}
        </ul>
      )}
      <Dialog open={task !== null} onClose={close} title={task && title?.[task.what]}>
        {chosen &&
          (task?.what === 'cancel' ? (
            <CancelForm one={chosen} onDone={close} />
          ) : (
            <PayForm one={chosen} now={now} onDone={close} />
          ))}
      </Dialog>
    </Section>
  );
}

interface KindCardProps {
  one: KindOfMember;
  now: number;
  onPay: (() => void) | undefined;
  onCancel: (() => void) | undefined;
}

function KindCard({ one: { kind, membership, price, announced }, now, onPay, onCancel }: KindCardProps) {
  const text = useText(accountMessages);
  const kindText = useText(membershipMessages);
  const format = useFormat();
  const until = Number(membership?.expiresAt ?? 0);
  const isValid = isValidMembership(until, now);
  const yearly = price === 0n ? text('account.free') : text('account.price', { amount: format.amount(price) });
  return (
    <Card className="grid content-between gap-3">
      <div className="grid gap-1">
        <div className="flex items-center justify-between gap-3">
          <h3 className="font-medium">{kindText(`membership.${kind}`)}</h3>
          {membership && (
            <Badge tone={isValid ? 'jade' : 'amber'}>{text(isValid ? 'account.member' : 'account.expired')}</Badge>
          )}
        </div>
        {membership && (
          <p className="text-sm">
            {text(isValid ? 'account.validUntil' : 'account.expiredOn', { date: format.date(until) })}
          </p>
        )}
        <p className="text-sm text-muted">
          {announced
            ? text('account.announced', {
                price: yearly,
                amount: format.amount(announced.price),
                date: format.date(announced.from),
              })
            : yearly}
        </p>
      </div>
      {onPay && (
        <div className="flex flex-wrap gap-2">
          {(!membership || payableYears(until, now) > 0) && (
            <Button size="small" onClick={onPay}>
              {text(membership ? 'account.renew' : 'account.join')}
            </Button>
          )}
          {membership && (
            <Button size="small" kind="quiet" onClick={onCancel}>
              {text('account.cancel')}
            </Button>
          )}
        </div>
      )}
    </Card>
  );
}

function kindOf({ account, membershipPrices }: AccountData, kind: MembershipKind, now: number): KindOfMember {
  const isKind = (one: { readonly kind: string }) => one.kind === kind.toUpperCase();
  const membership = account?.memberships.find((one) => isKind(one) && !one.cancelled) ?? null;
  const found = membershipPrices.find(isKind);
  if (!found) return { kind, membership, price: 0n, announced: null };
  const from = Number(found.effectiveAt);
  const isAhead = now < from;
  return {
    kind,
    membership,
    price: BigInt(isAhead ? found.before : found.price),
    announced: isAhead ? { price: BigInt(found.price), from } : null,
  };
}
