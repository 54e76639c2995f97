import type { Hex, TransactionReceipt } from 'viem';
import type { Localized } from '../../../protocol/documents/quality-model/types.ts';
import type { ContractCall } from './contract-call.ts';

/** The settlement asset, or CTT. */
export type Currency = 'asset' | 'token';

/** What a page wants the user's wallet to do. */
export interface TransactionRequest {
  /** What it does, in both languages: it is kept in the history. "Offer lot BL-2026-11". */
  readonly summary: Localized;
  readonly call: ContractCall;
  /** Smallest units that the contract pulls; paid for by a permit in the same transaction, never by an approval. */
  readonly pulls?: bigint;
  /** What it pulls; the settlement asset unless said. */
  readonly currency?: Currency;
  /** Wei of the chain's coin that go with it; not together with `pulls`: a call that uses a permit takes no coins. */
  readonly value?: bigint;
  /** What it is about, such as `lot:7`; pages ask {@link usePending} whether something is on its way for it. */
  readonly subject?: string;
}

/**
 * pending: sent; indexing: in a block that the index has not taken in yet; done; failed: reverted; replaced: another transaction
 * with the same number took its place; dropped: the chain forgot it (a reorganisation, or it was never mined).
 */
export type TransactionState = 'pending' | 'indexing' | 'done' | 'failed' | 'replaced' | 'dropped';

/** A transaction in the history of this browser. */
export interface TransactionRecord {
  readonly hash: Hex;
  readonly summary: Localized;
  readonly subject: string | null;
  readonly state: TransactionState;
  /** Wall clock, milliseconds. */
  readonly sentAt: number;
  readonly blockNumber: number | null;
}

/** How a transaction ended. */
export type TransactionOutcome =
  | { readonly state: 'done' | 'failed'; readonly receipt: TransactionReceipt }
  | { readonly state: 'replaced' | 'dropped' };

export interface TransactionEnd {
  readonly outcome: TransactionOutcome;
  /** Resolves when the page shows what has come of it; never rejects. */
  readonly refreshed: Promise<unknown>;
}
