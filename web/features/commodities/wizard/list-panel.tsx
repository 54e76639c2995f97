import { useMemo } from 'react';
import type { TransactionReceipt } from 'viem';
import { documentDigest } from '../../../../protocol/documents/document-digest.ts';
import type { ModelChoicesQuery } from '../../../generated/graphql.ts';
import { useUpload } from '../../../shared/documents/use-upload.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useLocalized } from '../../../shared/i18n/use-localized.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { TransactionButton } from '../../../shared/transactions/transaction-button.tsx';
import { Card } from '../../../shared/ui/card.tsx';
import { Facts } from '../../../shared/ui/facts.tsx';
import { Money } from '../../../shared/ui/money.tsx';
import { commodityDocument } from '../commodity-document.ts';
import { commoditiesMessages } from '../messages.ts';
import { listCommodity } from '../transactions/list-commodity.ts';
import { wizardMessages } from '../wizard-messages.ts';
import type { CommodityDraft } from './commodity-draft.ts';

interface Props {
  draft: CommodityDraft;
  model: ModelChoicesQuery['models'][number];
  gtin14: string | null;
  bond: bigint;
  onDone: (receipt: TransactionReceipt) => void;
}

/** What will be listed, what it costs, and the button. */
export function ListPanel({ draft, model, gtin14, bond, onDone }: Props) {
  const text = useText(wizardMessages);
  const produce = useText(commoditiesMessages);
  const localized = useLocalized();
  const format = useFormat();
  const { uploadJson } = useUpload();
  const { form, feeBps, commissionBps } = draft;
  const document = useMemo(() => commodityDocument(form), [form]);
  const request = useMemo(() => {
    const terms = { modelNumber: model.number, gtin14, feeBps, commissionBps };
    return listCommodity(document, documentDigest(document), terms, bond);
  }, [document, model.number, gtin14, feeBps, commissionBps, bond]);
  const modelDocument = model.latestRevision?.document;
  return (
    <Card className="grid gap-5">
      <Facts
        facts={[
          [text('list.summary'), <strong key="name">{localized(document.name)}</strong>],
          [
            text('list.stepModel'),
            modelDocument
              ? localized({ 'zh-Hans': modelDocument.nameZh, en: modelDocument.nameEn })
              : `#${model.number}`,
          ],
          [text('list.gtin'), gtin14 ?? '—'],
          [produce('produce.fee'), format.bps(feeBps)],
          [produce('produce.commission'), format.bps(commissionBps)],
          [text('list.bond'), <Money key="bond" amount={bond} />],
        ]}
      />
      <p className="text-muted">{text('list.bondIntro')}</p>
      <TransactionButton request={request} before={() => uploadJson(document)} onDone={onDone}>
        {text('list.send')}
      </TransactionButton>
    </Card>
  );
}
