import { useDeferredValue, useMemo, useState } from 'react';
import type { ModelChoicesQuery } from '../../../generated/graphql.ts';
import { useLocalized } from '../../../shared/i18n/use-localized.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { matchesWords } from '../../../shared/search/matches-words.ts';
import { Badge } from '../../../shared/ui/badge.tsx';
import { Input } from '../../../shared/ui/input.tsx';
import { wizardMessages } from '../wizard-messages.ts';

type Model = ModelChoicesQuery['models'][number];

interface Props {
  models: readonly Model[];
  chosen: number | null;
  onChoose: (model: Model) => void;
}

/** Which quality model the goods are measured by. */
export function ModelChoice({ models, chosen, onChoose }: Props) {
  const text = useText(wizardMessages);
  const localized = useLocalized();
  const [typed, setTyped] = useState('');
  const query = useDeferredValue(typed);
  const found = useMemo(() => models.filter((model) => matches(model, query)), [models, query]);
  return (
    <div className="grid gap-4">
      <p className="max-w-prose text-muted">{text('list.modelIntro')}</p>
      <Input
        type="search"
        className="max-w-md"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        placeholder={text('list.modelSearch')}
        aria-label={text('list.modelSearch')}
      />
      <div role="radiogroup" aria-label={text('list.stepModel')} className="grid gap-3 md:grid-cols-2">
        {found.map((model) => {
          const { document } = model.latestRevision ?? {};
          const names = (model.latestRevision?.parameters ?? []).map(({ code, text: texts }) =>
            texts ? localized({ 'zh-Hans': texts.nameZh, en: texts.nameEn }) : code,
          );
          return (
            <label
              key={model.id}
              className="grid gap-1 rounded-2xl border border-line bg-surface p-4 has-checked:border-jade has-checked:bg-jade-soft has-focus-visible:outline-2 has-focus-visible:outline-jade"
            >
              <span className="flex items-start gap-3">
                <input
                  type="radio"
                  name="model"
                  className="mt-1.5 size-4 shrink-0 accent-jade"
                  checked={chosen === model.number}
                  onChange={() => onChoose(model)}
                />
                <span className="grid gap-1">
                  <strong className="font-medium">
                    {document ? localized({ 'zh-Hans': document.nameZh, en: document.nameEn }) : `#${model.number}`}
                  </strong>
                  <span className="text-sm text-muted">{names.join(' · ')}</span>
                  <span className="flex flex-wrap gap-1.5 pt-1">
                    {(document?.standards ?? []).slice(0, 2).map((standard) => (
                      <Badge key={standard}>{standard}</Badge>
                    ))}
                    <span className="text-sm text-muted">{text('list.modelUsed', { count: model.lotCount })}</span>
                  </span>
                </span>
              </span>
            </label>
          );
        })}
      </div>
      {found.length === 0 && <p role="status">{text('list.modelNone')}</p>}
    </div>
  );
}

function matches({ number, latestRevision }: Model, query: string): boolean {
  const { document, parameters = [] } = latestRevision ?? {};
  const texts = [
    ...(document
      ? [document.nameZh, document.nameEn, document.summaryZh, document.summaryEn, ...document.standards]
      : []),
    ...parameters.flatMap(({ code, text }) => [code, text?.nameZh ?? '', text?.nameEn ?? '']),
  ];
  return matchesWords(number, texts, query);
}
