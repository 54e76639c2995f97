import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { graphql } from '../../../generated/gql.ts';
import { useNow } from '../../../shared/chain/use-now.ts';
import { useAppConfig } from '../../../shared/config/use-app-config.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { powerAt } from '../../../shared/power/power-series.ts';
import { entityId } from '../../../shared/subgraph/entity-id.ts';
import { useSubgraph } from '../../../shared/subgraph/use-subgraph.ts';
import { buttonClass } from '../../../shared/ui/button.tsx';
import { Card } from '../../../shared/ui/card.tsx';
import { Money } from '../../../shared/ui/money.tsx';
import { Power } from '../../../shared/ui/power.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { experienceMessages } from '../messages.ts';

const OWN = graphql(/* GraphQL */ `
  query OwnExperiencer($id: ID!) {
    experiencer(id: $id) {
      number
      bonded
      rewards
      scored
      won
      rawPower
    }
  }
`);

/** The account's standing as an experiencer, in four numbers. */
export function OwnSummary({ experiencerId }: { experiencerId: number }) {
  const text = useText(experienceMessages);
  const { clock } = useAppConfig();
  const now = useNow();
  const own = useSubgraph(OWN, { id: entityId(experiencerId) }, { select: ({ experiencer }) => experiencer }).data;
  return (
    <Card className="flex flex-wrap items-center justify-between gap-x-8 gap-y-4">
      <h2 className="font-display text-xl font-semibold">{text('experience.number', { id: String(experiencerId) })}</h2>
      {own ? (
        <dl className="grid w-full grid-cols-2 gap-x-6 gap-y-3 sm:w-auto sm:flex-1 sm:grid-cols-4">
          <Figure label={text('experience.power')}>
            {now !== undefined && <Power amount={powerAt(clock, BigInt(own.rawPower), now)} />}
          </Figure>
          <Figure label={text('experience.wonOf')}>
            {text('experience.wonOfValue', { won: own.won, scored: own.scored })}
          </Figure>
          <Figure label={text('experience.rewards')}>
            <Money amount={own.rewards} />
          </Figure>
          <Figure label={text('experience.bonded')}>
            <Money amount={own.bonded} />
          </Figure>
        </dl>
      ) : (
        <Skeleton className="h-12 flex-1" />
      )}
      <Link to="/experiencers/$id" params={{ id: String(experiencerId) }} className={buttonClass()}>
        {text('experience.ownRecord')}
      </Link>
    </Card>
  );
}

function Figure({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid">
      <dt className="text-sm text-muted">{label}</dt>
      <dd className="numbers font-medium">{children}</dd>
    </div>
  );
}
