import { Bytes, ethereum } from '@graphprotocol/graph-ts';
import { CourtDisputeChange } from '../generated/schema';
import { logId } from './id';

/** A step of a dispute before the court. */
export function newCourtDisputeChange(
  event: ethereum.Event,
  dispute: Bytes,
  round: Bytes,
  kind: string,
): CourtDisputeChange {
  const change = new CourtDisputeChange(logId(event));
  change.dispute = dispute;
  change.round = round;
  change.kind = kind;
  change.timestamp = event.block.timestamp;
  change.blockNumber = event.block.number;
  change.transactionHash = event.transaction.hash;
  return change;
}
