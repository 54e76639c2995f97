import type { Address } from 'viem';

/** Names a round of a dispute in one court of one chain: what every hash of the court binds. */
export interface RoundKey {
  chainId: number | bigint;
  court: Address;
  disputeId: bigint;
  /** 0, 1 or 2 */
  round: number;
}
