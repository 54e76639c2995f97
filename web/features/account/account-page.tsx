import { Link, useParams } from '@tanstack/react-router';
import type { Address } from 'viem';
import { useAccountName } from '../../shared/chain/use-account-name.ts';
import { useEpoch } from '../../shared/chain/use-epoch.ts';
import { OwedMoney } from '../../shared/credits/owed-money.tsx';
import { parseAddress } from '../../shared/format/parse-address.ts';
import { shortHex } from '../../shared/format/short-hex.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { PowerCard } from '../../shared/power/power-card.tsx';
import { useSubgraph } from '../../shared/subgraph/use-subgraph.ts';
import { Address as AddressText } from '../../shared/ui/address.tsx';
import { buttonClass } from '../../shared/ui/button.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { QueryView } from '../../shared/ui/query-view.tsx';
import { SkeletonBlocks } from '../../shared/ui/skeleton.tsx';
import { NeedsWallet } from '../../shared/wallet/needs-wallet.tsx';
import { useAccount } from '../../shared/wallet/use-account.ts';
import { accountQuery } from './account-queries.ts';
import { Bonds } from './bonds.tsx';
import { Decisions } from './decisions.tsx';
import { Holdings } from './holdings.tsx';
import { Memberships } from './memberships.tsx';
import { accountMessages } from './messages.ts';
import { Mining } from './mining-section.tsx';

/** The connected account. */
export function OwnAccountPage() {
  const text = useText(accountMessages);
  const account = useAccount()?.address;
  if (account) return <OfAccount key={account} address={account} />;
  return (
    <Page title={text('account.title')} intro={text('account.intro')}>
      <NeedsWallet>{() => null}</NeedsWallet>
    </Page>
  );
}

/** Any account, by its address. */
export function AccountPage() {
  const text = useText(accountMessages);
  const { address: typed } = useParams({ from: '/account/$address' });
  const address = parseAddress(typed);
  if (address) return <OfAccount key={address} address={address} />;
  return (
    <Page title={text('account.title')}>
      <EmptyState
        title={text('account.bad')}
        action={
          <Link to="/account" className={buttonClass()}>
            {text('account.toOwn')}
          </Link>
        }
      >
        {text('account.badHelp')}
      </EmptyState>
    </Page>
  );
}

/** What an account is, has at stake, earned, and decided. */
function OfAccount({ address }: { address: Address }) {
  const text = useText(accountMessages);
  const name = useAccountName(address);
  const isOwn = useAccount()?.address.toLowerCase() === address.toLowerCase();
  const epoch = useEpoch()?.epoch;
  const query = useSubgraph(accountQuery, { id: address.toLowerCase() });
  const joined = { ...query, data: query.data && epoch !== undefined ? { found: query.data, epoch } : undefined };
  return (
    <Page
      title={name ?? (isOwn ? text('account.title') : text('account.of', { address: shortHex(address) }))}
      intro={<AddressIntro address={address} named={name !== undefined} />}
    >
      <QueryView
        query={joined}
        skeleton={<SkeletonBlocks blocks={['h-40 rounded-2xl', 'h-72 rounded-2xl', 'h-72 rounded-2xl']} />}
      >
        {({ found, epoch: now }) => (
          <>
            <Holdings address={address} account={found.account ?? null} />
            <OwedMoney account={address} all />
            {found.account?.experiencer && (
              <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-8 lg:grid-cols-2">
                <PowerCard series={found.account.experiencer.powerSeries} />
                <Mining data={found} experiencerId={found.account.experiencer.number} epoch={now} />
              </div>
            )}
            {found.account && <Bonds account={found.account} />}
            <Memberships data={found} isOwn={isOwn} />
            {found.account && <Decisions account={found.account} />}
          </>
        )}
      </QueryView>
    </Page>
  );
}

function AddressIntro({ address, named }: { address: Address; named: boolean }) {
  return named ? <span className="font-mono text-sm break-all">{address}</span> : <AddressText address={address} />;
}
