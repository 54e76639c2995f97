import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useEpoch } from '../../shared/chain/use-epoch.ts';
import { useNow } from '../../shared/chain/use-now.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { Page } from '../../shared/ui/page.tsx';
import { SkeletonLines } from '../../shared/ui/skeleton.tsx';
import { isoDate } from './lot-document.ts';
import { OfferForm } from './offer/offer-form.tsx';
import { OfferedPanel } from './offer/offered-panel.tsx';
import { OwnCommodity, type OwnCommodityData } from './own/own-commodity.tsx';
import { useCommodityName } from './own/use-commodity-name.ts';
import { wizardMessages } from './wizard-messages.ts';

/** Offers a lot of one's own commodity. */
export function OfferLotPage() {
  const { number } = useParams({ from: '/produce/commodities/$number/offer' });
  return <OwnCommodity number={number}>{(data) => <Offer {...data} />}</OwnCommodity>;
}

interface Offered {
  lotNumber: number;
  lotCode: string;
  unitPrice: bigint;
  truth: readonly number[] | null;
  charge: bigint;
}

function Offer(data: OwnCommodityData) {
  const text = useText(wizardMessages);
  const now = useNow();
  const epoch = useEpoch();
  const [offered, setOffered] = useState<Offered | null>(null);
  const { commodity } = data;
  const name = useCommodityName(commodity) ?? `#${commodity.number}`;
  if (offered) {
    return (
      <Page title={text('offer.doneTitle', { lot: offered.lotCode })}>
        <OfferedPanel commodityId={commodity.number} {...offered} />
      </Page>
    );
  }
  return (
    <Page title={text('offer.title', { name })} intro={text('offer.intro')}>
      {now === undefined || !epoch ? (
        <SkeletonLines lines={8} />
      ) : (
        <OfferForm {...data} name={name} currentEpoch={epoch.epoch} today={isoDate(now)} onOffered={setOffered} />
      )}
    </Page>
  );
}
