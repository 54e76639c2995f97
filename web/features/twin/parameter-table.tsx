import { useFormat } from '../../shared/format/use-format.ts';
import { useLocalized } from '../../shared/i18n/use-localized.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { DataTable } from '../../shared/ui/data-table.tsx';
import { twinMessages } from './messages.ts';
import type { ParameterView } from './parameter-view.ts';
import { withUnit } from './unit-text.ts';

/** The same facts as the plots, as figures. */
export function ParameterTable({ parameters }: { parameters: readonly ParameterView[] }) {
  const text = useText(twinMessages);
  const localized = useLocalized();
  const format = useFormat();
  const shown = (value: number | null, { decimals, unit }: ParameterView) =>
    value === null ? '–' : withUnit(format.value(value, decimals), unit);
  return (
    <DataTable
      caption={text('twin.parameters')}
      rows={parameters}
      rowKey={({ code }) => code}
      columns={[
        { key: 'name', label: text('twin.parameter'), cell: ({ name }) => localized(name) },
        { key: 'claim', label: text('twin.claimed'), numeric: true, cell: (row) => shown(row.claim, row) },
        { key: 'measured', label: text('twin.measured'), numeric: true, cell: (row) => shown(row.consensus, row) },
        {
          key: 'allowed',
          label: text('twin.allowed'),
          numeric: true,
          cell: (row) =>
            text('twin.range', { from: format.value(row.legalMin, row.decimals), to: shown(row.legalMax, row) }),
        },
        { key: 'weight', label: text('twin.weight'), numeric: true, cell: ({ weightBps }) => format.bps(weightBps) },
        {
          key: 'grade',
          label: text('twin.grade'),
          numeric: true,
          cell: ({ gradeBps }) => (gradeBps === null ? '–' : format.points(gradeBps)),
        },
      ]}
    />
  );
}
