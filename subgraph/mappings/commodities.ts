import { BigInt } from '@graphprotocol/graph-ts';
import { accountId } from '../entities/account';
import { getCommodity, newCommodity, recordChange } from '../entities/commodity';
import { LOT_STATES } from '../entities/enums';
import { epochAt } from '../entities/epoch';
import { recordAppointment, recordParameter } from '../entities/governance';
import { conclude, getLot, newLot, suspend } from '../entities/lot';
import { openClaims, recordVerdict, revealClaims } from '../entities/lot-parameter';
import { getProtocol } from '../entities/protocol';
import { newRound } from '../entities/round';
import { setInt } from '../entities/set-int';
import {
  BondChanged,
  BondHeld,
  BondReleased,
  CommodityBondSet,
  CommodityListed,
  CommodityRetired,
  DisputesAppointed,
  EvaluationsAppointed,
  LotOffered,
  LotSuspended,
  LotUnsealed,
  TermsSet,
  TwinProven,
  TwinUnproven,
  UnsealChargeSet,
} from '../generated/Commodities/Commodities';
import { Commodity, Model, Round } from '../generated/schema';

/* PRODUCER */

export function handleCommodityListed(event: CommodityListed): void {
  const commodity = newCommodity(event, accountId(event.params.producer));
  commodity.save();
  const change = recordChange(event, commodity.id, 'LISTED');
  setInt(change, 'feeBps', commodity.feeBps);
  setInt(change, 'commissionBps', commodity.commissionBps);
  change.bond = commodity.bond;
  change.save();
  const model = Model.load(commodity.model)!;
  model.commodityCount++;
  model.save();
  const protocol = getProtocol();
  protocol.commodities++;
  protocol.save();
}

export function handleTermsSet(event: TermsSet): void {
  const commodity = getCommodity(event.params.commodityId);
  commodity.feeBps = event.params.feeBps;
  commodity.commissionBps = event.params.commissionBps;
  commodity.save();
  const change = recordChange(event, commodity.id, 'TERMS_SET');
  setInt(change, 'feeBps', commodity.feeBps);
  setInt(change, 'commissionBps', commodity.commissionBps);
  change.save();
}

export function handleBondChanged(event: BondChanged): void {
  const commodity = getCommodity(event.params.commodityId);
  commodity.bond = event.params.bond;
  commodity.save();
  const change = recordChange(event, commodity.id, 'BOND_CHANGED');
  change.bond = commodity.bond;
  change.save();
}

export function handleCommodityRetired(event: CommodityRetired): void {
  const commodity = getCommodity(event.params.commodityId);
  commodity.retired = true;
  commodity.save();
  recordChange(event, commodity.id, 'RETIRED').save();
}

export function handleLotOffered(event: LotOffered): void {
  const commodity = getCommodity(event.params.commodityId);
  const lot = newLot(event, commodity);
  lot.save();
  openClaims(lot, event.params.lot.claims);
  newRound(lot).save();
  commodity.lotCount = lot.ordinal;
  commodity.pledged = commodity.pledged.plus(lot.sealCharge);
  if (lot.closingEpoch > commodity.lastClosingEpoch) commodity.lastClosingEpoch = lot.closingEpoch;
  commodity.save();
  const model = Model.load(lot.model)!;
  model.lotCount++;
  model.save();
  const protocol = getProtocol();
  protocol.lots++;
  protocol.save();
  const epoch = epochAt(event.block.timestamp);
  epoch.lotsOffered++;
  epoch.save();
}

export function handleLotUnsealed(event: LotUnsealed): void {
  const lot = getLot(event.params.lotId);
  lot.unsealed = true;
  lot.unsealedAt = event.block.timestamp;
  lot.save();
  revealClaims(lot.id, event.params.claims);
}

/* EVALUATIONS */

/** After an overturn the consensus is the challenger's. */
export function handleTwinProven(event: TwinProven): void {
  const verdict = event.params.verdict;
  const lot = getLot(event.params.lotId);
  const round = Round.load(lot.id)!;
  round.consensus = verdict.consensus;
  round.save();
  setInt(lot, 'gradeBps', verdict.overallBps);
  lot.reports = verdict.reports.toI32();
  lot.effectiveReports = verdict.effectiveReports;
  conclude(lot, LOT_STATES[verdict.state], event.block.timestamp);
  recordVerdict(lot.id, verdict.consensus, verdict.grades, verdict.contested);
}

export function handleTwinUnproven(event: TwinUnproven): void {
  const lot = getLot(event.params.lotId);
  lot.reports = event.params.reports.toI32();
  conclude(lot, 'UNPROVEN', event.block.timestamp);
}

/** Because a seal stayed closed, which ends the round ({handleRoundFinalized} follows); or by a court, at any time. */
export function handleLotSuspended(event: LotSuspended): void {
  const lot = getLot(event.params.lotId);
  lot.charged = lot.charged.plus(event.params.charged);
  suspend(lot, event.block.timestamp);
  const commodity = Commodity.load(lot.commodity)!;
  commodity.charged = commodity.charged.plus(event.params.charged);
  commodity.save();
}

/* DISPUTES */

export function handleBondHeld(event: BondHeld): void {
  countCases(event.params.lotId, 1, event.params.cases);
}

export function handleBondReleased(event: BondReleased): void {
  countCases(event.params.lotId, -1, event.params.cases);
}

/** @param ofCommodity open ones about all lots of the commodity, afterwards */
function countCases(lotId: BigInt, change: i32, ofCommodity: BigInt): void {
  const lot = getLot(lotId);
  lot.openCases += change;
  lot.save();
  const commodity = Commodity.load(lot.commodity)!;
  commodity.openCases = ofCommodity.toI32();
  commodity.save();
}

/* GOVERNANCE */

export function handleLotDisputesAppointed(event: DisputesAppointed): void {
  recordAppointment(event, 0, 'disputes', event.params.disputes, true);
}

export function handleEvaluationsAppointed(event: EvaluationsAppointed): void {
  recordAppointment(event, 0, 'evaluations', event.params.evaluations, true);
}

export function handleCommodityBondSet(event: CommodityBondSet): void {
  const protocol = getProtocol();
  protocol.commodityBond = event.params.current;
  protocol.save();
  recordParameter(event, 0, 'commodityBond', event.params.previous, event.params.current);
}

export function handleUnsealChargeSet(event: UnsealChargeSet): void {
  const protocol = getProtocol();
  protocol.unsealChargeBps = event.params.currentBps.toI32();
  protocol.save();
  recordParameter(event, 0, 'unsealChargeBps', event.params.previousBps, event.params.currentBps);
}
