import { Link } from '@tanstack/react-router';
import type { EpochQuery, LotState } from '../../generated/graphql.ts';
import { useLocalized } from '../../shared/i18n/use-localized.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { Section } from '../../shared/ui/card.tsx';
import { DataTable } from '../../shared/ui/data-table.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { Money } from '../../shared/ui/money.tsx';
import { Seal, type SealKind } from '../../shared/ui/seal.tsx';
import { epochsMessages } from './messages.ts';

const SEALS: Record<LotState, SealKind> = {
  OFFERED: 'Offered',
  TRUSTED: 'Trusted',
  FLAGGED: 'Flagged',
  UNPROVEN: 'Unproven',
  SUSPENDED: 'Suspended',
};

/** Rounds whose reports are revealed and counted in an epoch. */
export function EpochRounds({ rounds }: { rounds: NonNullable<EpochQuery['epoch']>['rounds'] }) {
  const text = useText(epochsMessages);
  const localized = useLocalized();
  return (
    <Section title={text('epochs.rounds')} intro={text('epochs.roundsIntro')}>
      {rounds.length === 0 ? (
        <EmptyState title={text('epochs.roundsNone')} />
      ) : (
        <DataTable
          caption={text('epochs.rounds')}
          rows={rounds}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'lot',
              label: text('epochs.lot'),
              cell: ({ lot: { number, lotCode, commodity } }) => (
                <Link to="/lots/$number" params={{ number: String(number) }} className="grid text-jade">
                  <span className="font-medium underline underline-offset-4">{lotCode}</span>
                  <span className="text-sm text-muted">
                    {commodity.document
                      ? localized({ 'zh-Hans': commodity.document.nameZh, en: commodity.document.nameEn })
                      : `#${commodity.number}`}
                  </span>
                </Link>
              ),
            },
            { key: 'verdict', label: text('epochs.verdict'), cell: ({ lot }) => <Seal kind={SEALS[lot.state]} /> },
            {
              key: 'reports',
              label: text('epochs.reports'),
              numeric: true,
              cell: ({ committed, revealed }) => text('epochs.reportsOf', { committed, revealed }),
            },
            { key: 'winners', label: text('epochs.winners'), numeric: true, cell: ({ winners }) => winners },
            { key: 'prize', label: text('epochs.prize'), numeric: true, cell: ({ prize }) => <Money amount={prize} /> },
          ]}
        />
      )}
    </Section>
  );
}
