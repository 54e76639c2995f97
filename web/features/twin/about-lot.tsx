import { Link } from '@tanstack/react-router';
import { useFormat } from '../../shared/format/use-format.ts';
import { useLocalized } from '../../shared/i18n/use-localized.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { Address } from '../../shared/ui/address.tsx';
import { Card, Section } from '../../shared/ui/card.tsx';
import { Facts } from '../../shared/ui/facts.tsx';
import { Money } from '../../shared/ui/money.tsx';
import { twinMessages } from './messages.ts';
import { ModelLink } from './model-link.tsx';
import { ProductFacts } from './product-facts.tsx';
import type { TwinLot } from './twin-query.ts';

/** Who made the lot and when, under which model, and what stands behind it. */
export function AboutLot({ lot }: { lot: TwinLot }) {
  const text = useText(twinMessages);
  const format = useFormat();
  const localized = useLocalized();
  const { document } = lot;
  const isoDate = (date: string) => format.date(Date.parse(date) / 1000);
  return (
    <Section title={text('twin.about')}>
      <div className="grid gap-4 lg:grid-cols-2">
        <Card>
          <ProductFacts gtin={lot.commodity.gtin} document={lot.commodity.document}>
            {[
              [text('twin.lotCode'), lot.lotCode],
              [text('twin.units'), format.number(BigInt(lot.units))],
              ...(document
                ? ([
                    [text('twin.produced'), document.productionDate && isoDate(document.productionDate)],
                    [text('twin.bestBefore'), document.bestBefore ? isoDate(document.bestBefore) : '–'],
                    [text('twin.facility'), localized({ 'zh-Hans': document.facilityZh, en: document.facilityEn })],
                  ] as const)
                : []),
            ]}
          </ProductFacts>
        </Card>
        <Card>
          <Facts
            facts={[
              [text('twin.producer'), <Address key="producer" address={lot.producer.id} />],
              [text('twin.atStake'), <Money key="bond" amount={lot.commodity.bond} />],
              [text('twin.sealCharge'), <Money key="charge" amount={lot.sealCharge} />],
              [
                text('twin.model'),
                <ModelLink
                  key="model"
                  model={lot.model.number}
                  revision={lot.revision.number}
                  document={lot.revision.document}
                />,
              ],
              [text('twin.feeRate'), format.bps(lot.feeBps)],
              [text('twin.sold'), format.number(BigInt(lot.orders))],
              [text('twin.fees'), <Money key="fees" amount={lot.fees} />],
              [
                text('twin.lots'),
                <Link
                  key="lots"
                  to="/commodities/$number"
                  params={{ number: String(lot.commodity.number) }}
                  className="text-jade underline underline-offset-4"
                >
                  {text('twin.toCommodity')}
                </Link>,
              ],
            ]}
          />
        </Card>
      </div>
    </Section>
  );
}
