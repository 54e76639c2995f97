import { useFormat } from '../../../shared/format/use-format.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { AccountLink } from '../../../shared/ui/account-link.tsx';
import { Section } from '../../../shared/ui/card.tsx';
import { ExplorerLink } from '../../../shared/ui/explorer-link.tsx';
import { Timestamp } from '../../../shared/ui/timestamp.tsx';
import type { ProposalDetails } from '../governance-queries.ts';
import { governanceMessages } from '../messages.ts';

/** What happened to a proposal, in order. */
export function History({ changes }: Pick<ProposalDetails, 'changes'>) {
  const text = useText(governanceMessages);
  const format = useFormat();
  return (
    <Section title={text('governance.history')}>
      <ol className="grid gap-4 border-l-2 border-line pl-4">
        {changes.map(({ id, kind, until, sender, timestamp, transactionHash }) => (
          <li key={id} className="grid gap-0.5">
            <span className="font-medium">
              {text(`governance.change.${kind}`, { date: until ? format.dateTime(until) : '' })}
            </span>
            <span className="flex flex-wrap items-center gap-x-3 text-sm text-muted">
              <Timestamp at={timestamp} />
              <AccountLink address={sender} />
              <ExplorerLink hash={transactionHash} />
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
