import { Search, SlidersHorizontal } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Localized } from '../../../protocol/documents/quality-model/types.ts';
import { useLocalized } from '../../shared/i18n/use-localized.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { Button } from '../../shared/ui/button.tsx';
import { classNames } from '../../shared/ui/class-names.ts';
import { Field } from '../../shared/ui/field.tsx';
import { Input, Select } from '../../shared/ui/input.tsx';
import { uiMessages } from '../../shared/ui/ui-messages.ts';
import { GRADES, type MarketSearch, SORTS, STANDINGS } from './market-search.ts';
import { marketMessages } from './messages.ts';

interface Props {
  search: MarketSearch;
  models: readonly { readonly number: number; readonly name: Localized }[];
  onChange: (change: { readonly [Key in keyof MarketSearch]: MarketSearch[Key] | undefined }) => void;
}

const TYPING_PAUSE_MS = 250;

export function MarketFilters({ search, models, onChange }: Props) {
  const text = useText(marketMessages);
  const ui = useText(uiMessages);
  const localized = useLocalized();
  const [open, setOpen] = useState(false);
  return (
    <search className="grid gap-4">
      <SearchField value={search.q ?? ''} onChange={(q) => onChange({ q: q || undefined })} />
      <Button className="justify-self-start sm:hidden" aria-expanded={open} onClick={() => setOpen(!open)}>
        <SlidersHorizontal aria-hidden="true" className="size-4" />
        {text('market.filters')}
      </Button>
      <div className={classNames('grid-cols-2 gap-3 sm:grid md:grid-cols-3 lg:grid-cols-5', open ? 'grid' : 'hidden')}>
        <Field label={text('market.model')}>
          {(control) => (
            <Select
              {...control}
              value={search.model ?? ''}
              onChange={({ target }) => onChange({ model: target.value ? Number(target.value) : undefined })}
            >
              <option value="">{text('market.anyModel')}</option>
              {models.map(({ number, name }) => (
                <option key={number} value={number}>
                  {localized(name)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={text('market.standing')}>
          {(control) => (
            <Select
              {...control}
              value={search.standing ?? ''}
              onChange={({ target }) => onChange({ standing: STANDINGS.find((one) => one === target.value) })}
            >
              <option value="">{text('market.anyStanding')}</option>
              {STANDINGS.map((standing) => (
                <option key={standing} value={standing}>
                  {ui(`ui.seal${standing}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={text('market.grade')}>
          {(control) => (
            <Select
              {...control}
              value={search.grade ?? ''}
              onChange={({ target }) => onChange({ grade: GRADES.find((one) => one === Number(target.value)) })}
            >
              <option value="">{text('market.anyGrade')}</option>
              {GRADES.map((points) => (
                <option key={points} value={points}>
                  {text('market.gradeFrom', { points })}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={text('market.confidence')}>
          {(control) => (
            <Select
              {...control}
              value={search.confidence ?? ''}
              onChange={({ target }) =>
                onChange({ confidence: target.value === 'good' || target.value === 'high' ? target.value : undefined })
              }
            >
              <option value="">{text('market.anyConfidence')}</option>
              <option value="good">{text('market.confidenceGood')}</option>
              <option value="high">{text('market.confidenceHigh')}</option>
            </Select>
          )}
        </Field>
        <Field label={text('market.sort')}>
          {(control) => (
            <Select
              {...control}
              value={search.sort ?? 'best'}
              onChange={({ target }) => {
                const sort = SORTS.find((one) => one === target.value);
                onChange({ sort: sort === 'best' ? undefined : sort });
              }}
            >
              {SORTS.map((sort) => (
                <option key={sort} value={sort}>
                  {text(`market.sort.${sort}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <label className={classNames('min-h-11 items-center gap-3 justify-self-start sm:flex', open ? 'flex' : 'hidden')}>
        <input
          type="checkbox"
          className="size-5 accent-jade"
          checked={search.sale ?? false}
          onChange={({ target }) => onChange({ sale: target.checked || undefined })}
        />
        {text('market.onSale')}
      </label>
    </search>
  );
}

/** Typing is followed with a pause, so that the address does not change with every letter. */
function SearchField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const text = useText(marketMessages);
  const [typed, setTyped] = useState(value);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only typing starts the pause
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => onChange(typed), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  // Back, forward and "clear" change the address and so what is typed.
  useEffect(() => setTyped(value), [value]);
  return (
    <div className="relative">
      <Search
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 left-4 size-5 -translate-y-1/2 text-muted"
      />
      <Input
        type="search"
        aria-label={text('market.search')}
        placeholder={text('market.searchHint')}
        className="min-h-13 rounded-xl pl-12 text-lg"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
    </div>
  );
}
