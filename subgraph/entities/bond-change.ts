import { BigInt, ethereum } from '@graphprotocol/graph-ts';
import { BondChange, Platform } from '../generated/schema';
import { logId } from './id';

/** Notes what happened to the bond that `platform` has now. The caller adds who, from when on and the slash, and saves. */
export function newBondChange(event: ethereum.Event, platform: Platform, kind: string, amount: BigInt): BondChange {
  const change = new BondChange(logId(event));
  change.platform = platform.id;
  change.kind = kind;
  change.amount = amount;
  change.bond = platform.bond;
  change.timestamp = event.block.timestamp;
  change.blockNumber = event.block.number;
  change.transactionHash = event.transaction.hash;
  return change;
}
