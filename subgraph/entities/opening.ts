import { Bytes } from '@graphprotocol/graph-ts';
import { LotOpened, NomineeOpened, RecommenderOpened } from '../generated/Settlement/Settlement';
import { LotOpening, NomineeOpening, RecommenderOpening } from '../generated/schema';
import { idOf, logId } from './id';

export function recordLotOpening(event: LotOpened, statement: Bytes, lot: Bytes): void {
  const opening = new LotOpening(logId(event));
  opening.statement = statement;
  opening.lot = lot;
  opening.innerRoot = event.params.innerRoot;
  opening.innerDepth = event.params.innerDepth;
  opening.expert = event.params.expert;
  opening.orders = event.params.orders;
  opening.sales = event.params.sales;
  opening.fees = event.params.fees;
  opening.commissions = event.params.commissions;
  opening.expertShare = event.params.expertShare;
  opening.potShare = event.params.potShare;
  opening.late = event.params.late;
  opening.timestamp = event.block.timestamp;
  opening.blockNumber = event.block.number;
  opening.transactionHash = event.transaction.hash;
  opening.save();
}

export function recordNomineeOpening(event: NomineeOpened, statement: Bytes, lot: Bytes, nomination: Bytes): void {
  const opening = new NomineeOpening(logId(event));
  opening.statement = statement;
  opening.lot = lot;
  opening.nomination = nomination;
  opening.innerRoot = event.params.innerRoot;
  opening.orders = event.params.orders;
  opening.fees = event.params.fees;
  opening.timestamp = event.block.timestamp;
  opening.blockNumber = event.block.number;
  opening.transactionHash = event.transaction.hash;
  opening.save();
}

/** The caller adds the payout, if there is one, and saves. Only 0 is a recommender's number that nobody has. */
export function recordRecommenderOpening(event: RecommenderOpened, statement: Bytes): RecommenderOpening {
  const opening = new RecommenderOpening(logId(event));
  opening.statement = statement;
  opening.recommenderNumber = event.params.recommenderId.toI32();
  if (opening.recommenderNumber != 0) opening.recommender = idOf(event.params.recommenderId);
  opening.innerRoot = event.params.innerRoot;
  opening.orders = event.params.orders;
  opening.sales = event.params.sales;
  opening.commissions = event.params.commissions;
  opening.timestamp = event.block.timestamp;
  opening.blockNumber = event.block.number;
  opening.transactionHash = event.transaction.hash;
  return opening;
}
