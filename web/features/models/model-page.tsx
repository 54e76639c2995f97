import { Link, useParams } from '@tanstack/react-router';
import type { ModelQuery } from '../../generated/graphql.ts';
import { useJsonDocument } from '../../shared/documents/use-document.ts';
import { useLocalized } from '../../shared/i18n/use-localized.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { entityId } from '../../shared/subgraph/entity-id.ts';
import { useSubgraph } from '../../shared/subgraph/use-subgraph.ts';
import { Badge } from '../../shared/ui/badge.tsx';
import { buttonClass } from '../../shared/ui/button.tsx';
import { Section } from '../../shared/ui/card.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { QueryView } from '../../shared/ui/query-view.tsx';
import { SkeletonBlocks } from '../../shared/ui/skeleton.tsx';
import { DocumentCheck } from './document-check.tsx';
import { modelsMessages } from './messages.ts';
import { ModelDisputes } from './model-disputes.tsx';
import { readDraft } from './model-draft.ts';
import { ModelEarnings } from './model-earnings.tsx';
import { ModelFacts } from './model-facts.tsx';
import { ModelLots } from './model-lots.tsx';
import { ModelRevisions } from './model-revisions.tsx';
import { parameterViews } from './model-view.ts';
import { modelQuery } from './models-queries.ts';
import { OwnerPanel } from './owner-panel.tsx';
import { ParameterTable } from './parameter-table.tsx';
import { withDocument } from './with-document.ts';

type Model = NonNullable<ModelQuery['model']>;

/** Largest number that an id on chain can have. */
const LAST = 0xffff_ffff;

/** Everything public of one model. */
export function ModelPage() {
  const text = useText(modelsMessages);
  const { number: given } = useParams({ from: '/models/$number' });
  const number = Number(given);
  const exists = Number.isSafeInteger(number) && number > 0 && number <= LAST;
  const id = entityId(exists ? number : 0);
  const query = useSubgraph(modelQuery, { id, model: id }, { enabled: exists });
  if (!exists || (query.data && !query.data.model)) return <NotFound number={given} />;
  return (
    <QueryView
      query={query}
      title={text('models.number', { number: given })}
      skeleton={
        <Page title={text('models.number', { number: given })}>
          <SkeletonBlocks blocks={['h-24', 'h-180 rounded-2xl sm:h-140', 'h-80 rounded-2xl']} />
        </Page>
      }
    >
      {({ model, ...rest }) => model && <Found model={model} {...rest} />}
    </QueryView>
  );
}

function Found({ model, lots, lotOpenings, protocol }: Omit<ModelQuery, 'model'> & { model: Model }) {
  const text = useText(modelsMessages);
  const localized = useLocalized();
  const [latest] = model.revisions;
  const document = latest?.document;
  // The index reads documents a little later than blocks; meanwhile the page reads it by itself.
  const fresh = useJsonDocument<unknown>(document ? null : latest?.documentCid);
  const draft = fresh.data === undefined ? null : readDraft(fresh.data);
  const parameters = withDocument(parameterViews(latest?.parameters ?? []), draft?.document);
  const name = document ? { 'zh-Hans': document.nameZh, en: document.nameEn } : draft?.document.name;
  const summary = document ? { 'zh-Hans': document.summaryZh, en: document.summaryEn } : draft?.document.summary;
  const title = (name && localized(name)) || text('models.unnamed', { number: String(model.number) });
  return (
    <Page
      title={title}
      intro={summary && localized(summary)}
      actions={
        <Link to="/models/new" search={{ from: model.number }} className={buttonClass('secondary')}>
          {text('models.copy')}
        </Link>
      }
    >
      <p className="-mt-4 flex flex-wrap gap-2">
        <Badge tone="sky">{text('models.number', { number: String(model.number) })}</Badge>
        {latest && <Badge>{text('models.revision', { number: String(latest.number) })}</Badge>}
        {document && <Badge>{document.version}</Badge>}
        {model.retired && <Badge tone="amber">{text('models.retired')}</Badge>}
      </p>
      <OwnerPanel model={model} />
      <Section title={text('models.parametersTitle')} intro={text('models.parametersIntro')}>
        <ParameterTable parameters={parameters} />
      </Section>
      <ModelFacts model={model} document={document} />
      {latest && <DocumentCheck cid={latest.documentCid} parameters={parameters} />}
      <ModelDisputes number={model.number} isOver={model.retired && model.bondWithdrawn} />
      <ModelRevisions revisions={model.revisions} />
      <ModelLots lots={lots} />
      <ModelEarnings openings={lotOpenings} expertBps={protocol?.expertBps ?? 0} />
    </Page>
  );
}

function NotFound({ number }: { number: string }) {
  const text = useText(modelsMessages);
  return (
    <Page title={text('models.title')}>
      <EmptyState
        title={text('models.notFound', { number })}
        action={
          <Link to="/models" className={buttonClass('secondary')}>
            {text('models.toDirectory')}
          </Link>
        }
      >
        {text('models.notFoundHelp')}
      </EmptyState>
    </Page>
  );
}
