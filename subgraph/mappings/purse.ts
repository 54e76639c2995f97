// Money and coins that wait in Disputes.
import { BigInt } from '@graphprotocol/graph-ts';
import { getAccount, newCreditMovement } from '../entities/account';
import { getCase } from '../entities/case';
import { newCourtMovement } from '../entities/court-movement';
import { countLostBond } from '../entities/dispute-totals';
import { recordAppointment, recordFundPayment, recordParameter } from '../entities/governance';
import { getProtocol } from '../entities/protocol';
import {
  ArbitratorAppointed,
  AuditFundCollected,
  BondRequiredSet,
  BondSettled,
  CoinsWithdrawn,
  CreditWithdrawn,
  FeeCredited,
  FeesReturned,
} from '../generated/Disputes/Disputes';

const ZERO = BigInt.zero();

/* CREDITED */

export function handleBondSettled(event: BondSettled): void {
  const given = event.params;
  if (given.lost) return countLostBond(event, given.bond);
  const account = getAccount(given.challenger);
  account.disputesCredit = account.disputesCredit.plus(given.bond);
  account.save();
  if (given.bond.isZero()) return;
  const movement = newCreditMovement(event, account.id, 'CHALLENGE_BOND', given.bond);
  movement.case_ = getCase(given.caseId).id;
  movement.save();
}

/** After a case was carried out only what an arbitrator paid back is credited. */
export function handleFeeCredited(event: FeeCredited): void {
  const given = event.params;
  const account = getAccount(given.account);
  account.disputesCoins = account.disputesCoins.plus(given.amount);
  account.save();
  const one = getCase(given.caseId);
  const movement = newCourtMovement(event, 0, 'FEE_CREDITED', account.id, given.amount, ZERO);
  movement.case_ = one.id;
  movement.save();
  if (one.state != 'CLOSED' || one.moot) return;
  const protocol = getProtocol();
  protocol.returnedFees = protocol.returnedFees.minus(given.amount);
  protocol.save();
}

export function handleFeesReturned(event: FeesReturned): void {
  const protocol = getProtocol();
  protocol.returnedFees = protocol.returnedFees.plus(event.params.amount);
  protocol.save();
}

/* PAID OUT */

export function handleDisputesCreditWithdrawn(event: CreditWithdrawn): void {
  const account = getAccount(event.params.account);
  account.disputesCredit = account.disputesCredit.minus(event.params.amount);
  account.save();
  newCreditMovement(event, account.id, 'WITHDRAWAL', event.params.amount).save();
}

export function handleCoinsWithdrawn(event: CoinsWithdrawn): void {
  const account = getAccount(event.params.account);
  account.disputesCoins = account.disputesCoins.minus(event.params.amount);
  account.save();
  newCourtMovement(event, 0, 'WITHDRAWAL', account.id, event.params.amount, ZERO).save();
}

export function handleLostBondsCollected(event: AuditFundCollected): void {
  if (event.params.amount.isZero()) return;
  const protocol = getProtocol();
  protocol.disputesAuditFund = ZERO;
  protocol.save();
  recordFundPayment(event, 'AUDIT_FUND', event.params.to, event.params.amount, null);
}

/* GOVERNANCE */

export function handleArbitratorAppointed(event: ArbitratorAppointed): void {
  const protocol = getProtocol();
  protocol.arbitrator = event.params.arbitrator;
  protocol.save();
  recordAppointment(event, 0, 'arbitrator', event.params.arbitrator, true);
}

export function handleBondRequiredSet(event: BondRequiredSet): void {
  const protocol = getProtocol();
  protocol.challengeBond = event.params.current;
  protocol.save();
  recordParameter(event, 0, 'challengeBond', event.params.previous, event.params.current);
}
