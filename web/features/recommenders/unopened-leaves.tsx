import { useMemo, useState } from 'react';
import type { Address } from 'viem';
import { leafOfRecommender } from '../../../protocol/platforms/leaf.ts';
import { caseMessages } from '../../shared/cases/case-messages.ts';
import { isDemandable } from '../../shared/cases/demand-dialog.tsx';
import { PledgeNote } from '../../shared/cases/pledge-note.tsx';
import { demandLeaf } from '../../shared/cases/transactions/leaf-case.ts';
import { usePledge } from '../../shared/cases/use-pledge.ts';
import { useAccountName } from '../../shared/chain/use-account-name.ts';
import { useNow } from '../../shared/chain/use-now.ts';
import { useAppConfig } from '../../shared/config/use-app-config.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { TransactionButton } from '../../shared/transactions/transaction-button.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { Disclosure } from '../../shared/ui/disclosure.tsx';
import { recommendersMessages } from './messages.ts';
import { unopenedStatements } from './unopened-statements.ts';
import type { Earnings } from './use-earnings.ts';

/** Statements with commissions in which the recommender's leaf could be open and is not: he can demand it. */
export function UnopenedLeaves({ earnings }: { earnings: Earnings }) {
  const text = useText(recommendersMessages);
  const { clock } = useAppConfig();
  const now = useNow() ?? 0;
  const found = unopenedStatements(earnings).filter(({ platform, epoch, timestamp }) =>
    isDemandable({ platformId: platform.number, epoch: epoch.number, postedAt: Number(timestamp) }, clock, now),
  );
  if (found.length === 0) return null;
  return (
    <Disclosure summary={text('recommenders.unopened', { count: found.length })}>
      <p className="mb-3 max-w-prose text-sm text-muted">{text('recommenders.unopenedHelp')}</p>
      <ul className="divide-y divide-line">
        {found.map((statement) => (
          <li key={statement.id}>
            <Row statement={statement} recommenderId={earnings.number} />
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function Row({ statement, recommenderId }: { statement: Earnings['statements'][number]; recommenderId: number }) {
  const text = useText(recommendersMessages);
  const words = useText(caseMessages);
  const pledge = usePledge().data?.pledge;
  const [open, setOpen] = useState(false);
  const { platform, epoch } = statement;
  const name = useAccountName(platform.operator.id as Address) ?? `#${platform.number}`;
  const [platformId, number] = [platform.number, epoch.number];
  const request = useMemo(
    () =>
      pledge === undefined ? null : demandLeaf(leafOfRecommender({ platformId, epoch: number }, recommenderId), pledge),
    [pledge, platformId, number, recommenderId],
  );
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 py-2">
      <span>
        {text('recommenders.statementOf', { epoch: String(number) })} · {name}
      </span>
      <Button size="small" onClick={() => setOpen(true)}>
        {words('cases.demandSend')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={words('cases.demand')}>
        <div className="grid gap-4">
          <p className="text-muted">{words('cases.demandHelp')}</p>
          <PledgeNote />
          <TransactionButton request={request} onDone={() => setOpen(false)}>
            {words('cases.demandSend')}
          </TransactionButton>
        </div>
      </Dialog>
    </div>
  );
}
