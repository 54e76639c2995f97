import { BigInt, Bytes, ethereum } from '@graphprotocol/graph-ts';
import { Account, CourtMovement } from '../generated/schema';
import { bigEndian, logId } from './id';

const ZERO = BigInt.zero();

/**
 * A movement of what the contract that emitted `event` owes an account. The caller adds what it is about and saves.
 *
 * @param part tells movements of one event apart
 */
export function newCourtMovement(
  event: ethereum.Event,
  part: i32,
  kind: string,
  account: Bytes,
  coins: BigInt,
  tokens: BigInt,
): CourtMovement {
  const movement = new CourtMovement(logId(event).concat(bigEndian(part, 1)));
  movement.contract = event.address;
  movement.kind = kind;
  movement.account = account;
  movement.coins = coins;
  movement.tokens = tokens;
  movement.timestamp = event.block.timestamp;
  movement.blockNumber = event.block.number;
  movement.transactionHash = event.transaction.hash;
  return movement;
}

/** Credits an account with coins of a dispute; of nothing there is no movement. */
export function creditCoins(
  event: ethereum.Event,
  kind: string,
  account: Account,
  dispute: Bytes,
  coins: BigInt,
): void {
  if (!coins.isZero()) {
    const movement = newCourtMovement(event, 0, kind, account.id, coins, ZERO);
    movement.dispute = dispute;
    movement.save();
  }
  account.courtCoins = account.courtCoins.plus(coins);
  account.save();
}
