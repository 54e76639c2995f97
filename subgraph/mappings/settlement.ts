import { Address, BigInt, Bytes } from '@graphprotocol/graph-ts';
import { getAccount, newCreditMovement } from '../entities/account';
import { getCommodity, recordCarry } from '../entities/commodity';
import { getEpoch } from '../entities/epoch';
import { recordAppointment, recordFundPayment, recordSmallParameter } from '../entities/governance';
import { getLot } from '../entities/lot';
import { nominate } from '../entities/nomination';
import { recordLotOpening, recordNomineeOpening, recordRecommenderOpening } from '../entities/opening';
import { getProtocol } from '../entities/protocol';
import { accrueToAuditFund, addToTotals, getStatement, newStatement } from '../entities/statement';
import { countCommuneShare } from '../entities/validator-totals';
import {
  AuditFundCollected,
  CarryAdded,
  CarryExpired,
  CommuneCollected,
  CreditWithdrawn,
  LotOpened,
  NomineeOpened,
  PlatformsAppointed,
  PotTaken,
  RecipientsAppointed,
  RecommenderOpened,
  SharesSet,
  StatementCommitted,
  StatementSwept,
} from '../generated/Settlement/Settlement';
import { Commodity, Model, Recommender, Round } from '../generated/schema';

const ZERO = BigInt.zero();

/* STATEMENTS AND OPENINGS */

export function handleStatementCommitted(event: StatementCommitted): void {
  const statement = newStatement(event);
  statement.save();
  addToTotals(statement, event.params.epoch);
  const posted = getEpoch(event.params.epoch.plus(BigInt.fromI32(1)));
  posted.communeAccrued = posted.communeAccrued.plus(statement.communeShare);
  posted.save();
}

export function handleLotOpened(event: LotOpened): void {
  const given = event.params;
  const expert = getAccount(given.expert);
  expert.settlementCredit = expert.settlementCredit.plus(given.expertShare);
  expert.expertEarned = expert.expertEarned.plus(given.expertShare);
  expert.save();

  const statement = getStatement(given.platformId, given.epoch);
  statement.remaining = statement.remaining.minus(given.expertShare).minus(given.potShare);
  statement.save();
  const epoch = getEpoch(given.epoch);
  epoch.expertsPaid = epoch.expertsPaid.plus(given.expertShare);
  epoch.potsPaid = epoch.potsPaid.plus(given.potShare);
  epoch.save();

  const lot = getLot(given.lotId);
  lot.orders = lot.orders.plus(given.orders);
  lot.sales = lot.sales.plus(given.sales);
  lot.fees = lot.fees.plus(given.fees);
  lot.commissions = lot.commissions.plus(given.commissions);
  if (!given.late) lot.pot = lot.pot.plus(given.potShare);
  lot.save();
  const commodity = Commodity.load(lot.commodity)!;
  commodity.orders = commodity.orders.plus(given.orders);
  commodity.sales = commodity.sales.plus(given.sales);
  commodity.fees = commodity.fees.plus(given.fees);
  commodity.save();
  const model = Model.load(lot.model)!;
  model.earned = model.earned.plus(given.expertShare);
  model.save();

  recordLotOpening(event, statement.id, lot.id);
  if (given.expertShare.isZero()) return;
  const movement = newCreditMovement(event, expert.id, 'EXPERT_SHARE', given.expertShare);
  movement.lot = lot.id;
  movement.epoch = epoch.id;
  movement.save();
}

export function handleNomineeOpened(event: NomineeOpened): void {
  const statement = getStatement(event.params.platformId, event.params.epoch);
  const lot = getLot(event.params.lotId);
  const nomination = nominate(event, lot.id);
  recordNomineeOpening(event, statement.id, lot.id, nomination.id);
}

export function handleRecommenderOpened(event: RecommenderOpened): void {
  const given = event.params;
  const statement = getStatement(given.platformId, given.epoch);
  statement.remaining = statement.remaining.minus(given.commissions);
  statement.save();
  const epoch = getEpoch(given.epoch);
  epoch.recommendersPaid = epoch.recommendersPaid.plus(given.commissions);
  epoch.save();
  const opening = recordRecommenderOpening(event, statement.id);
  if (given.payout.equals(Address.zero())) {
    opening.save();
    accrueToAuditFund(given.commissions);
    return;
  }
  const payout = getAccount(given.payout);
  payout.settlementCredit = payout.settlementCredit.plus(given.commissions);
  payout.commissionsEarned = payout.commissionsEarned.plus(given.commissions);
  payout.save();
  opening.payout = payout.id;
  opening.save();
  const recommender = Recommender.load(opening.recommender as Bytes)!;
  recommender.orders = recommender.orders.plus(given.orders);
  recommender.sales = recommender.sales.plus(given.sales);
  recommender.commissions = recommender.commissions.plus(given.commissions);
  recommender.save();
  if (given.commissions.isZero()) return;
  const movement = newCreditMovement(event, payout.id, 'COMMISSION', given.commissions);
  movement.epoch = epoch.id;
  movement.save();
}

