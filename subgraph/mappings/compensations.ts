import { Address } from '@graphprotocol/graph-ts';
import { getAccount, newCreditMovement, newSecondCreditMovement } from '../entities/account';
import { countCompensation } from '../entities/case-totals';
import { newCompensation } from '../entities/compensation';
import { epochAt } from '../entities/epoch';
import { bigEndian, idOf, logId } from '../entities/id';
import { getLot } from '../entities/lot';
import { nominateByCompensation } from '../entities/nomination';
import { getReceiptChallenge } from '../entities/receipt-challenge';
import { accrueToAuditFund } from '../entities/statement';
import { Compensated } from '../generated/Settlement/Settlement';
import { Compensation, Model, Platform, Recommender, Slash } from '../generated/schema';

/** Follows {handleSlashed} of the same transaction, which could not know what payees get. */
export function handleCompensated(event: Compensated): void {
  const challenge = getReceiptChallenge(event.params.digest);
  const compensation = newCompensation(event, challenge);
  challenge.compensation = compensation.id;
  challenge.save();
  const slash = Slash.load(compensation.slash)!;
  slash.compensation = compensation.amount;
  slash.audit = slash.audit.minus(compensation.amount);
  slash.save();
  const platform = Platform.load(compensation.platform)!;
  platform.auditAccrued = platform.auditAccrued.minus(compensation.amount);
  platform.save();
  countCompensation(event, compensation.amount);

  if (event.params.paid.expert.notEqual(Address.zero())) payForLot(event, compensation);
  if (event.params.paid.payout.notEqual(Address.zero())) payRecommender(event, compensation);
  const epoch = epochAt(event.block.timestamp);
  epoch.communeAccrued = epoch.communeAccrued.plus(compensation.communeShare);
  epoch.save();
  accrueToAuditFund(compensation.auditShare);
  compensation.save();
}

/** Late shares are in the carry by then, see {handleCarryAdded}. */
function payForLot(event: Compensated, compensation: Compensation): void {
  const paid = event.params.paid;
  const lot = getLot(event.params.lotId);
  if (!paid.late) {
    lot.pot = lot.pot.plus(paid.potShare);
    lot.save();
  }
  if (!paid.nomineeId.isZero()) {
    compensation.nomination = nominateByCompensation(lot.id, paid.nomineeId, paid.nominatedFees, paid.nominated).id;
  }
  const expert = getAccount(paid.expert);
  expert.settlementCredit = expert.settlementCredit.plus(paid.expertShare);
  expert.expertEarned = expert.expertEarned.plus(paid.expertShare);
  expert.save();
  const model = Model.load(lot.model)!;
  model.earned = model.earned.plus(paid.expertShare);
  model.save();
  if (paid.expertShare.isZero()) return;
  const movement = newCreditMovement(event, expert.id, 'EXPERT_SHARE', paid.expertShare);
  movement.lot = lot.id;
  movement.epoch = compensation.epoch;
  movement.compensation = compensation.id;
  movement.save();
}

function payRecommender(event: Compensated, compensation: Compensation): void {
  const paid = event.params.paid;
  const payout = getAccount(paid.payout);
  payout.settlementCredit = payout.settlementCredit.plus(paid.commission);
  payout.commissionsEarned = payout.commissionsEarned.plus(paid.commission);
  payout.save();
  const recommender = Recommender.load(idOf(paid.recommenderId))!;
  recommender.commissions = recommender.commissions.plus(paid.commission);
  recommender.save();
  if (paid.commission.isZero()) return;
  const id = logId(event).concat(bigEndian(1, 1));
  const movement = newSecondCreditMovement(event, id, payout.id, 'COMMISSION', paid.commission);
  movement.epoch = compensation.epoch;
  movement.compensation = compensation.id;
  movement.save();
}
