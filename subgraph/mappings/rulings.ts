// What disputes do to rounds.
import { Address, BigInt, ethereum } from '@graphprotocol/graph-ts';
import { creditBounty, getAccount, newCreditMovement } from '../entities/account';
import { countBounty, countCharge, countSlashedReport } from '../entities/dispute-totals';
import { DECISIONS } from '../entities/enums';
import { getExperiencer } from '../entities/experiencer';
import { recordAppointment } from '../entities/governance';
import { getLot } from '../entities/lot';
import { getReport } from '../entities/report';
import { accrueToAuditFund, getRound } from '../entities/round';
import { DisputesAppointed, ReportSlashed, RoundHeld, RoundRuled } from '../generated/Evaluations/Evaluations';
import { Case, Round } from '../generated/schema';

export function handleRoundHeld(event: RoundHeld): void {
  const round = getRound(event.params.lotId);
  round.disputed = true;
  round.heldBy = event.params.disputes;
  round.heldAt = event.block.timestamp;
  round.save();
}

/** The end of the round and what it found came before; how the charge is shared is here. */
export function handleRoundRuled(event: RoundRuled): void {
  const given = event.params;
  const round = getRound(given.lotId);
  round.decision = DECISIONS[given.decision];
  round.ruledAt = event.block.timestamp;
  round.bountyLeft = given.bountyLeft;
  const overturned = round.decision == 'OVERTURNED';
  if (overturned) {
    const challenger = getAccount(given.challenger);
    challenger.save();
    round.overturnedBy = challenger.id;
    const lot = getLot(given.lotId);
    if (lot.state == 'SUSPENDED') lot.condemned = true;
    lot.save();
  }
  round.save();
  accrueToAuditFund(given.charge.minus(given.bounty));
  countCharge(event, given.charge);
  const one = Case.load(round.case_!)!;
  one.charged = one.charged.plus(given.charge);
  one.save();
  payBounty(event, round, one, given.challenger, given.bounty);
}

/** {handleReportClaimed} of the same transaction follows. */
export function handleReportSlashed(event: ReportSlashed): void {
  const given = event.params;
  const round = getRound(given.lotId);
  const one = Case.load(round.case_!)!;
  const report = getReport(given.lotId, given.experiencerId);
  report.slashed = true;
  report.bounty = given.bounty;
  report.slashedBy = one.id;
  report.save();
  round.slashedReports++;
  round.slashed = round.slashed.plus(given.amount);
  round.bountyLeft = round.bountyLeft.minus(given.bounty);
  round.save();
  one.slashedReportCount++;
  one.slashed = one.slashed.plus(given.amount);
  one.save();
  const experiencer = getExperiencer(given.experiencerId);
  experiencer.slashedReports++;
  experiencer.save();
  countSlashedReport(event, given.amount);
  payBounty(event, round, one, given.challenger, given.bounty);
}

export function handleRoundDisputesAppointed(event: DisputesAppointed): void {
  recordAppointment(event, 0, 'disputes', event.params.disputes, true);
}

/** Credits the challenger in Evaluations with his part of what the round cost somebody. */
function payBounty(event: ethereum.Event, round: Round, one: Case, challenger: Address, bounty: BigInt): void {
  if (bounty.isZero()) return;
  round.bounty = round.bounty.plus(bounty);
  round.save();
  one.bounty = one.bounty.plus(bounty);
  one.save();
  const account = creditBounty(challenger, bounty);
  account.evaluationsCredit = account.evaluationsCredit.plus(bounty);
  account.save();
  countBounty(event, bounty);
  const movement = newCreditMovement(event, account.id, 'BOUNTY', bounty);
  movement.lot = round.lot;
  movement.case_ = one.id;
  movement.save();
}
