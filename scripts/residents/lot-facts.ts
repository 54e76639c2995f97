import type { Address, Hex } from 'viem';
import type { OnChainParameter } from '../../protocol/documents/quality-model/to-on-chain-parameters.ts';

/** What the chain says of a lot for ever. */
export interface LotFacts {
  readonly lotId: number;
  readonly lotCode: string;
  readonly commodityId: number;
  readonly modelId: number;
  readonly producer: Address;
  /** GTIN-14; `null`: none. */
  readonly gtin: string | null;
  readonly modelDigest: Hex;
  readonly parameters: readonly OnChainParameter[];
  readonly startEpoch: number;
  readonly epochs: number;
  /** Of the round: reveal, unseal, tally. */
  readonly closingEpoch: number;
  readonly feeBps: number;
  readonly sealedClaims: Hex;
  /** `null` for sealed parameters. */
  readonly openClaims: readonly (number | null)[];
}

/** Whether units may be sold in an epoch, as far as the lot's window says. */
export function isOnSale({ startEpoch, epochs }: LotFacts, epoch: number): boolean {
  return startEpoch <= epoch && epoch < startEpoch + epochs;
}
