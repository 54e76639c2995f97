import type { Address, Hex } from 'viem';
import type { Receipt } from '../../protocol/settlement/receipt.ts';

/** Everything that happened before the relay was started, as the local world's seed made it. Times are the chain's, in Unix seconds. */
export interface History {
  /** Of every lot that was ever offered, in the smallest unit of the settlement asset. */
  readonly prices: readonly { readonly lotId: number; readonly unitPrice: bigint }[];
  /**
   * Models, commodities, lots, profiles, and the reports that are revealed; canonical JSON, stored by CID. Order files are not
   * among them: the relay makes them again from the orders, byte for byte.
   */
  readonly documents: readonly Uint8Array[];
  /** Paid by the test provider. In the order in which they were placed. */
  readonly orders: readonly HistoricOrder[];
  /** By epoch, ascending. */
  readonly statements: readonly HistoricStatement[];
}

export interface HistoricOrder {
  readonly buyer: Address;
  readonly unitPrice: bigint;
  /** Public; the buyer's wallet derives his salt from it. */
  readonly commitmentNonce: Hex;
  /** Complete for settled orders. `epoch` is 0 and without meaning for the others: they are completed by the relay. */
  readonly receipt: Receipt;
  readonly createdAt: number;
  readonly paidAt: number;
  /** `null`: that has not happened yet. The state of the order follows. */
  readonly shippedAt: number | null;
  readonly deliveredAt: number | null;
  /** Return window over, receipt signed: in the epoch of the receipt. */
  readonly settledAt: number | null;
}

/** A statement that is on chain. Its orders are the settled ones with its epoch. */
export interface HistoricStatement {
  readonly epoch: number;
  /** Of the canonical order file. */
  readonly dataDigest: Hex;
  readonly transactionHash: Hex;
  readonly postedAt: number;
  /** All leaves are opened. */
  readonly opened: boolean;
}
