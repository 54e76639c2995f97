import { BigInt } from '@graphprotocol/graph-ts';
import { StatementCommitted } from '../generated/Settlement/Settlement';
import { Platform, Statement } from '../generated/schema';
import { cidOf } from './cid';
import { getEpoch } from './epoch';
import { idOf, pairId } from './id';
import { getPlatform } from './platform';
import { getProtocol } from './protocol';

/** A statement that was posted before. */
export function getStatement(platform: BigInt, epoch: BigInt): Statement {
  return Statement.load(pairId(idOf(platform), idOf(epoch)))!;
}

export function newStatement(event: StatementCommitted): Statement {
  const given = event.params.statement;
  const protocol = getProtocol();
  const statement = new Statement(pairId(idOf(given.platformId), idOf(given.epoch)));
  statement.platform = getPlatform(given.platformId).id;
  statement.epoch = idOf(given.epoch);
  statement.lotRoot = given.lotRoot;
  statement.lotDepth = given.lotDepth;
  statement.recommenderRoot = given.recommenderRoot;
  statement.recommenderDepth = given.recommenderDepth;
  statement.dataDigest = given.dataDigest;
  statement.dataCid = cidOf(given.dataDigest);
  statement.orders = event.params.orders;
  statement.sales = event.params.sales;
  statement.fees = event.params.fees;
  statement.commissions = event.params.commissions;
  statement.expertBps = protocol.expertBps;
  statement.experiencerBps = protocol.experiencerBps;
  statement.deposit = event.params.deposit;
  statement.communeShare = event.params.communeShare;
  statement.remaining = event.params.deposit.minus(event.params.communeShare);
  statement.opensAt = event.params.opensAt;
  statement.swept = false;
  statement.openChallenges = 0;
  statement.openDemands = 0;
  statement.timestamp = event.block.timestamp;
  statement.blockNumber = event.block.number;
  statement.transactionHash = event.transaction.hash;
  return statement;
}

/** Adds a new statement to the totals of its platform, its epoch and everything. */
export function addToTotals(statement: Statement, epochNumber: BigInt): void {
  const platform = Platform.load(statement.platform)!;
  platform.statementCount++;
  platform.orders = platform.orders.plus(statement.orders);
  platform.sales = platform.sales.plus(statement.sales);
  platform.fees = platform.fees.plus(statement.fees);
  platform.commissions = platform.commissions.plus(statement.commissions);
  platform.save();

  const epoch = getEpoch(epochNumber);
  epoch.orders = epoch.orders.plus(statement.orders);
  epoch.sales = epoch.sales.plus(statement.sales);
  epoch.fees = epoch.fees.plus(statement.fees);
  epoch.commissions = epoch.commissions.plus(statement.commissions);
  epoch.deposits = epoch.deposits.plus(statement.deposit);
  epoch.communeShare = epoch.communeShare.plus(statement.communeShare);
  epoch.save();

  const protocol = getProtocol();
  protocol.statements++;
  protocol.orders = protocol.orders.plus(statement.orders);
  protocol.sales = protocol.sales.plus(statement.sales);
  protocol.fees = protocol.fees.plus(statement.fees);
  protocol.commissions = protocol.commissions.plus(statement.commissions);
  protocol.save();
}

/** What Settlement owes the audit fund grew. */
export function accrueToAuditFund(amount: BigInt): void {
  const protocol = getProtocol();
  protocol.settlementAuditFund = protocol.settlementAuditFund.plus(amount);
  protocol.save();
}
