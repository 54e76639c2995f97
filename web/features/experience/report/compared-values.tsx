import { accuracy } from '../../../../protocol/experience/accuracy.ts';
import { deviation } from '../../../../protocol/experience/deviation.ts';
import { unitName } from '../../../shared/format/unit-name.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useLocalized } from '../../../shared/i18n/use-localized.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { DataTable } from '../../../shared/ui/data-table.tsx';
import { reportMessages } from '../report-messages.ts';
import type { ReportLot } from './use-report-lot.ts';

/** A report's values beside the consensus and what was known before, and how far off they are. */
export function ComparedValues({ lot, values }: { lot: ReportLot; values: readonly number[] }) {
  const text = useText(reportMessages);
  const localized = useLocalized();
  const format = useFormat();
  const { consensus, base } = lot.round ?? {};
  const rows = lot.revision.parameters.map((parameter, i) => {
    const [value = 0, found, known] = [values[i], consensus?.[i], base?.[i]];
    const off = found === undefined ? null : deviation(value, found, Number(parameter.tolerance));
    return { parameter, value, found, known, off };
  });
  const shown = (value: number | undefined, decimals: number) =>
    value === undefined ? '–' : format.value(value, decimals);
  return (
    <DataTable
      caption={text('report.outcome')}
      rows={rows}
      rowKey={({ parameter }) => parameter.code}
      columns={[
        {
          key: 'name',
          label: text('report.property'),
          cell: ({ parameter: { code, text: named } }) => (
            <>
              {named ? localized({ 'zh-Hans': named.nameZh, en: named.nameEn }) : code}
              {named && <span className="ml-1 text-sm text-muted">{unitName(named.unit)}</span>}
            </>
          ),
        },
        {
          key: 'value',
          label: text('report.yourValue'),
          numeric: true,
          cell: ({ value, parameter }) => <b>{shown(value, parameter.decimals)}</b>,
        },
        {
          key: 'consensus',
          label: text('report.consensus'),
          numeric: true,
          cell: ({ found, parameter }) => shown(found, parameter.decimals),
        },
        {
          key: 'base',
          label: text('report.known'),
          numeric: true,
          cell: ({ known, parameter }) => shown(known, parameter.decimals),
        },
        {
          key: 'off',
          label: text('report.off'),
          numeric: true,
          cell: ({ off }) => (off === null ? '–' : format.number(Math.round((Number(off) / 128) * 100) / 100)),
        },
        {
          key: 'accuracy',
          label: text('report.accuracy'),
          numeric: true,
          cell: ({ off }) => (off === null ? '–' : format.points((Number(accuracy(off)) * 10_000) / 256)),
        },
      ]}
    />
  );
}
