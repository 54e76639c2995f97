import { Link, useParams } from '@tanstack/react-router';
import type { ModelQuery } from '../../generated/graphql.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { useLocalized } from '../../shared/i18n/use-localized.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { entityId } from '../../shared/subgraph/entity-id.ts';
import { useSubgraph } from '../../shared/subgraph/use-subgraph.ts';
import { Address } from '../../shared/ui/address.tsx';
import { Badge } from '../../shared/ui/badge.tsx';
import { buttonClass } from '../../shared/ui/button.tsx';
import { Card, Section } from '../../shared/ui/card.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { Facts } from '../../shared/ui/facts.tsx';
import { Money } from '../../shared/ui/money.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { QueryView } from '../../shared/ui/query-view.tsx';
import { SkeletonLines } from '../../shared/ui/skeleton.tsx';
import { Timestamp } from '../../shared/ui/timestamp.tsx';
import { DocumentCheck } from './document-check.tsx';
import { modelsMessages } from './messages.ts';
import { ModelEarnings } from './model-earnings.tsx';
import { ModelLots } from './model-lots.tsx';
import { ModelRevisions } from './model-revisions.tsx';
import { parameterViews } from './model-view.ts';
import { modelQuery } from './models-queries.ts';
import { OwnerPanel } from './owner-panel.tsx';
import { ParameterTable } from './parameter-table.tsx';

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
      skeleton={<Page title={text('models.number', { number: given })}>{<SkeletonLines lines={12} />}</Page>}
    >
      {({ model, ...rest }) => model && <Found model={model} {...rest} />}
    </QueryView>
  );
}

function Found({ model, lots, lotOpenings }: Omit<ModelQuery, 'model'> & { model: Model }) {
  const text = useText(modelsMessages);
  const localized = useLocalized();
  const format = useFormat();
  const [latest] = model.revisions;
  const document = latest?.document;
  const parameters = parameterViews(latest?.parameters ?? []);
  const title = document
    ? localized({ 'zh-Hans': document.nameZh, en: document.nameEn })
    : text('models.unnamed', { number: String(model.number) });
  return (
    <Page
      title={title}
      intro={document && localized({ 'zh-Hans': document.summaryZh, en: document.summaryEn })}
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
      <div className="grid gap-10 lg:grid-cols-[minmax(0,1fr)_20rem] lg:items-start">
        <Section title={text('models.parametersTitle')} intro={text('models.parametersIntro')}>
          <ParameterTable parameters={parameters} />
        </Section>
        <Card>
          <h2 className="mb-3 font-medium">{text('models.facts')}</h2>
          <Facts
            facts={[
              [text('models.owner'), <Address key="owner" address={model.owner.id} plain />],
              [text('models.expert'), <Address key="expert" address={model.expert.id} plain />],
              [text('models.earned'), <Money key="earned" amount={model.earned} />],
              [
                text('models.bond'),
                model.bondWithdrawn ? text('models.bondWithdrawn') : <Money key="bond" amount={model.bond} />,
              ],
              [text('models.commodities'), format.number(model.commodityCount)],
              [text('models.lotCount'), format.number(model.lotCount)],
              [text('models.category'), document ? `${document.categoryScheme} ${document.categoryCode}` : '—'],
              [text('models.publishedAt'), <Timestamp key="at" at={model.publishedAt} />],
            ]}
          />
          {document && (
            <>
              <h3 className="mt-5 mb-2 font-medium">{text('models.standards')}</h3>
              <ul className="grid gap-1 text-muted">
                {document.standards.map((standard) => (
                  <li key={standard}>{standard}</li>
                ))}
              </ul>
            </>
          )}
        </Card>
      </div>
      {latest && <DocumentCheck cid={latest.documentCid} parameters={parameters} />}
      <ModelRevisions revisions={model.revisions} />
      <ModelLots lots={lots} />
      <ModelEarnings openings={lotOpenings} />
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
