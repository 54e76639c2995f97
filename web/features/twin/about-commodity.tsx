import { useFormat } from '../../shared/format/use-format.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { Address } from '../../shared/ui/address.tsx';
import { Card, Section } from '../../shared/ui/card.tsx';
import { Facts } from '../../shared/ui/facts.tsx';
import { Money } from '../../shared/ui/money.tsx';
import { Timestamp } from '../../shared/ui/timestamp.tsx';
import { Tooltip } from '../../shared/ui/tooltip.tsx';
import { twinMessages } from './messages.ts';
import { ModelLink } from './model-link.tsx';
import { ProductFacts } from './product-facts.tsx';
import type { TwinCommodity } from './twin-query.ts';

/** The product and the terms it is sold under. */
export function AboutCommodity({ commodity }: { commodity: TwinCommodity }) {
  const text = useText(twinMessages);
  const format = useFormat();
  const { model } = commodity;
  return (
    <Section title={text('twin.description')}>
      <div className="grid gap-4 lg:grid-cols-2">
        <Card>
          <ProductFacts gtin={commodity.gtin} document={commodity.document} />
        </Card>
        <Card>
          <Facts
            facts={[
              [text('twin.producer'), <Address key="producer" address={commodity.producer.id} />],
              [
                <Tooltip key="bond" tip={text('twin.bondHelp')}>
                  {text('twin.atStake')}
                </Tooltip>,
                <Money key="amount" amount={commodity.bond} />,
              ],
              [
                text('twin.model'),
                <ModelLink
                  key="model"
                  model={model.number}
                  revision={model.latestRevision?.number ?? 1}
                  document={model.latestRevision?.document}
                />,
              ],
              [text('twin.feeRate'), format.bps(commodity.feeBps)],
              [text('twin.commissionRate'), format.bps(commodity.commissionBps)],
              [text('twin.sold'), format.number(BigInt(commodity.orders))],
              [text('twin.carry'), <Money key="carry" amount={commodity.carry} />],
              [text('twin.listed'), <Timestamp key="listed" at={commodity.listedAt} />],
            ]}
          />
        </Card>
      </div>
    </Section>
  );
}
