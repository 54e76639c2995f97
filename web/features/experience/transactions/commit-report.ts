import type { Hex } from 'viem';
import type { PurchaseProofAnswer } from '../../../../relay/api/statements.ts';
import { contractCall } from '../../../shared/transactions/contract-call.ts';
import type { TransactionRequest } from '../../../shared/transactions/transaction.ts';

interface Commit {
  readonly purchase: PurchaseProofAnswer;
  /** Opens the receipt's buyer commitment. */
  readonly salt: Hex;
  readonly commitment: Hex;
  /** Smallest units. */
  readonly bond: bigint;
  readonly lotCode: string;
}

/** Shows a purchase, pays the bond and commits to a report. */
export function commitReport({ purchase, salt, commitment, bond, lotCode }: Commit): TransactionRequest {
  const { receipt, proof } = purchase;
  const path = (nodes: typeof proof.lotPath) => nodes.map(({ hash, sums }) => ({ hash, sums: BigInt(sums) }));
  return {
    summary: { en: `Commit to a report on lot ${lotCode}`, 'zh-Hans': `承诺批号 ${lotCode} 的报告` },
    call: contractCall('evaluations', 'commit', [
      {
        ...receipt,
        sales: BigInt(receipt.sales),
        fee: BigInt(receipt.fee),
        commission: BigInt(receipt.commission),
      },
      {
        receiptIndex: proof.receiptIndex,
        receiptPath: path(proof.receiptPath),
        nomineePath: path(proof.nomineePath),
        lotPath: path(proof.lotPath),
      },
      salt,
      commitment,
    ]),
    pulls: bond,
    subject: `report:${receipt.lotId}`,
  };
}
