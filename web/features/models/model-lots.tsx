import { Link } from '@tanstack/react-router';
import type { LotState, ModelQuery } from '../../generated/graphql.ts';
import { useLocalized } from '../../shared/i18n/use-localized.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { Section } from '../../shared/ui/card.tsx';
import { ConfidenceMeter } from '../../shared/ui/confidence-meter.tsx';
import { DataTable } from '../../shared/ui/data-table.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { Grade, Seal, type SealKind } from '../../shared/ui/seal.tsx';
import { modelsMessages } from './messages.ts';

const SEALS: Record<LotState, SealKind> = {
  OFFERED: 'Offered',
  TRUSTED: 'Trusted',
  FLAGGED: 'Flagged',
  UNPROVEN: 'Unproven',
  SUSPENDED: 'Suspended',
};

/** The newest lots under a model. */
export function ModelLots({ lots }: { lots: ModelQuery['lots'] }) {
  const text = useText(modelsMessages);
  const localized = useLocalized();
  return (
    <Section title={text('models.lotsTitle')}>
      {lots.length === 0 ? (
        <EmptyState title={text('models.lotsNone')} />
      ) : (
        <DataTable
          caption={text('models.lotsTitle')}
          rows={lots}
          first={6}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'lot',
              label: text('models.lot'),
              cell: ({ number, lotCode }) => (
                <Link
                  to="/lots/$number"
                  params={{ number: String(number) }}
                  className="font-medium text-jade underline underline-offset-4"
                >
                  {lotCode}
                </Link>
              ),
            },
            {
              key: 'commodity',
              label: text('models.commodity'),
              cell: ({ commodity: { document, number } }) =>
                document ? localized({ 'zh-Hans': document.nameZh, en: document.nameEn }) : `#${number}`,
            },
            { key: 'state', label: text('models.state'), cell: ({ state }) => <Seal kind={SEALS[state]} /> },
            {
              key: 'grade',
              label: text('models.grade'),
              numeric: true,
              cell: ({ gradeBps }) => (gradeBps === null ? text('models.noGrade') : <Grade bps={gradeBps} />),
            },
            {
              key: 'reports',
              label: text('models.confidence'),
              cell: ({ reports, effectiveReports }) =>
                reports > 0 ? (
                  <ConfidenceMeter compact reports={reports} effectiveReports={effectiveReports} />
                ) : (
                  text('models.noGrade')
                ),
            },
          ]}
        />
      )}
    </Section>
  );
}
