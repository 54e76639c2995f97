import type { StatementSummary } from '../../../relay/api/statements.ts';
import type { EpochQuery } from '../../generated/graphql.ts';
import { useAppConfig } from '../../shared/config/use-app-config.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { Badge } from '../../shared/ui/badge.tsx';
import { Section } from '../../shared/ui/card.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { epochsMessages } from './messages.ts';
import { STATUS_TONES, StatementCard } from './statement-card.tsx';

interface Props {
  statements: NonNullable<EpochQuery['epoch']>['statements'];
  number: number;
  relay: StatementSummary | undefined;
}

/** Statements of an epoch on chain, or how far this platform's is. */
export function EpochStatements({ statements, number, relay }: Props) {
  const text = useText(epochsMessages);
  const { platformId } = useAppConfig();
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
          relay={statement.platform.number === platformId ? relay : undefined}
        />
      ))}
    </Section>
  );
}
