import { useSearch } from '@tanstack/react-router';
import { Wand } from 'lucide-react';
import { useMemo, useState } from 'react';
import { parseEventLogs, type TransactionReceipt } from 'viem';
import { abis } from '../../../shared/chain/contracts.ts';
import { useAppConfig } from '../../../shared/config/use-app-config.ts';
import { parseAmount } from '../../../shared/format/parse-amount.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { writeStored } from '../../../shared/storage/stored.ts';
import { useStored } from '../../../shared/storage/use-stored.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { readClaims, readTruth } from '../claims.ts';
import { lotBond } from '../lot-bond.ts';
import type { OwnCommodityData } from '../own/own-commodity.tsx';
import { parameterViews } from '../parameter-view.ts';
import { saleCalendar } from '../sale-window.ts';
import { Wizard } from '../wizard/wizard.tsx';
import { wizardMessages } from '../wizard-messages.ts';
import { beginLot, fillExample } from './begin-lot.ts';
import { checkLot, readUnits } from './check-lot.ts';
import { ClaimFields } from './claim-fields.tsx';
import { type LotDraft, lotDraftKey, readLotDraft } from './lot-draft.ts';
import { LotFields } from './lot-fields.tsx';
import { OfferPanel } from './offer-panel.tsx';
import { PriceFields } from './price-fields.tsx';
import { SaleFields } from './sale-fields.tsx';
import { TwinPreview } from './twin-preview.tsx';

interface Props extends OwnCommodityData {
  name: string;
  currentEpoch: number;
  /** ISO 8601 date on the chain. */
  today: string;
  onOffered: (offered: {
    lotNumber: number;
    lotCode: string;
    unitPrice: bigint;
    truth: readonly number[] | null;
    charge: bigint;
  }) => void;
}

/** The five pages of a lot, from its code to the offer. */
export function OfferForm({ commodity, protocol, name, currentEpoch, today, onOffered }: Props) {
  const text = useText(wizardMessages);
  const { clock, local } = useAppConfig();
  const { example } = useSearch({ from: '/produce/commodities/$number/offer' });
  const { latestRevision } = commodity.model;
  const parameters = useMemo(() => parameterViews(latestRevision?.parameters ?? []), [latestRevision]);
  const taken = useMemo(() => commodity.lots.map(({ lotCode }) => lotCode).reverse(), [commodity.lots]);
  const beginning = useMemo(() => {
    const [last] = commodity.lots;
    const begun = beginLot(
      parameters,
      {
        lotCodes: taken,
        facilityZh: last?.document?.facilityZh ?? '',
        facilityEn: last?.document?.facilityEn ?? '',
        claims: Object.fromEntries(
          (last?.claims ?? []).flatMap(({ code, claim }) => (claim === null ? [] : [[code, claim]])),
        ),
      },
      today,
    );
    return example && local ? fillExample(begun, parameters) : begun;
  }, [commodity.lots, parameters, taken, today, example, local]);
  const key = lotDraftKey(commodity.number);
  const [draft, setDraft] = useStored(key, (found) => readLotDraft(found, beginning));
  const [step, setStep] = useState(0);
  const [strict, setStrict] = useState(false);
  const change = (part: Partial<LotDraft>) => setDraft({ ...draft, ...part });

  const startEpoch = Math.max(currentEpoch, draft.startEpoch ?? currentEpoch);
  const { schedule } = saleCalendar(clock, currentEpoch, startEpoch, draft.epochs);
  const problems = checkLot(draft, taken, today);
  const claims = readClaims(parameters, draft.claims);
  const unitPrice = parseAmount(draft.price);
  const truth = draft.truth && readTruth(parameters, draft.truth);
  const bond = lotBond({
    bond: BigInt(commodity.bond),
    pledged: BigInt(commodity.pledged),
    required: BigInt(protocol.commodityBond),
    unsealChargeBps: protocol.unsealChargeBps,
  });
  const units = readUnits(draft.units);
  const lot = useMemo(
    () =>
      claims && units !== null && latestRevision
        ? {
            commodityId: commodity.number,
            revision: latestRevision.number,
            units,
            startEpoch,
            epochs: draft.epochs,
            claims,
            document: {
              lotCode: draft.lotCode,
              productionDate: draft.production,
              bestBefore: draft.bestBefore || null,
              facility: {
                'zh-Hans': draft.facilityZh.trim() || draft.facilityEn.trim(),
                en: draft.facilityEn.trim() || draft.facilityZh.trim(),
              },
            },
          }
        : null,
    [claims, units, latestRevision, commodity.number, startEpoch, draft],
  );

  if (commodity.retired) return <EmptyState title={text('offer.retired')} />;
  if (commodity.model.retired || !latestRevision) return <EmptyState title={text('offer.modelRetired')} />;

  const finish = ({ logs }: TransactionReceipt) => {
    const [event] = parseEventLogs({ abi: abis.commodities, eventName: 'LotOffered', logs });
    if (!event || unitPrice === null) return;
    writeStored(key, null);
    onOffered({ lotNumber: event.args.lotId, lotCode: draft.lotCode, unitPrice, truth, charge: bond.charge });
  };
  const steps = [
    {
      key: 'lot',
      label: text('offer.stepLot'),
      isComplete: Object.keys(problems).length === 0,
      content: <LotFields draft={draft} problems={problems} strict={strict} today={today} onChange={change} />,
    },
    {
      key: 'sale',
      label: text('offer.stepSale'),
      isComplete: true,
      content: (
        <SaleFields currentEpoch={currentEpoch} startEpoch={startEpoch} epochs={draft.epochs} onChange={change} />
      ),
    },
    {
      key: 'claims',
      label: text('offer.stepClaims'),
      isComplete: claims !== null,
      content: (
        <ClaimFields
          parameters={parameters}
          claims={draft.claims}
          strict={strict}
          onChange={(next) => change({ claims: next })}
        />
      ),
    },
    {
      key: 'price',
      label: text('offer.stepPrice'),
      isComplete: unitPrice !== null && unitPrice > 0n && (draft.truth === null || truth !== null),
      content: (
        <PriceFields
          price={draft.price}
          rates={commodity}
          shares={protocol}
          parameters={parameters}
          claims={draft.claims}
          truth={draft.truth}
          strict={strict}
          onPrice={(price) => change({ price })}
          onTruth={(next) => change({ truth: next })}
        />
      ),
    },
    {
      key: 'offer',
      label: text('offer.stepOffer'),
      isComplete: false,
      content: lot && (
        <>
          <TwinPreview
            name={name}
            lotCode={draft.lotCode}
            parameters={parameters}
            claims={lot.claims}
            schedule={schedule}
          />
          <OfferPanel lot={lot} bond={bond} onDone={finish} />
        </>
      ),
    },
  ];
  return (
    <>
      {local && (
        <div>
          <Button size="small" onClick={() => setDraft(fillExample(draft, parameters))} data-tour="offer-example">
            <Wand aria-hidden="true" className="size-4" />
            {text('offer.example')}
          </Button>
        </div>
      )}
      <Wizard
        steps={steps}
        current={step}
        onStep={(next) => {
          setStrict(false);
          setStep(next);
        }}
        onIncomplete={() => setStrict(true)}
      />
    </>
  );
}
