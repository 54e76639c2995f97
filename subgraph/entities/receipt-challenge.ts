import { BigInt, Bytes } from '@graphprotocol/graph-ts';
import { ReceiptChallenged } from '../generated/Platforms/Platforms';
import { ReceiptChallenge, Statement } from '../generated/schema';
import { accountId } from './account';
import { getEpoch } from './epoch';
import { idOf, pairId } from './id';

/** A challenge that was opened before. */
export function getReceiptChallenge(digest: Bytes): ReceiptChallenge {
  return ReceiptChallenge.load(digest)!;
}

/**
 * An open challenge. Lot, recommender and nominee are what the platform wrote: where there is none with that number, it refers to
 * one that does not exist, which readers see as null.
 */
export function newReceiptChallenge(event: ReceiptChallenged): ReceiptChallenge {
  const receipt = event.params.receipt;
  const challenge = new ReceiptChallenge(event.params.digest);
  challenge.platform = idOf(event.params.platformId);
  // It is over: nobody can challenge a receipt of an epoch to come.
  const epoch = getEpoch(event.params.epoch);
  epoch.save();
  challenge.epoch = epoch.id;
  const statement = Statement.load(pairId(challenge.platform, epoch.id));
  if (statement != null) challenge.statement = statement.id;
  challenge.orderId = receipt.orderId;
  challenge.lot = idOf(receipt.lotId);
  challenge.lotNumber = receipt.lotId;
  challenge.quantity = receipt.quantity;
  challenge.sales = receipt.sales;
  challenge.fee = receipt.fee;
  challenge.commission = receipt.commission;
  challenge.recommender = referenceTo(receipt.recommenderId);
  challenge.recommenderNumber = receipt.recommenderId;
  challenge.nominee = referenceTo(receipt.nomineeId);
  challenge.nomineeNumber = receipt.nomineeId;
  challenge.buyerCommitment = receipt.buyerCommitment;
  challenge.challenger = accountId(event.params.challenger);
  challenge.pledge = event.params.pledge;
  challenge.openedAt = event.block.timestamp;
  challenge.deadline = event.params.deadline;
  challenge.state = 'OPEN';
  challenge.blockNumber = event.block.number;
  challenge.transactionHash = event.transaction.hash;
  return challenge;
}

/** Id of whoever has a number; null for 0, which is nobody's. */
export function referenceTo(number: BigInt): Bytes | null {
  return number.isZero() ? null : idOf(number);
}
