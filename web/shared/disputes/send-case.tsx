import { type ReactNode, useMemo } from 'react';
import type { TransactionReceipt } from 'viem';
import { useAppConfig } from '../config/use-app-config.ts';
import { useFormat } from '../format/use-format.ts';
import { useText } from '../i18n/use-text.ts';
import type { TransactionRequest } from '../transactions/transaction.ts';
import { TransactionButton } from '../transactions/transaction-button.tsx';
import { disputeMessages } from './dispute-messages.ts';
import { allowBond } from './transactions/open-case.ts';
import type { DisputeTerms } from './use-dispute-terms.ts';

interface Props {
  terms: DisputeTerms;
  bond: bigint;
  /** Null: something is missing. */
  request: TransactionRequest | null;
  before: () => Promise<unknown>;
  onDone: (receipt: TransactionReceipt) => void;
  children: ReactNode;
}

/** Two steps where there is a bond: allow it, exactly; then open the case with the court's cost. One where there is none. */
export function SendCase({ terms, bond, request, before, onDone, children }: Props) {
  const text = useText(disputeMessages);
  const format = useFormat();
  const { contracts } = useAppConfig();
  const needsAllowance = bond > terms.allowed;
  const allow = useMemo(() => allowBond(contracts.disputes, bond), [contracts.disputes, bond]);
  return (
    <div className="grid gap-3">
      {needsAllowance && (
        <>
          <p className="text-sm text-muted">{text('disputes.allowHelp')}</p>
          <TransactionButton request={request && allow} terse>
            {text('disputes.allow', { amount: format.amount(bond) })}
          </TransactionButton>
        </>
      )}
      {!needsAllowance && (
        <TransactionButton request={request} before={before} onDone={onDone}>
          {children}
        </TransactionButton>
      )}
    </div>
  );
}
