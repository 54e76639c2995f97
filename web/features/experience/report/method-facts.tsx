import type { ModelParameter, QualityModelDocument } from '../../../../protocol/documents/quality-model/types.ts';
import { unitName } from '../../../shared/format/unit-name.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useLocalized } from '../../../shared/i18n/use-localized.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { reportMessages } from '../report-messages.ts';

interface Props {
  parameter: ModelParameter;
  model: Pick<QualityModelDocument, 'standards'>;
}

/** How a property is to be measured, by which clause of which standard, and what the law allows. */
export function MethodFacts({ parameter, model }: Props) {
  const text = useText(reportMessages);
  const localized = useLocalized();
  const format = useFormat();
  const { method, instruments, limits, unit } = parameter;
  const standard = model.standards.find(({ key }) => key === method.standard)?.id ?? method.standard;
  const facts = [
    [
      text('report.method'),
      text('report.methodText', { name: localized(method.name), standard, clause: localized(method.clause) }),
    ],
    [text('report.conditions'), localized(method.conditions)],
    [text('report.instruments'), format.list(instruments.map(localized))],
    [text('report.limits'), text('report.range', { min: limits.min, max: limits.max, unit: unitName(unit.ucum) })],
  ] as const;
  return (
    <dl className="grid gap-1 text-sm">
      {facts
        .filter(([, value]) => value !== '')
        .map(([term, value]) => (
          <div key={term} className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-2">
            <dt className="text-muted">{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
