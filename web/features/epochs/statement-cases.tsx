import { useState } from 'react';
import type { EpochQuery } from '../../generated/graphql.ts';
import { CaseList } from '../../shared/cases/case-list.tsx';
import { caseMessages } from '../../shared/cases/case-messages.ts';
import { challengeView, demandView } from '../../shared/cases/case-view.ts';
import { DemandDialog, isDemandable } from '../../shared/cases/demand-dialog.tsx';
import { useNow } from '../../shared/chain/use-now.ts';
import { useAppConfig } from '../../shared/config/use-app-config.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { Button } from '../../shared/ui/button.tsx';

type Epoch = NonNullable<EpochQuery['epoch']>;

interface Props {
  statement: Epoch['statements'][number];
  epoch: number;
  challenges: Epoch['challengesOfReceipts'];
}

/** Challenges of a statement's receipts and demands for its leaves. */
export function StatementCases({ statement, epoch, challenges }: Props) {
  const text = useText(caseMessages);
  const { clock } = useAppConfig();
  const now = useNow() ?? 0;
  const [open, setOpen] = useState(false);
  const cases = [...challenges.map(challengeView), ...statement.demands.map(demandView)];
  const one = { platformId: statement.platform.number, epoch, postedAt: Number(statement.timestamp) };
  return (
    <div className="grid gap-2 border-t border-line pt-4 lg:col-span-2">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h3 className="font-medium">{text('cases.list')}</h3>
        {isDemandable(one, clock, now) && (
          <Button size="small" onClick={() => setOpen(true)}>
            {text('cases.demand')}
          </Button>
        )}
      </div>
      <CaseList cases={cases} />
      <DemandDialog statements={[one]} open={open} onClose={() => setOpen(false)} />
    </div>
  );
}
