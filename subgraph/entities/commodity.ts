import { BigInt, Bytes, ethereum } from '@graphprotocol/graph-ts';
import { CommodityListed } from '../generated/Commodities/Commodities';
import { CarryMovement, Commodity, CommodityChange, Model } from '../generated/schema';
import { CommodityDocument } from '../generated/templates';
import { cidOf } from './cid';
import { idOf, logId } from './id';

const ZERO = BigInt.zero();
const GTIN_DIGITS = 14;

/** A commodity that was listed before. */
export function getCommodity(number: BigInt): Commodity {
  return Commodity.load(idOf(number))!;
}

export function newCommodity(event: CommodityListed, producer: Bytes): Commodity {
  const given = event.params;
  const commodity = new Commodity(idOf(given.commodityId));
  commodity.number = given.commodityId.toI32();
  commodity.producer = producer;
  commodity.model = Model.load(idOf(given.modelId))!.id;
  if (!given.gtin.isZero()) commodity.gtin = given.gtin.toString().padStart(GTIN_DIGITS, '0');
  commodity.feeBps = given.feeBps;
  commodity.commissionBps = given.commissionBps;
  commodity.bond = given.bond;
  commodity.pledged = ZERO;
  commodity.retired = false;
  commodity.documentDigest = given.documentDigest;
  commodity.documentCid = cidOf(given.documentDigest);
  commodity.document = commodity.documentCid;
  CommodityDocument.create(commodity.documentCid);
  commodity.lotCount = 0;
  commodity.lastClosingEpoch = 0;
  commodity.standing = 'NEW';
  commodity.judgedLots = [];
  commodity.lastReports = 0;
  commodity.lastEffectiveReports = ZERO;
  commodity.trustedLots = 0;
  commodity.flaggedLots = 0;
  commodity.unprovenLots = 0;
  commodity.suspendedLots = 0;
  commodity.carry = ZERO;
  commodity.carrySinceOrdinal = 0;
  commodity.sales = ZERO;
  commodity.fees = ZERO;
  commodity.orders = ZERO;
  commodity.openCases = 0;
  commodity.charged = ZERO;
  commodity.listedAt = event.block.timestamp;
  return commodity;
}

/** The caller adds what changed and saves. */
export function recordChange(event: ethereum.Event, commodity: Bytes, kind: string): CommodityChange {
  const change = new CommodityChange(logId(event));
  change.commodity = commodity;
  change.kind = kind;
  change.timestamp = event.block.timestamp;
  change.blockNumber = event.block.number;
  change.transactionHash = event.transaction.hash;
  return change;
}

/**
 * Notes a movement of the carry; one of nothing is none.
 *
 * @param lot null: expired
 * @param amount always positive
 */
export function recordCarry(
  event: ethereum.Event,
  commodity: Commodity,
  lot: Bytes | null,
  kind: string,
  amount: BigInt,
): void {
  if (amount.isZero()) return;
  const movement = new CarryMovement(logId(event));
  movement.commodity = commodity.id;
  movement.lot = lot;
  movement.kind = kind;
  movement.amount = amount;
  movement.carry = commodity.carry;
  movement.timestamp = event.block.timestamp;
  movement.blockNumber = event.block.number;
  movement.transactionHash = event.transaction.hash;
  movement.save();
}
