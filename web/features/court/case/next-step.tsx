import { type ReactNode, useMemo } from 'react';
import { useHead } from '../../../shared/chain/use-head.ts';
import type { CasePhase } from '../../../shared/disputes/case-phase.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import type { TransactionRequest } from '../../../shared/transactions/transaction.ts';
import { TransactionButton } from '../../../shared/transactions/transaction-button.tsx';
import type { CaseDetails } from '../court-queries.ts';
import { courtMessages } from '../messages.ts';
import {
  armDraw,
  drawJury,
  endDispute,
  executeCase,
  lapseCase,
  reclaimFees,
  referCase,
} from '../transactions/steps.ts';
import { useHeader } from './use-header.ts';

interface Props {
  one: CaseDetails;
  phase: CasePhase;
  canLapse: boolean;
}

/** The step that anybody can take now; nothing while only time or jurors can. */
export function NextStep({ one, phase, canLapse }: Props) {
  const text = useText(courtMessages);
  const { number, lot, dispute } = one;
  const unsettled = unsettledRounds(one, phase);
  const disputeId = dispute?.number ?? 0;
  const isTold = dispute?.executed ?? true;
  const key = unsettled.join();
  const lotId = lot?.number ?? 0;
  const requests = useMemo(
    () => ({
      refer: referCase(number, lotId),
      arm: armDraw(disputeId),
      end: endDispute(disputeId, key === '' ? [] : key.split(',').map(Number), isTold),
      execute: executeCase(number),
      lapse: lapseCase(number),
      reclaim: reclaimFees(number),
    }),
    [number, lotId, disputeId, key, isTold],
  );
  return (
    <div className="flex flex-wrap items-start gap-x-6 gap-y-4 empty:hidden">
      {phase === 'refer' && <Step request={requests.refer}>{text('court.do.refer')}</Step>}
      {phase === 'arming' && <Step request={requests.arm}>{text('court.do.arm')}</Step>}
      {phase === 'drawing' && dispute && (
        <Draw disputeId={disputeId} seedBlock={BigInt(dispute.latestRound.seedBlock ?? 0)} again={requests.arm} />
      )}
      {dispute && (phase === 'final' || phase === 'execute' || phase === 'closed') && (!isTold || key !== '') && (
        <Step request={requests.end}>{text(isTold ? 'court.do.settle' : 'court.do.end')}</Step>
      )}
      {phase === 'execute' && <Step request={requests.execute}>{text('court.do.execute')}</Step>}
      {canLapse && <Step request={requests.lapse}>{text('court.do.lapse')}</Step>}
      {one.state === 'CLOSED' && one.ruling === 0 && !one.moot && dispute && (
        <Reclaim request={requests.reclaim}>{text('court.do.reclaim')}</Reclaim>
      )}
    </div>
  );
}

/** Rounds whose jurors were not paid yet although the ruling is final. */
function unsettledRounds({ dispute }: CaseDetails, phase: CasePhase): number[] {
  if (!dispute || !(phase === 'final' || phase === 'execute' || phase === 'closed')) return [];
  return dispute.rounds.filter(({ settled, stage }) => !settled && stage !== 'VOID').map(({ index }) => index);
}

function Step({ request, children }: { request: TransactionRequest; children: ReactNode }) {
  return (
    <TransactionButton request={request} kind="secondary">
      {children}
    </TransactionButton>
  );
}

/** Offered only to who wants it: the button says by itself when there is nothing. */
function Reclaim({ request, children }: { request: TransactionRequest; children: ReactNode }) {
  return (
    <TransactionButton request={request} kind="quiet" terse>
      {children}
    </TransactionButton>
  );
}

/** Shows the armed block's header once it is there; a chain that has forgotten it needs another block. */
function Draw({ disputeId, seedBlock, again }: { disputeId: number; seedBlock: bigint; again: TransactionRequest }) {
  const text = useText(courtMessages);
  const head = useHead().data?.number;
  const isThere = head !== undefined && head > seedBlock;
  const header = useHeader(seedBlock, isThere).data;
  const request = useMemo(() => (header ? drawJury(disputeId, header) : null), [disputeId, header]);
  if (!isThere) {
    return (
      <p className="text-muted">
        {text('court.blocksToWait', { count: head === undefined ? 1 : Number(seedBlock - head + 1n) })}
      </p>
    );
  }
  return (
    <>
      <Step request={request ?? again}>{text(request ? 'court.do.draw' : 'court.do.arm')}</Step>
      {request && (
        <TransactionButton request={again} kind="quiet" terse>
          {text('court.do.armAgain')}
        </TransactionButton>
      )}
    </>
  );
}
