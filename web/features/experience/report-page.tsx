import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Address } from 'viem';
import { useExperiencerId } from '../../shared/experiencers/use-experiencer-id.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { buttonClass } from '../../shared/ui/button.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { ErrorState } from '../../shared/ui/error-state.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { SkeletonLines } from '../../shared/ui/skeleton.tsx';
import { NeedsWallet } from '../../shared/wallet/needs-wallet.tsx';
import { useAccount } from '../../shared/wallet/use-account.ts';
import { useLotName } from './desk/use-lot-name.ts';
import { experienceMessages } from './messages.ts';
import { LotReport } from './report/lot-report.tsx';
import { useReportLot } from './report/use-report-lot.ts';
import { reportMessages } from './report-messages.ts';

const LAST = 0xffff_ffff;

/** The account's report on one lot, from the measurement to the payment. */
export function ReportPage() {
  const { lot } = useParams({ from: '/experience/$lot' });
  const account = useAccount()?.address;
  const lotId = Number(lot);
  if (!Number.isSafeInteger(lotId) || lotId < 0 || lotId > LAST) return <NotFound />;
  return account ? (
    <Loaded key={account} lotId={lotId} account={account} />
  ) : (
    <Frame>
      <NeedsWallet>{() => null}</NeedsWallet>
    </Frame>
  );
}

/** What stands around a report that is not there yet. */
function Frame({ children }: { children: ReactNode }) {
  const text = useText(experienceMessages);
  return <Page title={text('experience.title')}>{children}</Page>;
}

function Loaded({ lotId, account }: { lotId: number; account: Address }) {
  const text = useText(reportMessages);
  const desk = useText(experienceMessages);
  const name = useLotName();
  const id = useExperiencerId(account);
  const query = useReportLot(lotId, id.data ?? 0);
  const error = id.error ?? query.error;
  if (id.data === undefined || !query.data) {
    return <Frame>{error ? <ErrorState error={error} onRetry={query.refetch} /> : <SkeletonLines lines={8} />}</Frame>;
  }
  const { lot, report, protocol } = query.data;
  if (!lot) return <NotFound />;
  return (
    <Page
      title={name(lot)}
      intro={text('report.title', { code: lot.lotCode })}
      actions={
        <>
          <Link to="/lots/$number" params={{ number: String(lotId) }} className={buttonClass('quiet')}>
            {desk('experience.lot', { code: lot.lotCode })}
          </Link>
          <Link to="/experience" className={buttonClass()}>
            {desk('experience.toDesk')}
          </Link>
        </>
      }
    >
      <LotReport
        lot={lot}
        report={report ?? null}
        experiencerId={id.data}
        account={account}
        bondMultiple={protocol?.bondMultiple ?? null}
      />
    </Page>
  );
}

function NotFound() {
  const text = useText(experienceMessages);
  return (
    <Page title={text('experience.notFound')}>
      <EmptyState
        title={text('experience.notFound')}
        action={
          <Link to="/experience" className={buttonClass('primary')}>
            {text('experience.toDesk')}
          </Link>
        }
      >
        {text('experience.notFoundHelp')}
      </EmptyState>
    </Page>
  );
}
