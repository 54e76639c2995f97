import { useText } from '../../../shared/i18n/use-text.ts';
import { Card } from '../../../shared/ui/card.tsx';
import { TextInput } from '../wizard/text-input.tsx';
import { wizardMessages } from '../wizard-messages.ts';
import type { LotProblems } from './check-lot.ts';
import type { LotDraft } from './lot-draft.ts';

interface Props {
  draft: LotDraft;
  problems: LotProblems;
  /** Say what is missing. */
  strict: boolean;
  today: string;
  onChange: (change: Partial<LotDraft>) => void;
}

/** Code, size and dates of a lot. */
export function LotFields({ draft, problems, strict, today, onChange }: Props) {
  const text = useText(wizardMessages);
  const date = (field: 'production' | 'bestBefore') => {
    const problem = problems[field];
    return problem && (strict || problem !== 'missing') ? text(`offer.date.${problem}`) : undefined;
  };
  const code = problems.lotCode === 'taken' ? 'offer.lotCodeTaken' : 'offer.lotCodeBad';
  const facility = strict && problems.facility ? text('list.problem.missing') : undefined;
  return (
    <Card className="grid gap-5 sm:grid-cols-2">
      <TextInput
        label={text('offer.lotCode')}
        hint={text('offer.lotCodeHint')}
        mono
        value={draft.lotCode}
        error={problems.lotCode && (strict || draft.lotCode !== '') ? text(code) : undefined}
        onChange={(lotCode) => onChange({ lotCode })}
      />
      <TextInput
        label={text('offer.units')}
        inputMode="numeric"
        value={draft.units}
        error={problems.units && (strict || draft.units !== '') ? text('offer.unitsBad') : undefined}
        onChange={(units) => onChange({ units })}
      />
      <TextInput
        label={text('offer.production')}
        type="date"
        hint={text('offer.today', { date: today })}
        value={draft.production}
        error={date('production')}
        onChange={(production) => onChange({ production })}
      />
      <TextInput
        label={text('offer.bestBefore')}
        type="date"
        optional
        hint={text('offer.bestBeforeHint')}
        value={draft.bestBefore}
        error={date('bestBefore')}
        onChange={(bestBefore) => onChange({ bestBefore })}
      />
      <TextInput
        label={text('offer.facilityZh')}
        lang="zh-Hans"
        value={draft.facilityZh}
        error={facility}
        onChange={(facilityZh) => onChange({ facilityZh })}
      />
      <TextInput
        label={text('offer.facilityEn')}
        lang="en"
        value={draft.facilityEn}
        error={facility}
        onChange={(facilityEn) => onChange({ facilityEn })}
      />
    </Card>
  );
}
