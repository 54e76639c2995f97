import type { QualityModelDocument } from '../../../../protocol/documents/quality-model/types.ts';
import { unitName } from '../../../shared/format/unit-name.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useLocalized } from '../../../shared/i18n/use-localized.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { DataTable } from '../../../shared/ui/data-table.tsx';
import { reportMessages } from '../report-messages.ts';
import type { ReportDocument } from './report-document.ts';

interface Props {
  model: Pick<QualityModelDocument, 'parameters'>;
  /** By position, in units of 10^−decimals. */
  values: readonly number[];
  document: ReportDocument;
}

/** The values of a report with the readings behind them. */
export function ValuesTable({ model, values, document }: Props) {
  const text = useText(reportMessages);
  const localized = useLocalized();
  const format = useFormat();
  const rows = model.parameters.map((parameter, i) => ({
    parameter,
    value: values[i] ?? 0,
    result: document.results[i],
  }));
  return (
    <DataTable
      caption={text('report.check')}
      rows={rows}
      rowKey={({ parameter }) => parameter.code}
      columns={[
        { key: 'name', label: text('report.property'), cell: ({ parameter }) => localized(parameter.name) },
        {
          key: 'readings',
          label: text('report.readings'),
          cell: ({ result }) =>
            result?.notTestedReason !== null ? text('report.notMeasured') : result?.readings.join(' · '),
        },
        {
          key: 'value',
          label: text('report.value'),
          numeric: true,
          cell: ({ parameter, value }) => (
            <>
              <b>{format.value(value, parameter.decimals)}</b> {unitName(parameter.unit.ucum)}
            </>
          ),
        },
        {
          key: 'evidence',
          label: text('report.evidence'),
          numeric: true,
          cell: ({ result }) => format.number(result?.evidence.length ?? 0),
        },
      ]}
    />
  );
}
