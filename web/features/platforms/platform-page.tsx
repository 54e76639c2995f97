import { Link, useParams } from '@tanstack/react-router';
import type { Address } from 'viem';
import type { PlatformPageQuery } from '../../generated/graphql.ts';
import { CaseList } from '../../shared/cases/case-list.tsx';
import { challengeView, demandView } from '../../shared/cases/case-view.ts';
import { Winnings } from '../../shared/cases/winnings.tsx';
import { useText } from '../../shared/i18n/use-text.ts';
import { entityId } from '../../shared/subgraph/entity-id.ts';
import { useSubgraph } from '../../shared/subgraph/use-subgraph.ts';
import { buttonClass } from '../../shared/ui/button.tsx';
import { Card, Section } from '../../shared/ui/card.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { QueryView } from '../../shared/ui/query-view.tsx';
import { SkeletonBlocks } from '../../shared/ui/skeleton.tsx';
import { useAccount } from '../../shared/wallet/use-account.ts';
import { BondLog } from './bond-log.tsx';
import { DemandButton } from './demand-button.tsx';
import { platformsMessages } from './messages.ts';
import { OperatorPanel } from './operator/operator-panel.tsx';
import { PlatformFacts } from './platform-facts.tsx';
import { platformQuery } from './platforms-queries.ts';
import { SignerKeys } from './signer-keys.tsx';
import { Slashes } from './slashes.tsx';
import { StandingBadges } from './standing-badges.tsx';
import { StatementsTable } from './statements-table.tsx';
import { usePlatformName } from './use-platform-name.ts';

export type PlatformDetails = NonNullable<PlatformPageQuery['platform']>;

/** One platform: its bond, keys, statements, and every case against it. */
export function PlatformPage() {
  const { id } = useParams({ from: '/platforms/$id' });
  const number = /^[1-9]\d{0,9}$/.test(id) && Number(id) <= 0xffff_ffff ? Number(id) : null;
  return number === null ? <Missing number={id} /> : <Found key={number} number={number} />;
}

function Found({ number }: { number: number }) {
  const text = useText(platformsMessages);
  const query = useSubgraph(
    platformQuery,
    { id: entityId(number) },
    { select: ({ platform }) => ({ platform: platform ?? null }) },
  );
  const platform = query.data?.platform;
  const name = usePlatformName(number, platform?.operator.id as Address | undefined);
  if (platform === null) return <Missing number={String(number)} />;
  return (
    <Page
      title={name}
      intro={text('platforms.number', { number: String(number) })}
      actions={
        <Link to="/platforms" className={buttonClass('quiet', 'small')}>
          {text('platforms.all')}
        </Link>
      }
    >
      <QueryView
        query={query}
        skeleton={<SkeletonBlocks blocks={['h-96 rounded-2xl', 'h-40 rounded-2xl', 'h-80 rounded-2xl']} />}
      >
        {({ platform: found }) => found && <Parts platform={found} />}
      </QueryView>
    </Page>
  );
}

function Parts({ platform }: { platform: PlatformDetails }) {
  const text = useText(platformsMessages);
  const account = useAccount();
  const cases = [...platform.receiptChallenges.map(challengeView), ...platform.demands.map(demandView)];
  return (
    <>
      <OperatorPanel platform={platform} />
      <Section
        title={text('platforms.behind')}
        intro={text('platforms.behindHelp')}
        actions={<StandingBadges platform={platform} />}
      >
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <PlatformFacts platform={platform} />
          <SignerKeys keys={platform.signerKeys} />
        </div>
      </Section>
      <Section
        title={text('platforms.cases')}
        intro={text('platforms.casesHelp')}
        actions={<DemandButton platform={platform} />}
      >
        <Card className="grid gap-4">
          <CaseList cases={cases} withEpoch />
          {account && <Winnings account={account.address} />}
        </Card>
      </Section>
      <StatementsTable platform={platform} />
      <Slashes platform={platform} />
      <BondLog changes={platform.bondChanges} />
    </>
  );
}

function Missing({ number }: { number: string }) {
  const text = useText(platformsMessages);
  return (
    <Page title={text('platforms.title')}>
      <EmptyState
        title={text('platforms.bad', { number })}
        action={
          <Link to="/platforms" className={buttonClass()}>
            {text('platforms.all')}
          </Link>
        }
      >
        {text('platforms.badHelp')}
      </EmptyState>
    </Page>
  );
}
