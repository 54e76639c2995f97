import { useMemo, useState } from 'react';
import { useText } from '../../../shared/i18n/use-text.ts';
import { TransactionButton } from '../../../shared/transactions/transaction-button.tsx';
import { Card, Section } from '../../../shared/ui/card.tsx';
import { commoditiesMessages } from '../messages.ts';
import { setTerms } from '../transactions/set-terms.ts';
import { TermsFields } from '../wizard/terms-fields.tsx';
import type { OwnCommodityData } from './own-commodity.tsx';

/** Rates of the next lots. */
export function TermsPanel({ commodity, protocol }: OwnCommodityData) {
  const text = useText(commoditiesMessages);
  const [fee, setFee] = useState(commodity.feeBps);
  const [commission, setCommission] = useState(commodity.commissionBps);
  const isChanged = fee !== commodity.feeBps || commission !== commodity.commissionBps;
  const request = useMemo(
    () => (isChanged ? setTerms(commodity.number, fee, commission) : null),
    [isChanged, commodity.number, fee, commission],
  );
  return (
    <Section title={text('produce.terms')} intro={text('produce.termsIntro')}>
      <Card className="grid gap-6">
        <TermsFields
          feeBps={fee}
          commissionBps={commission}
          shares={protocol}
          onFee={setFee}
          onCommission={setCommission}
        />
        <TransactionButton kind="secondary" request={request}>
          {text('produce.setTerms')}
        </TransactionButton>
      </Card>
    </Section>
  );
}
