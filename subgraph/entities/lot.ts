import { BigInt } from '@graphprotocol/graph-ts';
import { LotOffered } from '../generated/Commodities/Commodities';
import { Commodity, Lot } from '../generated/schema';
import { LotDocument } from '../generated/templates';
import { cidOf } from './cid';
import { idOf } from './id';
import { revisionId } from './model';
import { enterRecord } from './standing';
import { textOf } from './text';

const ZERO = BigInt.zero();
/** Delivery, return period and statement; see Schedule.sol. */
const REPORTING_EPOCHS = 3;

/** A lot that was offered before. */
export function getLot(number: BigInt): Lot {
  return Lot.load(idOf(number))!;
}

export function newLot(event: LotOffered, commodity: Commodity): Lot {
  const given = event.params.lot;
  const lot = new Lot(idOf(event.params.lotId));
  lot.number = event.params.lotId.toI32();
  lot.commodity = commodity.id;
  lot.model = commodity.model;
  lot.revision = revisionId(commodity.model, given.revision);
  lot.producer = commodity.producer;
  lot.lotCode = textOf(event.params.lotCode);
  lot.units = given.units;
  lot.ordinal = given.ordinal.toI32();
  lot.startEpoch = given.startEpoch.toI32();
  lot.epochs = given.epochs;
  lot.saleEndEpoch = lot.startEpoch + lot.epochs;
  lot.closingEpoch = lot.saleEndEpoch + REPORTING_EPOCHS;
  lot.state = 'OFFERED';
  lot.feeBps = given.feeBps;
  lot.commissionBps = given.commissionBps;
  lot.sealCharge = given.sealCharge;
  lot.evaluations = given.evaluations;
  lot.sealedClaims = given.sealedClaims;
  lot.unsealed = false;
  lot.documentDigest = event.params.documentDigest;
  lot.documentCid = cidOf(event.params.documentDigest);
  lot.document = lot.documentCid;
  LotDocument.create(lot.documentCid);
  lot.reports = 0;
  lot.effectiveReports = ZERO;
  lot.charged = ZERO;
  lot.condemned = false;
  lot.concluded = false;
  lot.openCases = 0;
  lot.orders = ZERO;
  lot.sales = ZERO;
  lot.fees = ZERO;
  lot.commissions = ZERO;
  lot.pot = ZERO;
  lot.offeredAt = event.block.timestamp;
  lot.transactionHash = event.transaction.hash;
  return lot;
}

/**
 * Ends a lot's round with what it found: grade and reports are in `lot` already. A lot that was suspended before stays so, and
 * has its place in the record.
 */
export function conclude(lot: Lot, state: string, time: BigInt): void {
  const commodity = Commodity.load(lot.commodity)!;
  commodity.pledged = commodity.pledged.minus(lot.sealCharge);
  lot.concluded = true;
  lot.concludedAt = time;
  if (lot.state != 'SUSPENDED') {
    lot.state = state;
    lot.save();
    countState(commodity, state, 1);
    if (state == 'SUSPENDED') lot.suspendedAt = time;
    if (state != 'UNPROVEN') enterRecord(commodity, lot);
  }
  lot.save();
  commodity.save();
}

/** Suspends a lot whose round may or may not be over; nothing if it is suspended. Grade, reports and charge are in `lot` already. */
export function suspend(lot: Lot, time: BigInt): void {
  if (lot.state != 'SUSPENDED') {
    const commodity = Commodity.load(lot.commodity)!;
    if (lot.concluded) countState(commodity, lot.state, -1);
    countState(commodity, 'SUSPENDED', 1);
    lot.state = 'SUSPENDED';
    lot.suspendedAt = time;
    lot.save();
    enterRecord(commodity, lot);
    commodity.save();
  }
  lot.save();
}

function countState(commodity: Commodity, state: string, change: i32): void {
  if (state == 'TRUSTED') commodity.trustedLots += change;
  else if (state == 'FLAGGED') commodity.flaggedLots += change;
  else if (state == 'SUSPENDED') commodity.suspendedLots += change;
  else commodity.unprovenLots += change;
}
