import { Link } from '@tanstack/react-router';
import { Plus, Ruler } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import type { ModelsQuery } from '../../generated/graphql.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { matchesWords } from '../../shared/search/matches-words.ts';
import { useSubgraph } from '../../shared/subgraph/use-subgraph.ts';
import { buttonClass } from '../../shared/ui/button.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { Input } from '../../shared/ui/input.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { QueryView } from '../../shared/ui/query-view.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { modelsMessages } from './messages.ts';
import { ModelCard } from './model-card.tsx';
import { modelsQuery } from './models-queries.ts';

type Row = ModelsQuery['models'][number];

/** graph-node gives no more at once; a commune has fewer models for a long time. */
const ALL = { first: 1000, skip: 0 };

/** Directory of all quality models. */
export function ModelsPage() {
  const text = useText(modelsMessages);
  const query = useSubgraph(modelsQuery, ALL);
  return (
    <Page
      title={text('models.title')}
      intro={text('models.intro')}
      actions={
        <Link to="/models/new" className={buttonClass('primary')} data-tour="write-model">
          <Plus aria-hidden="true" className="size-5" />
          {text('models.write')}
        </Link>
      }
    >
      <QueryView query={query} skeleton={<Waiting />}>
        {({ models }) => <Directory models={models} />}
      </QueryView>
    </Page>
  );
}

function Directory({ models }: { models: readonly Row[] }) {
  const text = useText(modelsMessages);
  const [typed, setTyped] = useState('');
  const [withRetired, setWithRetired] = useState(false);
  const query = useDeferredValue(typed);
  const rows = useMemo(() => models.map((model) => ({ ...model, texts: textsOf(model) })), [models]);
  const found = useMemo(
    () => rows.filter(({ number, texts, retired }) => (withRetired || !retired) && matchesWords(number, texts, query)),
    [rows, query, withRetired],
  );
  if (models.length === 0) {
    return (
      <EmptyState icon={<Ruler />} title={text('models.none')}>
        {text('models.noneHelp')}
      </EmptyState>
    );
  }
  return (
    <div className="grid gap-5">
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <Input
          type="search"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          placeholder={text('models.search')}
          aria-label={text('models.search')}
          className="max-w-md"
        />
        {models.some(({ retired }) => retired) && (
          <label className="inline-flex min-h-11 items-center gap-2">
            <input
              type="checkbox"
              className="size-5 accent-jade"
              checked={withRetired}
              onChange={(event) => setWithRetired(event.target.checked)}
            />
            {text('models.showRetired')}
          </label>
        )}
        <p role="status" className="text-muted sm:ml-auto">
          {text('models.found', { count: found.length })}
        </p>
      </div>
      {found.length === 0 ? (
        <EmptyState title={text('models.noMatch')}>{text('models.noMatchHelp')}</EmptyState>
      ) : (
        <ul className="grid gap-5 md:grid-cols-2">
          {found.map((model) => (
            <li key={model.id} className="flex">
              <ModelCard model={model} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function textsOf({ latestRevision }: Row): string[] {
  const { document, parameters = [] } = latestRevision ?? {};
  return [
    ...(document ? [document.nameZh, document.nameEn, document.summaryZh, document.summaryEn] : []),
    ...(document ? [document.categoryCode, ...document.standards] : []),
    ...parameters.flatMap(({ code, text }) => [code, text?.nameZh ?? '', text?.nameEn ?? '']),
  ];
}

function Waiting() {
  return (
    <div className="grid gap-5 md:grid-cols-2">
      {['a', 'b', 'c', 'd'].map((key) => (
        <Skeleton key={key} className="h-64 rounded-2xl" />
      ))}
    </div>
  );
}
