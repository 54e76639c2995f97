import { Link } from '@tanstack/react-router';
import { ReceiptText, Store } from 'lucide-react';
import type { Address } from 'viem';
import type { PlatformStandingFragment } from '../../generated/graphql.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { useSubgraph } from '../../shared/subgraph/use-subgraph.ts';
import { buttonClass } from '../../shared/ui/button.tsx';
import { Card } from '../../shared/ui/card.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { Facts } from '../../shared/ui/facts.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { QueryView } from '../../shared/ui/query-view.tsx';
import { SkeletonRows } from '../../shared/ui/skeleton.tsx';
import { BondBar } from './bond-bar.tsx';
import { platformsMessages } from './messages.ts';
import { trackRecord } from './platform-view.ts';
import { platformsQuery } from './platforms-queries.ts';
import { StandingBadges } from './standing-badges.tsx';
import { usePlatformName } from './use-platform-name.ts';

/** Every platform that was admitted, and what stands behind it. */
export function PlatformsPage() {
  const text = useText(platformsMessages);
  const query = useSubgraph(platformsQuery, {}, { select: ({ platforms }) => platforms });
  return (
    <Page
      title={text('platforms.title')}
      intro={text('platforms.intro')}
      actions={
        <Link to="/receipts/check" className={buttonClass()}>
          <ReceiptText aria-hidden="true" className="size-4" />
          {text('platforms.check')}
        </Link>
      }
    >
      <QueryView query={query} skeleton={<SkeletonRows rows={2} className="h-64 rounded-2xl sm:h-52" />}>
        {(platforms) =>
          platforms.length === 0 ? (
            <EmptyState icon={<Store />} title={text('platforms.none')}>
              {text('platforms.noneHelp')}
            </EmptyState>
          ) : (
            <ul className="grid gap-4">
              {platforms.map((platform) => (
                <li key={platform.number}>
                  <PlatformCard platform={platform} />
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
    </Page>
  );
}

function PlatformCard({ platform }: { platform: PlatformStandingFragment }) {
  const text = useText(platformsMessages);
  const { number, operator, endpoint, bond, leaving, leaveEpoch, statementCount, orders } = platform;
  const name = usePlatformName(number, operator.id as Address);
  const { answered, lost, open } = trackRecord({ ...platform, equivocations: platform.equivocations.length });
  const isClean = answered + lost + open === 0;
  return (
    <Card className="grid gap-4 sm:grid-cols-2 sm:gap-x-8">
      <div className="grid content-start gap-2">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h2 className="font-display text-xl font-semibold">
            <Link
              to="/platforms/$id"
              params={{ id: String(number) }}
              className="underline decoration-line-strong underline-offset-4"
            >
              {name}
            </Link>
          </h2>
          <StandingBadges platform={platform} />
        </div>
        <p className="text-sm break-all text-muted">
          {text('platforms.number', { number: String(number) })} · {endpoint}
        </p>
        <BondBar bond={BigInt(bond)} leaving={BigInt(leaving)} leaveEpoch={leaveEpoch} />
      </div>
      <div className="grid content-between gap-4">
        <Facts
          facts={[
            [
              text('platforms.record'),
              isClean
                ? text('platforms.clean')
                : `${text('platforms.recordOf', { answered, lost })} · ${text('platforms.open', { count: open })}`,
            ],
            [
              text('platforms.settled'),
              text('platforms.settledOf', { orders: Number(orders), statements: statementCount }),
            ],
          ]}
        />
        <Link
          to="/platforms/$id"
          params={{ id: String(number) }}
          className={`${buttonClass('secondary', 'small')} justify-self-start sm:justify-self-end`}
          aria-label={`${text('platforms.show')}: ${name}`}
        >
          {text('platforms.show')}
        </Link>
      </div>
    </Card>
  );
}
