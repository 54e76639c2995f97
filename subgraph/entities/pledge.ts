import { BigInt, ethereum } from '@graphprotocol/graph-ts';
import { PledgeMovement } from '../generated/schema';
import { logId } from './id';

/** A movement of pledges in the contract that emitted `event`. The caller adds whose, which platform and which case, and saves. */
export function newPledgeMovement(event: ethereum.Event, kind: string, amount: BigInt): PledgeMovement {
  const movement = new PledgeMovement(logId(event));
  movement.contract = event.address;
  movement.kind = kind;
  movement.amount = amount;
  movement.timestamp = event.block.timestamp;
  movement.blockNumber = event.block.number;
  movement.transactionHash = event.transaction.hash;
  return movement;
}
