import { useMemo, useState } from 'react';
import { type Address as Hex, isAddress } from 'viem';
import { useEpoch } from '../../../shared/chain/use-epoch.ts';
import { parseAmount } from '../../../shared/format/parse-amount.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { TransactionButton } from '../../../shared/transactions/transaction-button.tsx';
import { Field } from '../../../shared/ui/field.tsx';
import { Input, TextArea } from '../../../shared/ui/input.tsx';
import { platformsMessages } from '../messages.ts';
import type { PlatformDetails } from '../platform-page.tsx';
import { isUrl, mirrorsOf } from '../platform-view.ts';
import {
  depositBond,
  offerOperator,
  requestWithdrawal,
  setEndpoint,
  setMirrors,
  setSigner,
} from '../transactions/run-platform.ts';

interface Props {
  platform: PlatformDetails;
  onDone: () => void;
}

const addressOf = (typed: string): Hex | null => {
  const text = typed.trim();
  return isAddress(text, { strict: text !== text.toLowerCase() }) ? text : null;
};

export function DepositForm({ platform: { number }, onDone }: Props) {
  const text = useText(platformsMessages);
  const format = useFormat();
  const [typed, setTyped] = useState('');
  const amount = parseAmount(typed);
  const request = useMemo(() => (amount ? depositBond(number, amount) : null), [number, amount]);
  return (
    <div className="grid gap-4">
      <p className="text-muted">{text('platforms.depositAnyone')}</p>
      <TextField label={text('platforms.amount')} error={badAmount(typed, text)} value={typed} onChange={setTyped} />
      <TransactionButton request={request} onDone={onDone}>
        {text('platforms.depositSend', { amount: amount === null ? '…' : format.amount(amount) })}
      </TransactionButton>
    </div>
  );
}

export function LeaveForm({ platform: { number, leaveEpoch }, onDone }: Props) {
  const text = useText(platformsMessages);
  const format = useFormat();
  const [typed, setTyped] = useState('');
  const amount = parseAmount(typed);
  const request = useMemo(() => (amount ? requestWithdrawal(number, amount) : null), [number, amount]);
  const cancel = useMemo(() => requestWithdrawal(number, 0n), [number]);
  return (
    <div className="grid gap-4">
      <p className="text-muted">{text('platforms.leaveHelp')}</p>
      <TextField label={text('platforms.amount')} error={badAmount(typed, text)} value={typed} onChange={setTyped} />
      <TransactionButton request={request} onDone={onDone}>
        {text('platforms.leaveSend', { amount: amount === null ? '…' : format.amount(amount) })}
      </TransactionButton>
      {leaveEpoch !== null && (
        <TransactionButton request={cancel} onDone={onDone} kind="secondary" terse>
          {text('platforms.leaveCancel')}
        </TransactionButton>
      )}
    </div>
  );
}

export function KeyForm({ platform: { number }, onDone }: Props) {
  const text = useText(platformsMessages);
  const earliest = (useEpoch()?.epoch ?? 0) + 1;
  const [key, setKey] = useState('');
  const [typed, setTyped] = useState<string | null>(null);
  const from = typed ?? String(earliest);
  const signer = addressOf(key);
  const epoch = /^\d{1,9}$/.test(from.trim()) && Number(from) >= earliest ? Number(from) : null;
  const request = useMemo(
    () => (signer && epoch !== null ? setSigner(number, signer, epoch) : null),
    [number, signer, epoch],
  );
  return (
    <div className="grid gap-4">
      <p className="text-muted">{text('platforms.rotateHelp')}</p>
      <TextField
        label={text('platforms.rotateKey')}
        error={key.trim() !== '' && !signer && text('platforms.addressBad')}
        value={key}
        onChange={setKey}
        isCode
      />
      <TextField
        label={text('platforms.rotateEpoch')}
        error={epoch === null && text('platforms.rotateEpochBad', { epoch: String(earliest) })}
        value={from}
        onChange={setTyped}
      />
      <TransactionButton request={request} onDone={onDone}>
        {text('platforms.rotateSend')}
      </TransactionButton>
    </div>
  );
}

export function PlacesForm({ platform: { number, endpoint, mirrors } }: Props) {
  const text = useText(platformsMessages);
  const [url, setUrl] = useState(endpoint);
  const [typed, setTyped] = useState(mirrors.join('\n'));
  const urls = mirrorsOf(typed);
  const joined = urls?.join('\n');
  const isNewUrl = isUrl(url) && url.trim() !== endpoint;
  const isNewList = joined !== undefined && joined !== mirrors.join('\n');
  const forUrl = useMemo(() => (isNewUrl ? setEndpoint(number, url.trim()) : null), [number, isNewUrl, url]);
  const forList = useMemo(
    () => (isNewList ? setMirrors(number, joined === '' ? [] : joined.split('\n')) : null),
    [number, isNewList, joined],
  );
  return (
    <div className="grid gap-6">
      <div className="grid gap-3">
        <TextField
          label={text('platforms.endpointField')}
          error={!isUrl(url) && text('platforms.urlBad')}
          value={url}
          onChange={setUrl}
          isCode
        />
        <TransactionButton request={forUrl} terse>
          {text('platforms.endpointSend')}
        </TransactionButton>
      </div>
      <div className="grid gap-3">
        <Field label={text('platforms.mirrorsField')} error={urls === null && text('platforms.mirrorsBad')} optional>
          {(control) => (
            <TextArea
              {...control}
              className="font-mono text-sm"
              spellCheck={false}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        <TransactionButton request={forList} terse>
          {text('platforms.mirrorsSend')}
        </TransactionButton>
      </div>
    </div>
  );
}

export function HandOverForm({ platform: { number, pendingOperator }, onDone }: Props) {
  const text = useText(platformsMessages);
  const [typed, setTyped] = useState('');
  const to = addressOf(typed);
  const request = useMemo(() => (to ? offerOperator(number, to) : null), [number, to]);
  const back = useMemo(() => offerOperator(number, null), [number]);
  return (
    <div className="grid gap-4">
      <p className="text-muted">{text('platforms.handHelp')}</p>
      <TextField
        label={text('platforms.handTo')}
        error={typed.trim() !== '' && !to && text('platforms.addressBad')}
        value={typed}
        onChange={setTyped}
        isCode
      />
      <TransactionButton request={request} onDone={onDone}>
        {text('platforms.handSend')}
      </TransactionButton>
      {pendingOperator && (
        <TransactionButton request={back} onDone={onDone} kind="secondary" terse>
          {text('platforms.handBack')}
        </TransactionButton>
      )}
    </div>
  );
}

function badAmount(typed: string, text: (id: 'platforms.amountBad') => string) {
  return typed.trim() !== '' && !parseAmount(typed) && text('platforms.amountBad');
}

interface TextFieldProps {
  label: string;
  error: string | false;
  value: string;
  onChange: (typed: string) => void;
  isCode?: boolean;
}

function TextField({ label, error, value, onChange, isCode = false }: TextFieldProps) {
  return (
    <Field label={label} error={error}>
      {(control) => (
        <Input
          {...control}
          className={isCode ? 'font-mono text-sm' : 'numbers'}
          inputMode={isCode ? 'text' : 'decimal'}
          spellCheck={false}
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
