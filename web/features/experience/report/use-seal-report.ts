import { useCallback } from 'react';
import type { Hex } from 'viem';
import { buyerSalt, reportSalt } from '../../../../protocol/secrets/derive-salt.ts';
import { buyerCommitment } from '../../../../protocol/settlement/buyer-commitment.ts';
import type { Order } from '../../../../relay/api/orders.ts';
import type { PurchaseProofAnswer } from '../../../../relay/api/statements.ts';
import { useAppConfig } from '../../../shared/config/use-app-config.ts';
import { useSession } from '../../../shared/relay/use-session.ts';
import { useRootSecret } from '../../../shared/secrets/use-root-secret.ts';
import { useVault } from '../../../shared/secrets/use-vault.ts';
import { reportEntry, type VaultReport } from '../vault/vault-report.ts';
import type { WrittenReport } from './report-document.ts';
import type { ReportDraft } from './report-draft.ts';
import { sealReport } from './seal-report.ts';
import type { ReportLot } from './use-report-lot.ts';

/** The wallet does not derive the salt with which the order was made. */
export class SaltError extends Error {}
/** The browser keeps nothing, so the report could not be revealed. */
export class NotKeptError extends Error {}

interface Sealing {
  readonly lot: Pick<ReportLot, 'number'>;
  readonly experiencerId: number;
  readonly written: WrittenReport;
  readonly draft: ReportDraft;
  readonly order: Order;
}

/** All that the commitment's transaction needs. */
export interface ReadyReport {
  readonly order: Order;
  readonly report: VaultReport;
  readonly purchase: PurchaseProofAnswer;
  readonly buyerSalt: Hex;
}

/** Seals a report: derives both salts, keeps the report in the vault before anything is sent, and fetches the proof of purchase. */
export function useSealReport(): (sealing: Sealing) => Promise<ReadyReport> {
  const { chain, contracts } = useAppConfig();
  const { request } = useSession();
  const { put } = useVault();
  const unlock = useRootSecret();
  return useCallback(
    async ({ lot, experiencerId, written, draft, order }) => {
      const root = await unlock();
      const salt = buyerSalt(root, lot.number, order.commitmentNonce);
      if (buyerCommitment(order.buyer, salt) !== order.buyerCommitment) throw new SaltError();
      const purchase = await request<PurchaseProofAnswer>(`/proofs/purchases/${order.orderId}`);
      const { evidenceDigest, commitment } = sealReport(written, {
        chainId: chain.id,
        evaluations: contracts.evaluations,
        lotId: lot.number,
        experiencerId,
        salt: reportSalt(root, lot.number),
      });
      const report: VaultReport = { ...written, lotId: lot.number, experiencerId, evidenceDigest, commitment, draft };
      if (!put(reportEntry(lot.number), report)) throw new NotKeptError();
      return { order, report, purchase, buyerSalt: salt };
    },
    [chain.id, contracts.evaluations, request, put, unlock],
  );
}
