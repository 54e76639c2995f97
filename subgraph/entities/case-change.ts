import { ethereum } from '@graphprotocol/graph-ts';
import { Case, CaseChange } from '../generated/schema';
import { logId } from './id';

/** A step of `one`, as it is after an event. */
export function newCaseChange(event: ethereum.Event, one: Case, kind: string): CaseChange {
  const change = new CaseChange(logId(event));
  change.case_ = one.id;
  change.kind = kind;
  change.state = one.state;
  change.timestamp = event.block.timestamp;
  change.blockNumber = event.block.number;
  change.transactionHash = event.transaction.hash;
  return change;
}
