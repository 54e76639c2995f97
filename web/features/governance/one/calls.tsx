import { useMemo } from 'react';
import { useNow } from '../../../shared/chain/use-now.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { useSubgraph } from '../../../shared/subgraph/use-subgraph.ts';
import { Section } from '../../../shared/ui/card.tsx';
import { CallCard } from '../actions/call-card.tsx';
import { classNameOf } from '../decision-class-name.ts';
import { changesQuery, type ProposalDetails } from '../governance-queries.ts';
import { governanceMessages } from '../messages.ts';
import { isOpen, proposalState } from '../proposal-state.ts';

/** What a proposal calls, read from the chain's data. */
export function Calls({ proposal }: { proposal: ProposalDetails }) {
  const text = useText(governanceMessages);
  const now = useNow();
  const calls = useMemo(
    () => proposal.calls.map(({ target, value, calldata }) => ({ target, value: BigInt(value), data: calldata })),
    [proposal.calls],
  );
  const executed = proposal.changes.find(({ kind }) => kind === 'EXECUTED')?.transactionHash;
  const changes = useSubgraph(
    changesQuery,
    { hash: executed ?? '0x' },
    { enabled: executed !== undefined, select: ({ parameterChanges }) => parameterChanges },
  ).data;
  return (
    <Section title={text('governance.calls')} intro={text('governance.callsHelp')}>
      <ol className="grid grid-cols-[minmax(0,1fr)] gap-3">
        {calls.map((call, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same may be called twice
          <li key={i}>
            <CallCard
              call={call}
              number={i + 1}
              decisionClass={classNameOf(proposal.decisionClass)}
              isOpen={now !== undefined && isOpen(proposalState(proposal, now))}
              changes={executed === undefined ? undefined : (changes ?? [])}
            />
          </li>
        ))}
      </ol>
    </Section>
  );
}
