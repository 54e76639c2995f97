import { fromScaled } from '../../../../protocol/documents/quality-model/scaled.ts';
import type { ModelParameter, QualityModelDocument } from '../../../../protocol/documents/quality-model/types.ts';
import { unitName } from '../../../shared/format/unit-name.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useLocalized } from '../../../shared/i18n/use-localized.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Badge } from '../../../shared/ui/badge.tsx';
import { Card } from '../../../shared/ui/card.tsx';
import { Disclosure } from '../../../shared/ui/disclosure.tsx';
import { Field } from '../../../shared/ui/field.tsx';
import { Input } from '../../../shared/ui/input.tsx';
import { NumberInput } from '../../../shared/ui/number-input.tsx';
import { Tooltip } from '../../../shared/ui/tooltip.tsx';
import { reportMessages } from '../report-messages.ts';
import { EvidenceList } from './evidence-list.tsx';
import { EXTRA_DIGITS, measureParameter } from './measure-parameter.ts';
import { MethodFacts } from './method-facts.tsx';
import { ReadingInputs } from './reading-inputs.tsx';
import type { ParameterDraft } from './report-draft.ts';

interface Props {
  parameter: ModelParameter;
  model: QualityModelDocument;
  /** What anybody knows, in units of 10^−decimals. */
  known: number;
  draft: ParameterDraft;
  isMissing: boolean;
  onChange: (change: Partial<ParameterDraft>) => void;
}

/** One property: how it is measured, the readings, and the value that they give. */
export function ParameterCard({ parameter, model, known, draft, isMissing, onChange }: Props) {
  const text = useText(reportMessages);
  const localized = useLocalized();
  const format = useFormat();
  const { decimals, unit, critical, sealed } = parameter;
  const { value, isOutsideLimits } = measureParameter(parameter, draft, known);
  const shownUnit = unitName(unit.ucum);
  const isMeasured = draft.notTestedReason === null;
  return (
    <Card className={`grid content-start gap-4 ${isMissing ? 'border-danger' : ''}`}>
      <div className="flex flex-wrap items-start justify-between gap-2">
        <h3 className="font-display text-lg font-semibold">{localized(parameter.name)}</h3>
        <span className="flex flex-wrap gap-1.5">
          {critical && <Badge tone="amber">{text('report.critical')}</Badge>}
          {sealed && <Badge tone="sky">{text('report.sealed')}</Badge>}
          <Badge>{text('report.weight', { weight: format.bps(parameter.weightBps) })}</Badge>
        </span>
      </div>
      <MethodFacts parameter={parameter} model={model} />
      {isMeasured ? (
        <>
          <ReadingInputs
            readings={draft.readings}
            decimals={decimals}
            unit={shownUnit}
            onChange={(readings) => onChange({ readings })}
          />
          <p
            className="flex flex-wrap items-baseline justify-between gap-x-3 rounded-lg bg-sunken px-3 py-2"
            role="status"
          >
            <Tooltip tip={text('report.valueHelp')}>{text('report.value')}</Tooltip>
            <span className="numbers font-display text-xl font-semibold">
              {value === null ? '–' : format.value(value, decimals)}{' '}
              <span className="text-sm font-normal">{shownUnit}</span>
            </span>
          </p>
          {isOutsideLimits && <p className="text-sm text-amber">{text('report.outside')}</p>}
        </>
      ) : (
        <p className="rounded-lg bg-amber-soft px-3 py-2 text-sm">
          {text('report.notMeasuredHelp', { value: fromScaled(known, decimals), unit: shownUnit })}
        </p>
      )}
      <label className="flex min-h-11 items-center gap-3">
        <input
          type="checkbox"
          className="size-5 accent-jade"
          checked={!isMeasured}
          onChange={(event) => onChange({ notTestedReason: event.target.checked ? '' : null })}
        />
        {text('report.notMeasured')}
      </label>
      {draft.notTestedReason !== null && (
        <Field label={text('report.notMeasuredReason')} optional>
          {(control) => (
            <Input
              {...control}
              maxLength={200}
              value={draft.notTestedReason ?? ''}
              onChange={(event) => onChange({ notTestedReason: event.target.value })}
            />
          )}
        </Field>
      )}
      <Disclosure summary={text('report.evidence')} open={draft.evidence.length > 0}>
        <div className="grid gap-4">
          <EvidenceList files={draft.evidence} onChange={(evidence) => onChange({ evidence })} />
          {isMeasured && (
            <NumberInput
              label={text('report.uncertainty')}
              text={draft.uncertainty}
              onText={(uncertainty) => onChange({ uncertainty })}
              decimals={Math.min(9, decimals + EXTRA_DIGITS)}
              min={0}
              unit={shownUnit || undefined}
              optional
            />
          )}
        </div>
      </Disclosure>
    </Card>
  );
}
