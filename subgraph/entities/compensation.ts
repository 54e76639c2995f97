import { Address, Bytes } from '@graphprotocol/graph-ts';
import { Compensated } from '../generated/Settlement/Settlement';
import { Compensation, ReceiptChallenge } from '../generated/schema';
import { idOf, logId } from './id';
import { referenceTo } from './receipt-challenge';

/** What `challenge` brought payees. The caller adds the nomination, if it counts, and saves. */
export function newCompensation(event: Compensated, challenge: ReceiptChallenge): Compensation {
  const paid = event.params.paid;
  const compensation = new Compensation(logId(event));
  compensation.platform = challenge.platform;
  compensation.epoch = challenge.epoch;
  compensation.receiptChallenge = challenge.id;
  compensation.slash = challenge.slash as Bytes;
  compensation.lot = idOf(event.params.lotId);
  compensation.lotNumber = event.params.lotId;
  compensation.amount = event.params.amount;
  if (paid.expert.notEqual(Address.zero())) compensation.expert = paid.expert;
  compensation.expertShare = paid.expertShare;
  compensation.potShare = paid.potShare;
  compensation.late = paid.late;
  compensation.nominatedFees = paid.nominatedFees;
  compensation.recommender = referenceTo(paid.recommenderId);
  compensation.recommenderNumber = paid.recommenderId;
  if (paid.payout.notEqual(Address.zero())) compensation.payout = paid.payout;
  compensation.commission = paid.commission;
  compensation.communeShare = paid.communeShare;
  compensation.auditShare = paid.auditShare;
  compensation.timestamp = event.block.timestamp;
  compensation.blockNumber = event.block.number;
  compensation.transactionHash = event.transaction.hash;
  return compensation;
}
