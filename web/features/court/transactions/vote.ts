import type { Hex } from 'viem';
import { contractCall } from '../../../shared/transactions/contract-call.ts';
import type { TransactionRequest } from '../../../shared/transactions/transaction.ts';

interface SeatKey {
  readonly disputeId: number;
  readonly round: number;
  readonly seat: number;
}

/** Commits a sealed vote. */
export function commitVote({ disputeId, round, seat }: SeatKey, commitment: Hex): TransactionRequest {
  return {
    summary: { en: `Vote in dispute ${disputeId}`, 'zh-Hans': `在争议 ${disputeId} 中投票` },
    call: contractCall('court', 'commit', [BigInt(disputeId), BigInt(round), BigInt(seat), commitment]),
    subject: `court:${disputeId}`,
  };
}

/** Opens a vote. */
export function revealVote({ disputeId, round, seat }: SeatKey, choice: number, salt: Hex): TransactionRequest {
  return {
    summary: { en: `Reveal the vote in dispute ${disputeId}`, 'zh-Hans': `揭示争议 ${disputeId} 中的投票` },
    call: contractCall('court', 'reveal', [BigInt(disputeId), BigInt(round), BigInt(seat), BigInt(choice), salt]),
    subject: `court:${disputeId}`,
  };
}
