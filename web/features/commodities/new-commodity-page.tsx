import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { parseEventLogs, type TransactionReceipt } from 'viem';
import type { ModelChoicesQuery } from '../../generated/graphql.ts';
import { abis } from '../../shared/chain/contracts.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { writeStored } from '../../shared/storage/stored.ts';
import { useStored } from '../../shared/storage/use-stored.ts';
import { useSubgraph } from '../../shared/subgraph/use-subgraph.ts';
import { Card } from '../../shared/ui/card.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { QueryView } from '../../shared/ui/query-view.tsx';
import { NeedsWallet } from '../../shared/wallet/needs-wallet.tsx';
import { modelChoicesQuery } from './commodities-queries.ts';
import { checkCommodityForm } from './commodity-document.ts';
import { gtinInput } from './gtin-input.ts';
import { COMMODITY_DRAFT_KEY, readCommodityDraft } from './wizard/commodity-draft.ts';
import { GoodsFields } from './wizard/goods-fields.tsx';
import { GtinField } from './wizard/gtin-field.tsx';
import { ListPanel } from './wizard/list-panel.tsx';
import { ModelChoice } from './wizard/model-choice.tsx';
import { TermsFields } from './wizard/terms-fields.tsx';
import { Wizard } from './wizard/wizard.tsx';
import { wizardMessages } from './wizard-messages.ts';

/** Lists a commodity: model, goods, terms, bond. */
export function NewCommodityPage() {
  const text = useText(wizardMessages);
  const query = useSubgraph(modelChoicesQuery, {});
  return (
    <Page title={text('list.title')} intro={text('list.intro')}>
      <NeedsWallet>{() => <QueryView query={query}>{(data) => <Form {...data} />}</QueryView>}</NeedsWallet>
    </Page>
  );
}

function Form({ models, protocol }: ModelChoicesQuery) {
  const text = useText(wizardMessages);
  const navigate = useNavigate();
  const [draft, setDraft] = useStored(COMMODITY_DRAFT_KEY, readCommodityDraft);
  const [step, setStep] = useState(0);
  const [strict, setStrict] = useState(false);
  const { modelNumber, form, gtin, feeBps, commissionBps } = draft;
  const read = gtinInput(gtin);
  const shares = protocol ?? { expertBps: 0, experiencerBps: 0, communeBps: 0 };
  const model = models.find(({ number }) => number === modelNumber);

  const finish = ({ logs }: TransactionReceipt) => {
    writeStored(COMMODITY_DRAFT_KEY, null);
    const [event] = parseEventLogs({ abi: abis.commodities, eventName: 'CommodityListed', logs });
    if (!event) return;
    const number = String(event.args.commodityId);
    void navigate({ to: '/produce/commodities/$number', params: { number } });
  };
  const steps = [
    {
      key: 'model',
      label: text('list.stepModel'),
      isComplete: model !== undefined,
      content: (
        <ModelChoice
          models={models}
          chosen={modelNumber}
          onChoose={({ number }) => setDraft({ ...draft, modelNumber: number })}
        />
      ),
    },
    {
      key: 'goods',
      label: text('list.stepGoods'),
      isComplete: Object.keys(checkCommodityForm(form)).length === 0,
      content: <GoodsFields form={form} strict={strict} onChange={(next) => setDraft({ ...draft, form: next })} />,
    },
    {
      key: 'terms',
      label: text('list.stepTerms'),
      isComplete: read.kind === 'none' || read.kind === 'ok',
      content: (
        <Card className="grid gap-8">
          <div className="max-w-md">
            <GtinField value={gtin} onChange={(typed) => setDraft({ ...draft, gtin: typed })} />
          </div>
          <TermsFields
            feeBps={feeBps}
            commissionBps={commissionBps}
            shares={shares}
            onFee={(bps) => setDraft({ ...draft, feeBps: bps })}
            onCommission={(bps) => setDraft({ ...draft, commissionBps: bps })}
          />
        </Card>
      ),
    },
    {
      key: 'bond',
      label: text('list.stepBond'),
      isComplete: false,
      content: model && (
        <ListPanel
          draft={draft}
          model={model}
          gtin14={read.kind === 'ok' ? read.gtin14 : null}
          bond={BigInt(protocol?.commodityBond ?? 0)}
          onDone={finish}
        />
      ),
    },
  ];
  return (
    <Wizard
      steps={steps}
      current={step}
      onStep={(next) => {
        setStrict(false);
        setStep(next);
      }}
      onIncomplete={() => setStrict(true)}
    />
  );
}
