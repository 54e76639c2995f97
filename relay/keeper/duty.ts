import type { Address, Hex } from 'viem';
import type { TransactionError } from '../chain/outbox/tables.ts';

/** Something that anybody may do on chain and that is due now. */
export interface Duty {
  /** The same as long as it is the same thing to do, such as `claim/5/12`. */
  key: string;
  to: Address;
  data: Hex;
  /** Errors that say that somebody else has done it. */
  doneBy: readonly string[];
  /** Calls a stranger's contract: it may not make the keeper pay for more than this. */
  maxGas?: bigint;
  /** Why it cannot even be tried. */
  problem?: TransactionError;
}

/** Duties of one kind; those of a kind are sent together where the contract takes several calls at once. */
export interface DutyKind {
  /** In metrics and in the purposes of transactions. */
  name: string;
  /** What is due, oldest first. */
  due(now: number): Promise<Duty[]>;
}
