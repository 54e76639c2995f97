import type { Address, Hex } from 'viem';

/** What one statement is bound to: nothing signed or proven here holds on another chain, contract, platform or epoch. */
export interface StatementScope {
  chainId: number | bigint;
  settlement: Address;
  /** uint32 */
  platformId: number;
  /** uint32 */
  epoch: number;
}

/** The part of a posted statement that proofs are checked against. */
export interface StatementRoots {
  lotRoot: Hex;
  /** 0 … 32 */
  lotDepth: number;
  recommenderRoot: Hex;
  /** 0 … 32 */
  recommenderDepth: number;
  /** packed sums of all receipts; both roots carry them */
  totals: bigint;
}
