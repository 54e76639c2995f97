import { useMemo, useState } from 'react';
import type { Address } from 'viem';
import { parseToken } from '../../../shared/format/parse-amount.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { TransactionButton } from '../../../shared/transactions/transaction-button.tsx';
import { useBalances } from '../../../shared/wallet/use-balances.ts';
import type { TermNow } from '../election-view.ts';
import { validatorsMessages } from '../messages.ts';
import { bondAndNominate, bondStake, nominate, unbondStake } from '../transactions/stake.ts';
import { releaseEpoch } from '../unbonding.ts';
import type { ValidatorsData } from '../validators-page.tsx';
import { CandidatePicker } from './candidate-picker.tsx';
import type { OwnVoter } from './stake.tsx';
import { TokenField } from './token-field.tsx';

export interface StakeFormProps {
  voter: OwnVoter | null;
  data: ValidatorsData;
  now: TermNow;
  account: Address;
  onDone: () => void;
}

/** Bonds; who has no stake yet names candidates in the same transaction. */
export function BondForm({ voter, data, now, account, onDone }: StakeFormProps) {
  const text = useText(validatorsMessages);
  const format = useFormat();
  const balance = useBalances(account).data?.token;
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const isFirst = voter === null;
  const amount = parseToken(typed);
  const request = useMemo(() => {
    if (!amount) return null;
    if (!isFirst) return bondStake(amount);
    return chosen.length > 0 ? bondAndNominate(amount, chosen) : null;
  }, [amount, isFirst, chosen]);
  const shown = amount === null ? '…' : format.token(amount);
  return (
    <div className="grid gap-4">
      <TokenField typed={typed} onType={setTyped} available={balance} />
      {isFirst && <CandidatePicker candidates={data.candidates} now={now} chosen={chosen} onChange={setChosen} />}
      <TransactionButton request={request} onDone={onDone}>
        {isFirst
          ? text('validators.bondFirst', { amount: shown, count: chosen.length })
          : text('validators.bondSend', { amount: shown })}
      </TransactionButton>
    </div>
  );
}

export function NominateForm({ voter, data, now, onDone }: StakeFormProps) {
  const text = useText(validatorsMessages);
  const before = voter?.targets ?? [];
  const [chosen, setChosen] = useState<readonly number[]>(before);
  const isSame = chosen.length === before.length && chosen.every((one) => before.includes(one));
  const request = useMemo(() => (isSame ? null : nominate(chosen)), [isSame, chosen]);
  return (
    <div className="grid gap-4">
      <CandidatePicker candidates={data.candidates} now={now} chosen={chosen} onChange={setChosen} />
      <TransactionButton request={request} onDone={onDone}>
        {text('validators.nominate', { count: chosen.length })}
      </TransactionButton>
    </div>
  );
}

export function UnbondForm({ voter, now, onDone }: StakeFormProps) {
  const text = useText(validatorsMessages);
  const format = useFormat();
  const [typed, setTyped] = useState('');
  const amount = parseToken(typed);
  const request = useMemo(() => (amount ? unbondStake(amount) : null), [amount]);
  return (
    <div className="grid gap-4">
      <p className="text-muted">{text('validators.unbondHelp', { epoch: String(releaseEpoch(now)) })}</p>
      <TokenField typed={typed} onType={setTyped} available={BigInt(voter?.stake ?? 0)} hint="validators.unbondToo" />
      <TransactionButton request={request} onDone={onDone}>
        {text('validators.unbondSend', { amount: amount === null ? '…' : format.token(amount) })}
      </TransactionButton>
    </div>
  );
}
