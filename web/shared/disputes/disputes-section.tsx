import { Scale } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { CaseSummaryFragment } from '../../generated/graphql.ts';
import { useText } from '../i18n/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { QueryView } from '../ui/query-view.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { useOpenConnect } from '../wallet/connect-context.ts';
import { useAccount } from '../wallet/use-account.ts';
import { CaseRows } from './cases-of.tsx';
import { DisputeDialog, type DisputedSubject } from './dispute-dialog.tsx';
import { disputeMessages } from './dispute-messages.ts';

interface Props {
  subject: DisputedSubject;
  query: {
    readonly data: readonly CaseSummaryFragment[] | undefined;
    readonly error: Error | null;
    readonly refetch: () => unknown;
  };
  /** There is nothing left to dispute as such. */
  isOver: boolean;
  children?: ReactNode;
}

/** Cases about something, and a way to open one. */
export function DisputesSection({ subject, query, isOver, children }: Props) {
  const text = useText(disputeMessages);
  const account = useAccount();
  const connect = useOpenConnect();
  const [open, setOpen] = useState(false);
  const isTaken = query.data?.some(({ kind, state }) => kind !== 'EVALUATION' && state !== 'CLOSED') ?? true;
  return (
    <Section
      title={text('disputes.section')}
      intro={text('disputes.sectionHelp')}
      actions={
        !isTaken &&
        !isOver && (
          <Button onClick={account ? () => setOpen(true) : connect}>
            <Scale aria-hidden="true" className="size-4" />
            {text(`disputes.open.${subject.kind}`)}
          </Button>
        )
      }
    >
      {children}
      <QueryView query={query} skeleton={<SkeletonRows rows={1} className="h-20 rounded-2xl" />}>
        {(cases) =>
          cases.length === 0 ? <p className="text-muted">{text('disputes.none')}</p> : <CaseRows cases={cases} />
        }
      </QueryView>
      {account && <DisputeDialog subject={subject} open={open} onClose={() => setOpen(false)} />}
    </Section>
  );
}
