import { type Address, zeroAddress } from 'viem';
import { contractCall } from '../../../shared/transactions/contract-call.ts';
import type { TransactionRequest } from '../../../shared/transactions/transaction.ts';

const subjectOf = (platformId: number) => `platform:${platformId}`;

/** Adds to a bond by a permit; anybody may. @param amount in smallest units */
export function depositBond(platformId: number, amount: bigint): TransactionRequest {
  return {
    summary: { en: `Add to the bond of platform ${platformId}`, 'zh-Hans': `追加平台 ${platformId} 的保证金` },
    call: contractCall('platforms', 'depositBond', [platformId, amount]),
    pulls: amount,
    subject: subjectOf(platformId),
  };
}

/** Asks a part of the bond back, or nothing any more. @param amount in smallest units; 0: leave it all in */
export function requestWithdrawal(platformId: number, amount: bigint): TransactionRequest {
  return {
    summary:
      amount === 0n
        ? { en: `Leave the bond of platform ${platformId} in`, 'zh-Hans': `撤销平台 ${platformId} 保证金的取回申请` }
        : { en: `Ask back bond of platform ${platformId}`, 'zh-Hans': `申请取回平台 ${platformId} 的保证金` },
    call: contractCall('platforms', 'requestWithdrawal', [platformId, amount]),
    subject: subjectOf(platformId),
  };
}

/** Pays out what was asked back twelve epochs ago. */
export function withdrawBond(platformId: number): TransactionRequest {
  return {
    summary: { en: `Withdraw bond of platform ${platformId}`, 'zh-Hans': `取回平台 ${platformId} 的保证金` },
    call: contractCall('platforms', 'withdrawBond', [platformId]),
    subject: subjectOf(platformId),
  };
}

/** Names the key that signs receipts of an epoch to come and later ones. */
export function setSigner(platformId: number, signer: Address, fromEpoch: number): TransactionRequest {
  return {
    summary: {
      en: `New key of platform ${platformId} from epoch ${fromEpoch} on`,
      'zh-Hans': `平台 ${platformId} 自第 ${fromEpoch} 周期起启用新密钥`,
    },
    call: contractCall('platforms', 'setSigner', [platformId, signer, fromEpoch]),
    subject: subjectOf(platformId),
  };
}

export function setEndpoint(platformId: number, endpoint: string): TransactionRequest {
  return {
    summary: { en: `Service of platform ${platformId}`, 'zh-Hans': `平台 ${platformId} 的服务地址` },
    call: contractCall('platforms', 'setEndpoint', [platformId, endpoint]),
    subject: subjectOf(platformId),
  };
}

export function setMirrors(platformId: number, mirrors: readonly string[]): TransactionRequest {
  return {
    summary: { en: `Mirrors of platform ${platformId}`, 'zh-Hans': `平台 ${platformId} 的镜像` },
    call: contractCall('platforms', 'setMirrors', [platformId, mirrors]),
    subject: subjectOf(platformId),
  };
}

/** Offers the operator's role; null takes an offer back. */
export function offerOperator(platformId: number, to: Address | null): TransactionRequest {
  return {
    summary:
      to === null
        ? { en: `Keep platform ${platformId}`, 'zh-Hans': `撤回平台 ${platformId} 的转交` }
        : { en: `Offer platform ${platformId}`, 'zh-Hans': `提出转交平台 ${platformId}` },
    call: contractCall('platforms', 'offerOperator', [platformId, to ?? zeroAddress]),
    subject: subjectOf(platformId),
  };
}

export function acceptOperator(platformId: number): TransactionRequest {
  return {
    summary: { en: `Take platform ${platformId} over`, 'zh-Hans': `接管平台 ${platformId}` },
    call: contractCall('platforms', 'acceptOperator', [platformId]),
    subject: subjectOf(platformId),
  };
}

/** Pays the operator the pledges of answered cases; anybody may. */
export function collectPledges(platformId: number, from: 'platforms' | 'demands'): TransactionRequest {
  return {
    summary: { en: `Pledges won by platform ${platformId}`, 'zh-Hans': `领取平台 ${platformId} 赢得的押金` },
    call: contractCall(from, 'collectPledges', [platformId]),
    subject: subjectOf(platformId),
  };
}

/** Sends the audit fund its part of a platform's slashes; anybody may. */
export function collectAudit(platformId: number): TransactionRequest {
  return {
    summary: { en: `Audit fund’s part of slashes`, 'zh-Hans': '将罚没款转入审计基金' },
    call: contractCall('platforms', 'collectAudit', [platformId]),
    subject: subjectOf(platformId),
  };
}
