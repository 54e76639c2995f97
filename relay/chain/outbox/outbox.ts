import type { FastifyBaseLogger } from 'fastify';
import type { LocalAccount } from 'viem';
import type { Db } from '../../db/client.ts';
import type { Chain } from '../connect-chain.ts';
import type { Sender } from './tables.ts';

export interface OutboxOptions {
  /** A transaction that was not mined for so long is sent again with a higher fee. */
  stuckAfterMs: number;
  /** No higher fee per gas is paid, in wei; what costs more waits. */
  maxFeePerGas: bigint;
  /** How many transactions of an account may wait for the chain. */
  maxInFlight: number;
  /** How long one run waits for its transactions to be mined. */
  waitMs: number;
  pollMs: number;
}

export interface Outbox {
  readonly chain: Chain;
  readonly db: Db;
  readonly log: FastifyBaseLogger;
  readonly options: OutboxOptions;
}

/** An account with what it sends; its nonces are given in one place only. */
export interface SenderAccount {
  sender: Sender;
  account: LocalAccount;
}

export function senderAccounts({ operator, keeper }: Chain): SenderAccount[] {
  const accounts: SenderAccount[] = [{ sender: 'operator', account: operator }];
  if (keeper !== null) accounts.push({ sender: 'keeper', account: keeper });
  return accounts;
}
