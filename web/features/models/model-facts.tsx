import type { ModelQuery } from '../../generated/graphql.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { Address } from '../../shared/ui/address.tsx';
import { Card } from '../../shared/ui/card.tsx';
import { Facts } from '../../shared/ui/facts.tsx';
import { Money } from '../../shared/ui/money.tsx';
import { Timestamp } from '../../shared/ui/timestamp.tsx';
import { modelsMessages } from './messages.ts';

type Model = NonNullable<ModelQuery['model']>;

interface Props {
  model: Model;
  document: Model['revisions'][number]['document'] | undefined;
}

/** Who stands behind a model, what it brought, and what it stands on. */
export function ModelFacts({ model, document }: Props) {
  const text = useText(modelsMessages);
  const format = useFormat();
  return (
    <div className="grid gap-5 lg:grid-cols-2">
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
            [text('models.publishedAt'), <Timestamp key="at" at={model.publishedAt} />],
          ]}
        />
      </Card>
      {document && (
        <Card>
          <h2 className="mb-3 font-medium">{text('models.standards')}</h2>
          <ul className="grid gap-1.5">
            {document.standards.map((standard) => (
              <li key={standard}>{standard}</li>
            ))}
          </ul>
          <p className="mt-4 text-sm text-muted">
            {text('models.category')}: {document.categoryScheme} {document.categoryCode}
          </p>
        </Card>
      )}
    </div>
  );
}