export function handleCreditWithdrawn(event: CreditWithdrawn): void {
  const account = getAccount(event.params.account);
  account.settlementCredit = account.settlementCredit.minus(event.params.amount);
  account.save();
  newCreditMovement(event, account.id, 'WITHDRAWAL', event.params.amount).save();
}

/* POTS AND CARRY */

/** The round notes what it drew; {handleRoundClosed} of the same transaction follows. */
export function handlePotTaken(event: PotTaken): void {
  const lot = getLot(event.params.lotId);
  lot.pot = ZERO;
  lot.save();
  const round = Round.load(lot.id)!;
  round.drawn = event.params.drawn;
  round.save();
  if (event.params.drawn.isZero()) return;
  const commodity = Commodity.load(lot.commodity)!;
  commodity.carry = event.params.carry;
  commodity.carrySinceOrdinal = commodity.lotCount;
  commodity.save();
  recordCarry(event, commodity, lot.id, 'DRAWN', event.params.drawn);
}

export function handleCarryAdded(event: CarryAdded): void {
  const commodity = getCommodity(event.params.commodityId);
  commodity.carry = event.params.carry;
  commodity.carrySinceOrdinal = commodity.lotCount;
  commodity.save();
  recordCarry(event, commodity, getLot(event.params.lotId).id, 'ADDED', event.params.added);
}

export function handleCarryExpired(event: CarryExpired): void {
  const commodity = getCommodity(event.params.commodityId);
  commodity.carry = ZERO;
  commodity.save();
  recordCarry(event, commodity, null, 'EXPIRED', event.params.amount);
  accrueToAuditFund(event.params.amount);
}

/* UPKEEP */

export function handleStatementSwept(event: StatementSwept): void {
  const statement = getStatement(event.params.platformId, event.params.epoch);
  statement.remaining = ZERO;
  statement.swept = true;
  statement.save();
  const epoch = getEpoch(event.params.epoch);
  epoch.swept = epoch.swept.plus(event.params.amount);
  epoch.save();
  accrueToAuditFund(event.params.amount);
}

/** Anybody may collect nothing of an epoch that never was; that is no movement. */
export function handleCommuneCollected(event: CommuneCollected): void {
  if (event.params.amount.isZero()) return;
  const epoch = getEpoch(event.params.epoch);
  epoch.communeAccrued = ZERO;
  epoch.save();
  recordFundPayment(event, 'COMMUNE', event.params.to, event.params.amount, epoch.id);
  countCommuneShare(event, event.params.amount);
}

export function handleAuditFundCollected(event: AuditFundCollected): void {
  if (event.params.amount.isZero()) return;
  const protocol = getProtocol();
  protocol.settlementAuditFund = ZERO;
  protocol.save();
  recordFundPayment(event, 'AUDIT_FUND', event.params.to, event.params.amount, null);
}

/* GOVERNANCE */

export function handleSharesSet(event: SharesSet): void {
  const protocol = getProtocol();
  recordSmallParameter(event, 0, 'expertBps', protocol.expertBps, event.params.expertBps);
  recordSmallParameter(event, 1, 'experiencerBps', protocol.experiencerBps, event.params.experiencerBps);
  recordSmallParameter(event, 2, 'communeBps', protocol.communeBps, event.params.communeBps);
  protocol.expertBps = event.params.expertBps;
  protocol.experiencerBps = event.params.experiencerBps;
  protocol.communeBps = event.params.communeBps;
  protocol.save();
}

export function handleRecipientsAppointed(event: RecipientsAppointed): void {
  recordAppointment(event, 0, 'commune', event.params.commune, true);
  recordAppointment(event, 1, 'auditFund', event.params.auditFund, true);
}

export function handlePlatformsAppointed(event: PlatformsAppointed): void {
  recordAppointment(event, 0, 'platforms', event.params.platforms, true);
}
