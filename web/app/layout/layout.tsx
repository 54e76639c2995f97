import { Link, Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useState } from 'react';
import { useAppConfig } from '../../shared/config/use-app-config.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { LocalBar } from '../../shared/local/local-bar.tsx';
import { Toaster } from '../../shared/toasts/toaster.tsx';
import { ResumeTransactions } from '../../shared/transactions/resume-transactions.tsx';
import { ConnectContext } from '../../shared/wallet/connect-context.ts';
import { WrongNetwork } from '../../shared/wallet/wrong-network.tsx';
import { Banners } from './banners.tsx';
import { BottomBar } from './bottom-bar.tsx';
import { Header } from './header.tsx';
import { layoutMessages } from './layout-messages.ts';

const ConnectDialog = lazy(() =>
  import('../../shared/wallet/connect-dialog.tsx').then(({ ConnectDialog: dialog }) => ({ default: dialog })),
);

const TourLauncher = lazy(() =>
  import('../../features/tour/tour-launcher.tsx').then((module) => ({ default: module.TourLauncher })),
);
const Tour = lazy(() => import('../../features/tour/tour.tsx').then(({ Tour: tour }) => ({ default: tour })));

/** The frame of every page. */
export function Layout() {
  const text = useText(layoutMessages);
  const { local } = useAppConfig();
  const [connecting, setConnecting] = useState(false);
  const connect = useCallback(() => setConnecting(true), []);
  return (
    <ConnectContext value={connect}>
      <a
        href="#content"
        className="fixed top-2 left-2 z-50 -translate-y-16 rounded-lg bg-jade px-4 py-2 text-on-jade focus:translate-y-0"
      >
        {text('layout.skip')}
      </a>
      <div className="flex min-h-dvh flex-col pb-20 lg:pb-0">
        <Header />
        <Banners />
        <WrongNetwork />
        <main id="content" tabIndex={-1} className="flex-1 outline-none">
          <Outlet />
        </main>
        <footer className="border-t border-line">
          <div className="container-page flex flex-wrap items-center justify-between gap-4 py-6 text-sm text-muted">
            <p>{text('layout.footer')}</p>
            <Link to="/receipts/check" className="inline-flex min-h-11 items-center underline underline-offset-4">
              {text('layout.checkReceipt')}
            </Link>
          </div>
        </footer>
        <LocalBar>
          <Suspense>
            <TourLauncher />
          </Suspense>
        </LocalBar>
      </div>
      <BottomBar />
      <Suspense>{local && <Tour />}</Suspense>
      <Toaster />
      <ResumeTransactions />
      <Suspense>{connecting && <ConnectDialog open onClose={() => setConnecting(false)} />}</Suspense>
    </ConnectContext>
  );
}
