import { useMemo } from 'react';
import { useText } from '../../../shared/i18n/use-text.ts';
import { TransactionButton } from '../../../shared/transactions/transaction-button.tsx';
import type { DeskEntry } from '../desk/desk-entries.ts';
import { reportMessages } from '../report-messages.ts';
import { claimReport, closeRound, finalizeRound, scoreReport } from '../transactions/settle-round.ts';

const ACTIONS = {
  finalize: ['report.finalize', finalizeRound],
  score: ['report.score', scoreReport],
  close: ['report.close', closeRound],
  claim: ['report.claim', claimReport],
  unrevealed: ['report.claimRest', claimReport],
} as const;

type Action = keyof typeof ACTIONS;

function isAction(step: string): step is Action {
  return step in ACTIONS;
}

/** The transaction that anybody may send now, where there is one. */
export function RoundActions({ entry, experiencerId }: { entry: DeskEntry; experiencerId: number }) {
  const { step, lot } = entry;
  if (!isAction(step)) return null;
  return (
    <ActionButton key={step} action={step} lotId={lot.number} lotCode={lot.lotCode} experiencerId={experiencerId} />
  );
}

interface Props {
  action: Action;
  lotId: number;
  lotCode: string;
  experiencerId: number;
}

function ActionButton({ action, lotId, lotCode, experiencerId }: Props) {
  const text = useText(reportMessages);
  const [label, make] = ACTIONS[action];
  const request = useMemo(() => make({ lotId, lotCode, experiencerId }), [make, lotId, lotCode, experiencerId]);
  return <TransactionButton request={request}>{text(label)}</TransactionButton>;
}
