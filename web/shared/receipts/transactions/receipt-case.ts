import { contractCall } from '../../transactions/contract-call.ts';
import type { TransactionRequest } from '../../transactions/transaction.ts';
import type { ReadReceipt } from '../receipt-file.ts';

/** Challenges the platform to show that its statement holds a receipt. @param pledge in wei */
export function challengeReceipt({ receipt, signature, digest }: ReadReceipt, pledge: bigint): TransactionRequest {
  return {
    summary: {
      en: `Challenge platform ${receipt.platformId} about a receipt of epoch ${receipt.epoch}`,
      'zh-Hans': `就第 ${receipt.epoch} 周期的收据质疑平台 ${receipt.platformId}`,
    },
    call: contractCall('platforms', 'challengeReceipt', [receipt, signature]),
    value: pledge,
    subject: `receipt:${digest}`,
  };
}

/** Takes from the bond of a platform that did not answer; anybody may. */
export function slashReceipt({ receipt, digest }: Pick<ReadReceipt, 'receipt' | 'digest'>): TransactionRequest {
  return {
    summary: {
      en: `Have platform ${receipt.platformId} slashed`,
      'zh-Hans': `执行对平台 ${receipt.platformId} 的罚没`,
    },
    call: contractCall('platforms', 'slashReceipt', [receipt]),
    subject: `receipt:${digest}`,
  };
}

/** Slashes a platform that signed two different receipts for one order; at once. */
export function slashEquivocation([first, second]: readonly [ReadReceipt, ReadReceipt]): TransactionRequest {
  const { platformId, orderId } = first.receipt;
  return {
    summary: {
      en: `Have platform ${platformId} slashed for two receipts of one order`,
      'zh-Hans': `因一单两据罚没平台 ${platformId}`,
    },
    call: contractCall('platforms', 'slashEquivocation', [
      first.receipt,
      first.signature,
      second.receipt,
      second.signature,
    ]),
    subject: `order:${platformId}:${orderId}`,
  };
}

/** Pays whoever showed two receipts for one order his half of the penalty. */
export function withdrawEquivocation({ receipt: { platformId, orderId } }: ReadReceipt): TransactionRequest {
  return {
    summary: { en: 'Withdraw a reward', 'zh-Hans': '提取奖励' },
    call: contractCall('platforms', 'withdrawEquivocationReward', [platformId, orderId]),
    subject: `order:${platformId}:${orderId}`,
  };
}
