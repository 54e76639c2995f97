import type { LotSchedule } from '../../../../protocol/clock/lot-schedule.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useLocalized } from '../../../shared/i18n/use-localized.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Badge } from '../../../shared/ui/badge.tsx';
import { Card } from '../../../shared/ui/card.tsx';
import { DataTable } from '../../../shared/ui/data-table.tsx';
import { Seal } from '../../../shared/ui/seal.tsx';
import { type Claims, mergeClaims } from '../claims.ts';
import { commoditiesMessages } from '../messages.ts';
import type { ParameterView } from '../parameter-view.ts';
import { wizardMessages } from '../wizard-messages.ts';

interface Props {
  name: string;
  lotCode: string;
  parameters: readonly ParameterView[];
  claims: Claims;
  schedule: LotSchedule;
}

/** How the twin of a lot will look from the offer until the verdict. */
export function TwinPreview({ name, lotCode, parameters, claims, schedule }: Props) {
  const text = useText(wizardMessages);
  const produce = useText(commoditiesMessages);
  const localized = useLocalized();
  const format = useFormat();
  const values = mergeClaims(parameters, claims);
  return (
    <Card className="grid gap-4">
      <p className="text-muted">{text('offer.previewIntro')}</p>
      <p className="flex flex-wrap items-center gap-3">
        <Seal kind="Offered" size="medium" />
        <strong className="font-display text-lg">{name}</strong>
        <Badge>{produce('produce.lotTitle', { lot: lotCode })}</Badge>
      </p>
      <DataTable
        caption={text('offer.stepOffer')}
        rows={parameters}
        rowKey={({ code }) => code}
        columns={[
          { key: 'name', label: '', cell: (parameter) => localized(parameter.name) },
          {
            key: 'claim',
            label: text('offer.claimed'),
            numeric: true,
            cell: ({ sealed, position, decimals, unit }) =>
              sealed ? (
                <Badge tone="seal">{text('offer.sealedValue', { date: format.date(schedule.revealFrom) })}</Badge>
              ) : (
                `${format.value(values[position] ?? 0, decimals)} ${unit}`
              ),
          },
          { key: 'found', label: text('offer.measured'), numeric: true, cell: () => text('offer.notYet') },
        ]}
      />
    </Card>
  );
}
