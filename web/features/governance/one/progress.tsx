import { useMemo } from 'react';
import { useNow } from '../../../shared/chain/use-now.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { TransactionButton } from '../../../shared/transactions/transaction-button.tsx';
import { Card } from '../../../shared/ui/card.tsx';
import { CountDown } from '../../../shared/ui/count-down.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { type Step, Stepper } from '../../../shared/ui/stepper.tsx';
import { useAccount } from '../../../shared/wallet/use-account.ts';
import type { ProposalDetails } from '../governance-queries.ts';
import { governanceMessages } from '../messages.ts';
import { nextMoment, type ProposalState, proposalState } from '../proposal-state.ts';
import { StateBadge } from '../state-badge.tsx';
import { cancelProposal, executeProposal, queueProposal } from '../transactions/proposals.ts';

/** Where a proposal stands, how long that lasts, and what anybody can do to bring it on. */
export function ProposalProgress({ proposal }: { proposal: ProposalDetails }) {
  const text = useText(governanceMessages);
  const format = useFormat();
  const now = useNow();
  if (now === undefined) return <Card>…</Card>;
  const state = proposalState(proposal, now);
  const moment = nextMoment(proposal, now);
  const isEmergency = proposal.decisionClass === 'EMERGENCY';
  return (
    <Card className="grid gap-6">
      <Steps proposal={proposal} state={state} />
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
        <div className="grid justify-items-start gap-1.5">
          <StateBadge state={state} />
          <p className="max-w-prose text-muted">
            {text(
              state === 'succeeded' && isEmergency
                ? 'governance.stateHelp.succeededEmergency'
                : `governance.stateHelp.${state}`,
            )}
          </p>
        </div>
        {moment && (
          <p className="sm:text-right">
            <span className="text-sm text-muted">{text(`governance.moment.${moment.what}`)}</span>
            <br />
            <span className="font-display text-xl font-semibold">
              <CountDown until={moment.at} />
            </span>
          </p>
        )}
      </div>
      {proposal.extended && (
        <Notice>
          {text('governance.extended', {
            date: format.dateTime(proposal.voteEnd),
            before: format.dateTime(proposal.originalEnd),
          })}
        </Notice>
      )}
      <NextStep proposal={proposal} state={state} isDue={moment?.what !== 'executeFrom'} />
    </Card>
  );
}

/** Only states that go on or went well have all steps; the others ended where they ended. */
function Steps({ proposal, state }: { proposal: ProposalDetails; state: ProposalState }) {
  const text = useText(governanceMessages);
  const keys = [
    'proposed',
    'vote',
    ...(proposal.decisionClass === 'EMERGENCY' ? [] : ['timelock']),
    'execute',
  ] as const;
  const steps = keys.map((key): Step => ({ key, label: text(`governance.step.${key as 'vote'}`) }));
  const at: Readonly<Record<ProposalState, number>> = {
    pending: 1,
    active: 1,
    canceled: 1,
    defeated: 1,
    succeeded: 2,
    queued: 2,
    expired: keys.length - 1,
    executed: keys.length,
  };
  return <Stepper brief steps={steps} current={at[state]} />;
}

function NextStep({ proposal, state, isDue }: { proposal: ProposalDetails; state: ProposalState; isDue: boolean }) {
  const text = useText(governanceMessages);
  const account = useAccount()?.address.toLowerCase();
  const isProposer = account === proposal.proposer.id;
  const step = stepOf(proposal, state, isProposer, isDue);
  const { calls, number, descriptionHash } = proposal;
  const request = useMemo(() => {
    const known = { calls, number, descriptionHash };
    if (step === 'queue') return queueProposal(known);
    return step === 'execute' ? executeProposal(known) : cancelProposal(known);
  }, [step, calls, number, descriptionHash]);
  if (step === null) return null;
  return (
    <TransactionButton request={request} kind={step === 'cancel' ? 'danger' : 'primary'}>
      {text(`governance.${step}`)}
    </TransactionButton>
  );
}

function stepOf(
  { decisionClass }: ProposalDetails,
  state: ProposalState,
  isProposer: boolean,
  isDue: boolean,
): 'queue' | 'execute' | 'cancel' | null {
  if (state === 'pending') return isProposer ? 'cancel' : null;
  if (state === 'succeeded') return decisionClass === 'EMERGENCY' ? 'execute' : 'queue';
  return state === 'queued' && isDue ? 'execute' : null;
}
