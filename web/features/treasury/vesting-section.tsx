import { useMemo } from 'react';
import { zeroAddress } from 'viem';
import { useNow } from '../../shared/chain/use-now.ts';
import { useAppConfig } from '../../shared/config/use-app-config.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { TransactionButton } from '../../shared/transactions/transaction-button.tsx';
import { AccountLink } from '../../shared/ui/account-link.tsx';
import { Card, Section } from '../../shared/ui/card.tsx';
import { Facts } from '../../shared/ui/facts.tsx';
import { Tokens } from '../../shared/ui/tokens.tsx';
import { vestingProgress } from './emission-view.ts';
import { treasuryMessages } from './messages.ts';
import { releaseVested } from './transactions/collect.ts';
import type { TreasuryData } from './treasury-queries.ts';
import { useVesting } from './use-treasury.ts';

type Wallet = TreasuryData['vestingWallets'][number];

/** CTT that becomes the founders' with time. */
export function VestingSection({ wallets }: { wallets: readonly Wallet[] }) {
  const text = useText(treasuryMessages);
  if (wallets.length === 0) return null;
  return (
    <Section title={text('treasury.vesting')} intro={text('treasury.vestingHelp')}>
      {wallets.map((wallet) => (
        <WalletCard key={wallet.id} wallet={wallet} />
      ))}
    </Section>
  );
}

function WalletCard({ wallet }: { wallet: Wallet }) {
  const text = useText(treasuryMessages);
  const format = useFormat();
  const now = useNow();
  const { contracts } = useAppConfig();
  const isOurs = wallet.id === contracts.vesting.toLowerCase();
  const found = useVesting().data;
  const request = useMemo(() => releaseVested(contracts.token), [contracts.token]);
  const [start, cliff, end] = [Number(wallet.start), Number(wallet.cliff), Number(wallet.end)];
  const done = now === undefined ? 0 : vestingProgress(start, end, now);
  const releasable = isOurs ? (found?.releasable ?? 0n) : 0n;
  return (
    <Card className="grid gap-5">
      <div className="grid gap-2">
        <span className="relative block h-3 overflow-hidden rounded-full bg-sunken" aria-hidden="true">
          <span className="absolute inset-y-0 left-0 bg-jade" style={{ width: `${done / 100}%` }} />
          <span
            className="absolute inset-y-0 w-0.5 bg-amber"
            style={{ left: `${vestingProgress(start, end, cliff) / 100}%` }}
          />
        </span>
        <p className="sr-only">{text('treasury.vestingBar', { share: format.bps(done) })}</p>
        <ol className="grid grid-cols-3 gap-2 text-sm">
          {(
            [
              ['treasury.start', start, ''],
              ['treasury.cliff', cliff, 'text-center'],
              ['treasury.end', end, 'text-right'],
            ] as const
          ).map(([label, at, look]) => (
            <li key={label} className={look}>
              <span className="text-muted">{text(label)}</span>
              <br />
              <span className="numbers">{format.date(at)}</span>
            </li>
          ))}
        </ol>
      </div>
      <Facts
        facts={[
          [text('treasury.owner'), wallet.owner === zeroAddress ? '–' : <AccountLink key="o" address={wallet.owner} />],
          ...(isOurs && found ? [[text('treasury.held'), <Tokens key="h" amount={found.held} />] as const] : []),
          [text('treasury.released'), <Tokens key="r" amount={wallet.released} />],
          ...(isOurs && found ? [[text('treasury.releasable'), <Tokens key="n" amount={releasable} />] as const] : []),
        ]}
      />
      {releasable > 0n && (
        <TransactionButton request={request} kind="secondary">
          {text('treasury.release', { amount: format.token(releasable) })}
        </TransactionButton>
      )}
    </Card>
  );
}
