import type { StatementSummary } from '../../../relay/api/statements.ts';
import type { EpochQuery } from '../../generated/graphql.ts';
import { CaseList } from '../../shared/cases/case-list.tsx';
import { challengeView } from '../../shared/cases/case-view.ts';
import { useAppConfig } from '../../shared/config/use-app-config.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { Badge } from '../../shared/ui/badge.tsx';
import { Card, Section } from '../../shared/ui/card.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { epochsMessages } from './messages.ts';
import { STATUS_TONES, StatementCard } from './statement-card.tsx';

interface Props {
  statements: NonNullable<EpochQuery['epoch']>['statements'];
  number: number;
  challenges: NonNullable<EpochQuery['epoch']>['challengesOfReceipts'];
  relay: StatementSummary | undefined;
}

/** Statements of an epoch on chain, or how far this platform's is. */
export function EpochStatements({ statements, challenges, number, relay }: Props) {
  const text = useText(epochsMessages);
  const { platformId } = useAppConfig();
  const posted = new Set(statements.map(({ platform }) => platform.number));
  const without = challenges.filter(({ platform }) => !posted.has(platform.number));
  return (
    <Section title={text('epochs.statements')} intro={text('epochs.statementsIntro')}>
      {statements.length === 0 && (
        <EmptyState
          title={text('epochs.statementsNone')}
          action={relay && <Badge tone={STATUS_TONES[relay.status]}>{text(`epochs.status.${relay.status}`)}</Badge>}
        />
      )}
      {statements.map((statement) => (
        <StatementCard
          key={statement.id}
          statement={statement}
          epoch={number}
          challenges={challenges.filter(({ platform }) => platform.number === statement.platform.number)}
          relay={statement.platform.number === platformId ? relay : undefined}
        />
      ))}
      {without.length > 0 && (
        <Card className="grid gap-2">
          <h3 className="font-medium">{text('epochs.casesWithout')}</h3>
          <CaseList cases={without.map(challengeView)} />
        </Card>
      )}
    </Section>
  );
}
