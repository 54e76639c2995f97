import { Link } from '@tanstack/react-router';
import type { Address } from 'viem';
import { lotSchedule } from '../../../../protocol/clock/lot-schedule.ts';
import type { Orders } from '../../../../relay/api/orders.ts';
import { useNow } from '../../../shared/chain/use-now.ts';
import { useAppConfig } from '../../../shared/config/use-app-config.ts';
import { ChallengePanel } from '../../../shared/disputes/challenge-panel.tsx';
import { useText } from '../../../shared/i18n/use-text.ts';
import { NeedsSession } from '../../../shared/relay/needs-session.tsx';
import { useRelayQuery } from '../../../shared/relay/use-relay-query.ts';
import { useSession } from '../../../shared/relay/use-session.ts';
import { buttonClass } from '../../../shared/ui/button.tsx';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { QueryView } from '../../../shared/ui/query-view.tsx';
import { SkeletonLines } from '../../../shared/ui/skeleton.tsx';
import { bestPurchase, deskEntries } from '../desk/desk-entries.ts';
import { experienceMessages } from '../messages.ts';
import { RegisterCard } from '../register/register-card.tsx';
import { reportMessages } from '../report-messages.ts';
import { CommitFlow } from './commit-flow.tsx';
import { Outcome } from './outcome.tsx';
import { PublishAgain } from './publish-again.tsx';
import { RevealFlow } from './reveal-flow.tsx';
import { RoundActions } from './round-actions.tsx';
import { ScheduleLine } from './schedule-line.tsx';
import { SealedCard } from './sealed-card.tsx';
import { SlashedNotice } from './slashed-notice.tsx';
import { StepHeader } from './step-header.tsx';
import type { OwnReport, ReportLot } from './use-report-lot.ts';

export interface LotReportProps {
  lot: ReportLot;
  report: OwnReport | null;
  /** 0: not registered. */
  experiencerId: number;
  account: Address;
  /** A bond is so many times the fee; null: unknown. */
  bondMultiple: number | null;
}

/** What is to be done about a lot now, and how it went. */
export function LotReport(props: LotReportProps) {
  const { lot, report, experiencerId, account } = props;
  const text = useText(reportMessages);
  const { clock } = useAppConfig();
  const now = useNow();
  const { token } = useSession();
  const purchases = useRelayQuery<Orders>('/orders?limit=100', { session: true });
  if (now === undefined) return <SkeletonLines />;
  const orders = (purchases.data?.orders ?? []).filter(({ lotId }) => lotId === lot.number);
  const [entry] = deskEntries(clock, now, { lots: [lot], reports: report ? [report] : [], orders });
  if (!entry) return null;
  const schedule = lotSchedule(clock, lot.startEpoch, lot.epochs);
  const isBarred = [lot.producer.id, lot.model.owner.id].includes(account.toLowerCase() as Address);

  if (report) {
    return (
      <div className="grid gap-8">
        <ScheduleLine schedule={schedule} />
        <StepHeader entry={entry} />
        <SlashedNotice lot={lot} report={report} />
        <ChallengePanel lot={lot} revealed={lot.round?.revealed ?? 0} />
        {entry.step === 'awaitReveal' && <SealedCard lotId={lot.number} report={report} />}
        {entry.step === 'reveal' && <RevealFlow {...props} report={report} />}
        <RoundActions entry={entry} experiencerId={experiencerId} />
        {report.evidenceCid && <PublishAgain lotId={lot.number} evidenceCid={report.evidenceCid} />}
        {report.values && <Outcome lot={lot} report={report} />}
      </div>
    );
  }
  if (isBarred) {
    return (
      <Notice kind="warning" title={text('report.conflict')}>
        {text('report.conflictHelp')}
      </Notice>
    );
  }
  return (
    <div className="grid gap-8">
      <ScheduleLine schedule={schedule} />
      {token === undefined ? (
        <SignIn />
      ) : (
        <QueryView query={purchases}>
          {() =>
            bestPurchase(lot.number, orders) === null ? (
              <NoPurchase lotId={lot.number} />
            ) : (
              <>
                <StepHeader entry={entry} />
                {experiencerId === 0 && <RegisterCard />}
                {(entry.step === 'commit' || entry.step === 'unposted' || entry.step === 'unsettled') && (
                  <CommitFlow {...props} orders={orders} canCommit={entry.step === 'commit' && experiencerId > 0} />
                )}
              </>
            )
          }
        </QueryView>
      )}
    </div>
  );
}

function SignIn() {
  const text = useText(experienceMessages);
  return <NeedsSession title={text('experience.signIn')}>{null}</NeedsSession>;
}

function NoPurchase({ lotId }: { lotId: number }) {
  const text = useText(reportMessages);
  return (
    <EmptyState
      title={text('report.noPurchase')}
      action={
        <Link to="/checkout/$lot" params={{ lot: String(lotId) }} className={buttonClass('primary')}>
          {text('report.buy')}
        </Link>
      }
    >
      {text('report.noPurchaseHelp')}
    </EmptyState>
  );
}
