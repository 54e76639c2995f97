import { useText } from '../../../shared/i18n/use-text.ts';
import { Card } from '../../../shared/ui/card.tsx';
import { Field } from '../../../shared/ui/field.tsx';
import { Select } from '../../../shared/ui/input.tsx';
import { CONTENT_UNITS, type CommodityForm, checkCommodityForm } from '../commodity-document.ts';
import { wizardMessages } from '../wizard-messages.ts';
import { TextInput } from './text-input.tsx';

interface Props {
  form: CommodityForm;
  onChange: (form: CommodityForm) => void;
  /** Say what is missing. */
  strict: boolean;
}

/** What the goods are called and where they come from. */
export function GoodsFields({ form, onChange, strict }: Props) {
  const text = useText(wizardMessages);
  const problems = checkCommodityForm(form);
  const field = (name: keyof CommodityForm) => {
    const problem = problems[name];
    // A wrong value is said at once, a missing one only when somebody wanted to go on.
    const isSaid = problem !== undefined && (strict || (problem !== 'missing' && form[name] !== ''));
    return {
      value: form[name],
      onChange: (value: string) => onChange({ ...form, [name]: value }),
      error: isSaid ? text(`list.problem.${problem}`) : undefined,
    };
  };
  return (
    <Card className="grid gap-5 sm:grid-cols-2">
      <TextInput label={text('list.nameZh')} lang="zh-Hans" {...field('nameZh')} />
      <TextInput label={text('list.nameEn')} lang="en" {...field('nameEn')} />
      <TextInput label={text('list.brandZh')} lang="zh-Hans" {...field('brandZh')} />
      <TextInput label={text('list.brandEn')} lang="en" {...field('brandEn')} />
      <TextInput label={text('list.descriptionZh')} lang="zh-Hans" lines {...field('descriptionZh')} />
      <TextInput label={text('list.descriptionEn')} lang="en" lines {...field('descriptionEn')} />
      <TextInput label={text('list.designation')} optional {...field('designation')} />
      <TextInput label={text('list.country')} hint={text('list.countryHint')} mono {...country(field('country'))} />
      <TextInput label={text('list.regionZh')} lang="zh-Hans" optional {...field('regionZh')} />
      <TextInput label={text('list.regionEn')} lang="en" optional {...field('regionEn')} />
      <TextInput label={text('list.netContent')} inputMode="decimal" {...field('netContent')} />
      <Field label={text('list.netContentUnit')}>
        {(control) => (
          <Select
            {...control}
            value={form.netContentUnit}
            onChange={({ target }) => onChange({ ...form, netContentUnit: target.value })}
          >
            {CONTENT_UNITS.map(({ ucum }) => (
              <option key={ucum}>{ucum}</option>
            ))}
          </Select>
        )}
      </Field>
    </Card>
  );
}

function country<T extends { onChange: (value: string) => void }>(field: T): T {
  return { ...field, onChange: (value: string) => field.onChange(value.toUpperCase().slice(0, 2)) };
}
