import { useState } from 'react';
import type { QualityModelDocument } from '../../../../protocol/documents/quality-model/types.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useLocalized } from '../../../shared/i18n/use-localized.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Card, Section } from '../../../shared/ui/card.tsx';
import { Field } from '../../../shared/ui/field.tsx';
import { Input, TextArea } from '../../../shared/ui/input.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { reportMessages } from '../report-messages.ts';
import { BorrowedInstruments } from './borrowed-instruments.tsx';
import { ParameterCard } from './parameter-card.tsx';
import { type ChangeDraft, type ReportDraft, withParameter } from './report-draft.ts';

interface Props {
  lotId: number;
  model: QualityModelDocument;
  /** By position: what is reported where nothing was measured. */
  known: readonly number[];
  draft: ReportDraft;
  onChange: ChangeDraft;
  /** Codes of parameters without a value. */
  missing: readonly string[];
  /** Null: it cannot be used yet; the draft is kept. */
  onReady: (() => void) | null;
  /** Label of the button. */
  label?: string;
}

/** Everything that goes into a report, as it is typed. */
export function ReportForm({ lotId, model, known, draft, onChange, missing, onReady, label }: Props) {
  const text = useText(reportMessages);
  const localized = useLocalized();
  const format = useFormat();
  const [tried, setTried] = useState(false);
  const names = missing.map((code) => {
    const parameter = model.parameters.find((one) => one.code === code);
    return parameter ? localized(parameter.name) : code;
  });
  return (
    <form
      className="grid gap-8"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (missing.length === 0) onReady?.();
      }}
    >
      <Section
        title={text('report.measure')}
        intro={text('report.measureIntro')}
        actions={<BorrowedInstruments lotId={lotId} model={model} onChange={onChange} />}
      >
        <div className="grid gap-4 lg:grid-cols-2">
          {model.parameters.map((parameter, i) => {
            const own = draft.parameters[parameter.code];
            return (
              own && (
                <ParameterCard
                  key={parameter.code}
                  parameter={parameter}
                  model={model}
                  known={known[i] ?? 0}
                  draft={own}
                  isMissing={tried && missing.includes(parameter.code)}
                  onChange={(change) => onChange((current) => withParameter(current, parameter.code, change))}
                />
              )
            );
          })}
        </div>
      </Section>
      <Section title={text('report.about')}>
        <Card className="grid gap-4 sm:grid-cols-2">
          <Field label={text('report.yourInstruments')} hint={text('report.yourInstrumentsHelp')} optional>
            {(control) => (
              <TextArea
                {...control}
                maxLength={1_000}
                value={draft.instruments}
                onChange={(event) => onChange({ ...draft, instruments: event.target.value })}
              />
            )}
          </Field>
          <Field label={text('report.conflicts')} hint={text('report.conflictsHelp')} optional>
            {(control) => (
              <TextArea
                {...control}
                maxLength={1_000}
                value={draft.conflicts}
                onChange={(event) => onChange({ ...draft, conflicts: event.target.value })}
              />
            )}
          </Field>
          <Field label={text('report.serial')} optional>
            {(control) => (
              <Input
                {...control}
                maxLength={60}
                value={draft.serial}
                onChange={(event) => onChange({ ...draft, serial: event.target.value })}
              />
            )}
          </Field>
        </Card>
      </Section>
      {tried && missing.length > 0 && (
        <Notice kind="error">{text('report.missing', { count: missing.length, names: format.list(names) })}</Notice>
      )}
      {onReady && (
        <Button type="submit" data-tour="report-ready" kind="primary" size="large" className="justify-self-start">
          {label ?? text('report.toCheck')}
        </Button>
      )}
    </form>
  );
}
