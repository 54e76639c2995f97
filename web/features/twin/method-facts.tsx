import type { ModelParameter, QualityModelDocument } from '../../../protocol/documents/quality-model/types.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { useLocalized } from '../../shared/i18n/use-localized.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { Facts } from '../../shared/ui/facts.tsx';
import { twinMessages } from './messages.ts';
import type { ParameterView } from './parameter-view.ts';
import { withUnit } from './unit-text.ts';

interface Props {
  parameter: ParameterView;
  document: { readonly parameter: ModelParameter; readonly model: QualityModelDocument } | undefined;
}

/** Standard, clause and method of a parameter, from the model's document whose hash is on chain. */
export function MethodFacts({ parameter, document }: Props) {
  const text = useText(twinMessages);
  const localized = useLocalized();
  const format = useFormat();
  const shown = (value: number) => withUnit(format.value(value, parameter.decimals), parameter.unit);
  const common = [
    [text('twin.weight'), format.bps(parameter.weightBps)],
    [text('twin.toleranceOf'), `± ${shown(parameter.tolerance)} · ${text(`twin.${parameter.direction}`)}`],
    ...(parameter.base === null ? [] : [[text('twin.baseBefore'), shown(parameter.base)] as const]),
  ] as const;
  if (!document) return <p className="text-sm text-muted">{text('twin.methodMissing')}</p>;
  const { method, requirement, instruments, limitSource } = document.parameter;
  const standardOf = (key: string) => document.model.standards.find((standard) => standard.key === key);
  const standard = standardOf(method.standard);
  const source = requirement && standardOf(requirement.standard);
  return (
    <Facts
      align="start"
      facts={[
        [text('twin.methodName'), localized(method.name)],
        [text('twin.standard'), standard ? `${standard.id} ${localized(standard.title)}` : method.standard],
        [text('twin.clause'), localized(method.clause)],
        [text('twin.conditions'), localized(method.conditions)],
        [text('twin.replicates'), format.number(method.replicates)],
        [text('twin.instruments'), format.list(instruments.map(localized))],
        [
          text('twin.requirement'),
          source && requirement
            ? `${source.id} · ${localized(requirement.clause)}`
            : text(
                limitSource.max === 'standard' || limitSource.min === 'standard'
                  ? 'twin.limit.standard'
                  : 'twin.limit.plausible',
              ),
        ],
        ...common,
      ]}
    />
  );
}
