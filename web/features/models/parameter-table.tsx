import { useFormat } from '../../shared/format/use-format.ts';
import { useLocalized } from '../../shared/i18n/use-localized.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { Badge } from '../../shared/ui/badge.tsx';
import { DataTable } from '../../shared/ui/data-table.tsx';
import { Tooltip } from '../../shared/ui/tooltip.tsx';
import { modelsMessages } from './messages.ts';
import type { ParameterView } from './model-view.ts';

/** What a model measures, one row a parameter. */
export function ParameterTable({ parameters }: { parameters: readonly ParameterView[] }) {
  const text = useText(modelsMessages);
  const localized = useLocalized();
  const format = useFormat();
  const range = ({ legalMin, legalMax, decimals }: ParameterView) =>
    `${format.value(legalMin, decimals)} – ${format.value(legalMax, decimals)}`;
  return (
    <DataTable
      caption={text('models.parametersTitle')}
      rows={parameters}
      rowKey={({ code }) => code}
      columns={[
        {
          key: 'name',
          label: text('models.parameter'),
          cell: (parameter) => (
            <span className="grid">
              <span className="font-medium">{localized(parameter.name)}</span>
              <span className="text-sm text-muted">
                {[localized(parameter.method), parameter.methodStandard, localized(parameter.methodClause)]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
          ),
        },
        { key: 'unit', label: text('models.unit'), cell: ({ unit }) => unit || '—' },
        {
          key: 'range',
          label: text('models.legalRange'),
          numeric: true,
          cell: (row) => <span className="whitespace-nowrap">{range(row)}</span>,
        },
        {
          key: 'tolerance',
          label: text('models.tolerance'),
          numeric: true,
          cell: ({ tolerance, decimals }) => (
            <span className="whitespace-nowrap">± {format.value(tolerance, decimals)}</span>
          ),
        },
        { key: 'bad', label: text('models.direction'), cell: ({ direction }) => text(`models.direction.${direction}`) },
        { key: 'weight', label: text('models.weight'), numeric: true, cell: ({ weightBps }) => format.bps(weightBps) },
        {
          key: 'flags',
          label: text('models.flags'),
          cell: ({ critical, sealed }) => (
            <span className="flex flex-wrap justify-end gap-1.5 sm:justify-start">
              {critical && (
                <Tooltip tip={text('models.criticalTip')}>
                  <Badge tone="danger">{text('models.critical')}</Badge>
                </Tooltip>
              )}
              {sealed && (
                <Tooltip tip={text('models.sealedTip')}>
                  <Badge tone="seal">{text('models.sealed')}</Badge>
                </Tooltip>
              )}
              {!critical && !sealed && '—'}
            </span>
          ),
        },
      ]}
    />
  );
}
