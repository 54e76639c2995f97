import { Bytes } from '@graphprotocol/graph-ts';
import { Commodity, Lot } from '../generated/schema';
import { setInt } from './set-int';

/** So many judged lots make the standing. */
const STANDING_LOTS = 4;

/**
 * Puts a judged lot into the commodity's record, as Commodities does: the order in which lots are concluded does not matter, and one that
 * is in it has its state there changed.
 */
export function enterRecord(commodity: Commodity, lot: Lot): void {
  const judged: Lot[] = [];
  const ids = commodity.judgedLots;
  for (let i = 0; i < ids.length; i++) {
    if (ids[i].notEqual(lot.id)) judged.push(Lot.load(ids[i])!);
  }
  let place = 0;
  while (place < judged.length && isNewer(judged[place], lot)) place++;
  const record: Lot[] = judged.slice(0, place).concat([lot]).concat(judged.slice(place)).slice(0, STANDING_LOTS);
  commodity.judgedLots = record.map<Bytes>((one) => one.id);
  commodity.lastJudgedLot = record[0].id;
  commodity.standing = standingOf(record);
  if (lot.state != 'SUSPENDED') enterProof(commodity, lot);
}

function enterProof(commodity: Commodity, lot: Lot): void {
  const last = commodity.lastProvenLot;
  if (last !== null && isNewer(Lot.load(last as Bytes)!, lot)) return;
  commodity.lastProvenLot = lot.id;
  setInt(commodity, 'lastGradeBps', lot.gradeBps);
  commodity.lastReports = lot.reports;
  commodity.lastEffectiveReports = lot.effectiveReports;
}

function isNewer(one: Lot, other: Lot): boolean {
  if (one.closingEpoch != other.closingEpoch) return one.closingEpoch > other.closingEpoch;
  return one.ordinal > other.ordinal;
}

/** @param record at least one lot, newest first */
function standingOf(record: Lot[]): string {
  let trusted = 0;
  let bad = 0;
  for (let i = 0; i < record.length; i++) {
    if (record[i].state == 'TRUSTED') trusted++;
    else bad++;
  }
  if (record[0].state != 'TRUSTED' || bad >= 2) return 'FLAGGED';
  return trusted == record.length ? 'TRUSTED' : 'MIXED';
}
