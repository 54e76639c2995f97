import type { ReactNode } from 'react';
import type { TransactionReceipt } from 'viem';
import { useAppConfig } from '../config/use-app-config.ts';
import { useFormat } from '../format/use-format.ts';
import { useText } from '../i18n/use-text.ts';
import { Button, type ButtonKind } from '../ui/button.tsx';
import { useOpenConnect } from '../wallet/connect-context.ts';
import { useAccount } from '../wallet/use-account.ts';
import type { Currency, TransactionRequest } from './transaction.ts';
import { transactionMessages } from './transaction-messages.ts';
import { useIsSlow } from './use-is-slow.ts';
import { usePressText } from './use-press-text.ts';
import { useTransaction } from './use-transaction.ts';

interface Props {
  /** Null: not ready to be sent; the button is off. */
  request: TransactionRequest | null;
  /** Has to succeed first: storing the document that the transaction names. */
  before?: () => Promise<unknown>;
  children: ReactNode;
  kind?: ButtonKind;
  /** After it was indexed, with what was there when the button was pressed. Not called when it failed or was lost. */
  onDone?: (receipt: TransactionReceipt) => void;
  /** Without the line about gas, where several buttons stand together. */
  terse?: boolean;
}

/** A button that sends a transaction, and below it what it costs, what it waits for, or why it cannot be sent. */
export function TransactionButton({ request, before, children, kind = 'primary', onDone, terse = false }: Props) {
  const text = useText(transactionMessages);
  const sentence = usePressText();
  const account = useAccount();
  const connect = useOpenConnect();
  const { preparation, isRefused, step, press, error } = useTransaction(request, { before, onDone });
  const isSlow = useIsSlow(step);
  const refusal = step ? null : (error ?? (preparation.data ? null : preparation.error));
  // What is under way has been checked; what the page would send by now is not.
  const isCostShown = !terse && request !== null && account !== undefined && !(step && !preparation.data);
  return (
    <div className="grid justify-items-start gap-2">
      {account || step ? (
        <Button
          kind={kind}
          busy={step !== null}
          data-tour={request?.call.functionName}
          disabled={!request || !account?.isOnChain || isRefused}
          onClick={press}
        >
          {step ? text(`tx.step.${step}`) : children}
        </Button>
      ) : (
        <Button kind={kind} onClick={connect}>
          {text('tx.connect')}
        </Button>
      )}
      <p role="status" className="text-sm text-muted empty:hidden">
        {step && isSlow ? (
          text(`tx.slow.${step}`)
        ) : refusal ? (
          <span className="text-danger">{sentence(refusal)}</span>
        ) : (
          isCostShown && (
            <Cost
              preparation={preparation.data}
              pulls={request.pulls ?? 0n}
              currency={request.currency ?? 'asset'}
              value={request.value ?? 0n}
            />
          )
        )}
      </p>
    </div>
  );
}

interface CostProps {
  preparation: { gas: bigint | undefined; gasPrice: bigint } | undefined;
  pulls: bigint;
  currency: Currency;
  value: bigint;
}

function Cost({ preparation, pulls, currency, value }: CostProps) {
  const text = useText(transactionMessages);
  const format = useFormat();
  const { nativeCurrency } = useAppConfig().chain;
  if (!preparation) return text('tx.checking');
  const { gas, gasPrice } = preparation;
  return (
    <>
      {pulls > 0n &&
        (currency === 'token'
          ? `${text('tx.pullsToken', { amount: format.token(pulls) })} `
          : `${text('tx.pulls', { amount: format.amount(pulls) })} `)}
      {value > 0n &&
        `${text('tx.value', { amount: format.coin(value, nativeCurrency.decimals), symbol: nativeCurrency.symbol })} `}
      {gas === undefined
        ? text('tx.gasLater')
        : text('tx.gas', {
            amount: format.gas(gas * gasPrice, nativeCurrency.decimals),
            symbol: nativeCurrency.symbol,
          })}
    </>
  );
}
