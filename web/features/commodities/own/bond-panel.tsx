import { useMemo, useState } from 'react';
import { parseAmount } from '../../../shared/format/parse-amount.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { TransactionButton } from '../../../shared/transactions/transaction-button.tsx';
import { Card, Section } from '../../../shared/ui/card.tsx';
import { Facts } from '../../../shared/ui/facts.tsx';
import { Money } from '../../../shared/ui/money.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { lotBond } from '../lot-bond.ts';
import { commoditiesMessages } from '../messages.ts';
import { topUpBond } from '../transactions/top-up-bond.ts';
import { TextInput } from '../wizard/text-input.tsx';
import type { OwnCommodityData } from './own-commodity.tsx';

/** What stands behind a commodity, whether it is enough for another lot, and how to add to it. */
export function BondPanel({ commodity, protocol }: OwnCommodityData) {
  const text = useText(commoditiesMessages);
  const format = useFormat();
  const [typed, setTyped] = useState('');
  const state = {
    bond: BigInt(commodity.bond),
    pledged: BigInt(commodity.pledged),
    required: BigInt(protocol.commodityBond),
    unsealChargeBps: protocol.unsealChargeBps,
  };
  const { missing } = lotBond(state);
  const amount = parseAmount(typed);
  const request = useMemo(() => (amount ? topUpBond(commodity.number, amount) : null), [amount, commodity.number]);
  return (
    <Section
      title={text('produce.bond')}
      intro={text('produce.bondIntro', { charge: format.bps(protocol.unsealChargeBps) })}
    >
      <Card className="grid gap-6 md:grid-cols-2">
        <div className="grid content-start gap-4">
          <Facts
            facts={[
              [text('produce.bondNow'), <Money key="bond" amount={commodity.bond} />],
              [text('produce.bondPledged'), <Money key="pledged" amount={commodity.pledged} />],
              [text('produce.bondRequired'), <Money key="required" amount={protocol.commodityBond} />],
              [text('produce.carry'), <Money key="carry" amount={commodity.carry} />],
            ]}
          />
          <p className="text-sm text-muted">{text('produce.carryHelp')}</p>
          {missing > 0n && !commodity.retired && (
            <Notice kind="warning">{text('produce.bondMissing', { amount: format.amount(missing) })}</Notice>
          )}
        </div>
        <div className="grid content-start gap-4">
          <TextInput
            label={text('produce.topUpAmount')}
            inputMode="decimal"
            required={false}
            value={typed}
            onChange={setTyped}
            error={typed !== '' && !amount ? text('produce.badAmount') : undefined}
          />
          <TransactionButton kind="secondary" request={request} onDone={() => setTyped('')}>
            {text('produce.topUp')}
          </TransactionButton>
        </div>
      </Card>
    </Section>
  );
}
