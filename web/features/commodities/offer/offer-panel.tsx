import { useMemo } from 'react';
import type { TransactionReceipt } from 'viem';
import { documentDigest } from '../../../../protocol/documents/document-digest.ts';
import { useUpload } from '../../../shared/documents/use-upload.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { TransactionButton } from '../../../shared/transactions/transaction-button.tsx';
import { usePending } from '../../../shared/transactions/use-pending.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Card } from '../../../shared/ui/card.tsx';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import type { Claims } from '../claims.ts';
import type { LotBond } from '../lot-bond.ts';
import type { LotDocument } from '../lot-document.ts';
import { ExportVault } from '../own/export-vault.tsx';
import { offerLot } from '../transactions/offer-lot.ts';
import { topUpBond } from '../transactions/top-up-bond.ts';
import { wizardMessages } from '../wizard-messages.ts';
import { useSeal } from './use-seal.ts';

export interface LotToOffer {
  readonly commodityId: number;
  readonly revision: number;
  readonly units: number;
  readonly startEpoch: number;
  readonly epochs: number;
  readonly claims: Claims;
  readonly document: LotDocument;
}

interface Props {
  lot: LotToOffer;
  bond: LotBond;
  onDone: (receipt: TransactionReceipt) => void;
}

/** Bond, seal, offer: what is left before a lot is on chain. */
export function OfferPanel({ lot, bond, onDone }: Props) {
  const text = useText(wizardMessages);
  const format = useFormat();
  const { uploadJson } = useUpload();
  const { commodityId, document, claims } = lot;
  const seal = useSeal();
  const topUp = useMemo(
    () => (bond.missing > 0n ? topUpBond(commodityId, bond.missing) : null),
    [commodityId, bond.missing],
  );
  const request = useMemo(() => {
    if (!seal.data || bond.missing > 0n) return null;
    const { claims: _, document: written, ...facts } = lot;
    return offerLot({
      ...facts,
      lotCode: written.lotCode,
      openClaims: lot.claims.open,
      sealedClaims: seal.data.hash,
      documentDigest: documentDigest(written),
    });
  }, [lot, seal.data, bond.missing]);

  // The bond of a lot that has just been offered is pledged before the page moves on.
  const isOffered = usePending(`commodity:${commodityId}:offer`) !== undefined;
  const bonding = topUp && !isOffered && (
    <>
      <Notice kind="warning">{text('offer.bondMissing', { amount: format.amount(bond.missing) })}</Notice>
      <TransactionButton request={topUp}>
        {text('offer.topUp', { amount: format.amount(bond.missing) })}
      </TransactionButton>
    </>
  );
  // Other lots may take up the bond while this one is being offered: its button stays.
  if (bonding && !seal.data) return <Card className="grid gap-4">{bonding}</Card>;
  return (
    <Card className="grid gap-4">
      {bonding || <p className="text-muted">{text('offer.bondOk', { charge: format.amount(bond.charge) })}</p>}
      {seal.data ? (
        <>
          <Notice kind="success">{text('offer.sealedOk')}</Notice>
          {!seal.data.isKept && (
            <Notice kind="error" action={<ExportVault />}>
              {text('offer.notKept')}
            </Notice>
          )}
          <TransactionButton request={request} before={() => uploadJson(document)} onDone={onDone}>
            {text('offer.send')}
          </TransactionButton>
        </>
      ) : (
        <div className="grid justify-items-start gap-2">
          <Button
            kind="primary"
            data-tour="offer-seal"
            busy={seal.isPending}
            onClick={() => seal.mutate({ commodityId, lotCode: document.lotCode, values: claims.sealed })}
          >
            {text('offer.prepare')}
          </Button>
          <p className="text-sm text-muted">{text('offer.prepareHelp')}</p>
          {seal.error && <ErrorState error={seal.error} />}
        </div>
      )}
    </Card>
  );
}
