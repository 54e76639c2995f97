import { useMemo, useState } from 'react';
import type { Address } from 'viem';
import { parseToken } from '../../../shared/format/parse-amount.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { TransactionButton } from '../../../shared/transactions/transaction-button.tsx';
import { Field } from '../../../shared/ui/field.tsx';
import { Input } from '../../../shared/ui/input.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { parseScaled } from '../../../shared/ui/parse-scaled.ts';
import { useBalances } from '../../../shared/wallet/use-balances.ts';
import { rulesAt, type TermNow } from '../election-view.ts';
import { validatorsMessages } from '../messages.ts';
import { plainToken } from '../plain-token.ts';
import { TokenField } from '../stake/token-field.tsx';
import { lowerSelfBond, raiseSelfBond, setCommission, stand, standDown } from '../transactions/candidacy.ts';
import { releaseEpoch } from '../unbonding.ts';
import { useOwnPower } from '../use-own-power.ts';
import type { ValidatorsData } from '../validators-page.tsx';
import type { OwnCandidate } from './candidacy.tsx';

interface Props {
  candidate: OwnCandidate | null;
  data: ValidatorsData;
  now: TermNow;
  account: Address;
  onDone: () => void;
}

/** A contract's limit. */
const MAX_COMMISSION_BPS = 2_000;
const USUAL_COMMISSION = '5';

export function StandForm({ candidate, data, now, account, onDone }: Props) {
  const text = useText(validatorsMessages);
  const format = useFormat();
  const balance = useBalances(account).data?.token;
  const power = useOwnPower(account).data;
  const rules = data.protocol && rulesAt(data.protocol, now.countsFor);
  const bonded = BigInt(candidate?.selfBond ?? 0);
  const missing = rules && rules.minSelfBond > bonded ? rules.minSelfBond - bonded : 0n;
  const [typed, setTyped] = useState(plainToken(missing));
  const [rate, setRate] = useState(candidate ? String(candidate.commissionBps / 100) : USUAL_COMMISSION);
  const amount = typed.trim() === '' ? 0n : parseToken(typed);
  const bps = commissionOf(rate);
  const isWeak = rules !== undefined && rules !== null && power !== undefined && power < rules.minPower;
  const request = useMemo(
    () => (!isWeak && amount !== null && bps !== null ? stand(amount, bps) : null),
    [isWeak, amount, bps],
  );
  return (
    <div className="grid gap-4">
      {rules && (
        <p className="text-muted">
          {text('validators.standNeeds', {
            bond: format.token(rules.minSelfBond),
            power: format.amount(rules.minPower),
            have: power === undefined ? '…' : format.amount(power),
          })}
        </p>
      )}
      {isWeak && <Notice kind="warning">{text('validators.standWeak')}</Notice>}
      <TokenField
        label={text('validators.standAmount')}
        typed={typed}
        onType={setTyped}
        available={balance}
        optional={missing === 0n}
      />
      <RateField rate={rate} onChange={setRate} />
      <TransactionButton request={request} onDone={onDone}>
        {text('validators.standSend', { amount: amount === null ? '…' : format.token(bonded + amount) })}
      </TransactionButton>
    </div>
  );
}

export function RaiseForm({ account, onDone }: Props) {
  const text = useText(validatorsMessages);
  const format = useFormat();
  const balance = useBalances(account).data?.token;
  const [typed, setTyped] = useState('');
  const amount = parseToken(typed);
  const request = useMemo(() => (amount ? raiseSelfBond(amount) : null), [amount]);
  return (
    <div className="grid gap-4">
      <TokenField typed={typed} onType={setTyped} available={balance} />
      <TransactionButton request={request} onDone={onDone}>
        {text('validators.raiseSend', { amount: amount === null ? '…' : format.token(amount) })}
      </TransactionButton>
    </div>
  );
}

export function LowerForm({ candidate, now, onDone }: Props) {
  const text = useText(validatorsMessages);
  const format = useFormat();
  const [typed, setTyped] = useState('');
  const amount = parseToken(typed);
  const request = useMemo(() => (amount ? lowerSelfBond(amount) : null), [amount]);
  return (
    <div className="grid gap-4">
      <p className="text-muted">{text('validators.lowerHelp', { epoch: String(releaseEpoch(now)) })}</p>
      <TokenField
        typed={typed}
        onType={setTyped}
        available={BigInt(candidate?.selfBond ?? 0)}
        hint="validators.unbondToo"
      />
      <TransactionButton request={request} onDone={onDone}>
        {text('validators.lowerSend', { amount: amount === null ? '…' : format.token(amount) })}
      </TransactionButton>
    </div>
  );
}

export function CommissionForm({ candidate, now, onDone }: Props) {
  const text = useText(validatorsMessages);
  const format = useFormat();
  const before = candidate?.commissionBps ?? 0;
  const [rate, setRate] = useState(String(before / 100));
  const bps = commissionOf(rate);
  const request = useMemo(() => (bps !== null && bps !== before ? setCommission(bps) : null), [bps, before]);
  return (
    <div className="grid gap-4">
      <p className="text-muted">{text('validators.setCommissionHelp', { term: String(now.countsFor) })}</p>
      <RateField rate={rate} onChange={setRate} />
      <TransactionButton request={request} onDone={onDone}>
        {text('validators.setCommissionSend', { rate: bps === null ? '…' : format.bps(bps) })}
      </TransactionButton>
    </div>
  );
}

export function StandDownForm({ onDone }: Props) {
  const text = useText(validatorsMessages);
  const request = useMemo(standDown, []);
  return (
    <div className="grid gap-4">
      <p className="text-muted">{text('validators.standDownHelp')}</p>
      <TransactionButton request={request} kind="danger" onDone={onDone}>
        {text('validators.standDown')}
      </TransactionButton>
    </div>
  );
}

/** A percentage with two decimals as basis points; null unless a validator may keep so much. */
function commissionOf(rate: string): number | null {
  const parsed = parseScaled(rate, { decimals: 2, min: 0, max: MAX_COMMISSION_BPS });
  return parsed.kind === 'ok' ? parsed.value : null;
}

function RateField({ rate, onChange }: { rate: string; onChange: (rate: string) => void }) {
  const text = useText(validatorsMessages);
  return (
    <Field
      label={text('validators.commissionField')}
      error={commissionOf(rate) === null && text('validators.commissionBad')}
    >
      {(control) => (
        <Input
          {...control}
          inputMode="decimal"
          autoComplete="off"
          className="numbers"
          value={rate}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
