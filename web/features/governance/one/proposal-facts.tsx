import { shortHex } from '../../../shared/format/short-hex.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { AccountLink } from '../../../shared/ui/account-link.tsx';
import { Card, Section } from '../../../shared/ui/card.tsx';
import { CopyButton } from '../../../shared/ui/copy-button.tsx';
import { Facts } from '../../../shared/ui/facts.tsx';
import { Timestamp } from '../../../shared/ui/timestamp.tsx';
import { actionMessages } from '../actions/action-messages.ts';
import { classNameOf } from '../decision-class-name.ts';
import type { ProposalDetails } from '../governance-queries.ts';
import { governanceMessages } from '../messages.ts';

/** Who, when, and the numbers that other programs know it by. */
export function ProposalFacts({ proposal }: { proposal: ProposalDetails }) {
  const text = useText(governanceMessages);
  const actions = useText(actionMessages);
  const { id, proposer, decisionClass, voteStart, voteEnd, eta, transactionHash } = proposal;
  return (
    <Section title={text('governance.facts')}>
      <Card>
        <Facts
          facts={[
            [text('governance.proposer'), <AccountLink key="p" address={proposer.id} />],
            [text('governance.class'), actions(`class.${classNameOf(decisionClass)}`)],
            [text('governance.snapshot'), <Timestamp key="s" at={voteStart} />],
            [text('governance.voteEnd'), <Timestamp key="e" at={voteEnd} />],
            ...(eta ? [[text('governance.eta'), <Timestamp key="t" at={eta} />] as const] : []),
            [text('governance.id'), <Copied key="i" value={id} />],
            [text('governance.transaction'), <Copied key="x" value={transactionHash} />],
          ]}
        />
      </Card>
    </Section>
  );
}

function Copied({ value }: { value: string }) {
  return (
    <span className="inline-flex items-center gap-1 font-mono text-sm">
      {shortHex(value)}
      <CopyButton value={value} />
    </span>
  );
}
