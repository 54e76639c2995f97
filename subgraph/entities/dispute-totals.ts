import { BigInt, ethereum } from '@graphprotocol/graph-ts';
import { epochAt } from './epoch';
import { getProtocol } from './protocol';

export function countCaseOpened(event: ethereum.Event): void {
  const protocol = getProtocol();
  protocol.disputeCases++;
  protocol.openDisputeCases++;
  protocol.save();
  const epoch = epochAt(event.block.timestamp);
  epoch.disputeCases++;
  epoch.save();
}

export function countCaseClosed(event: ethereum.Event): void {
  const protocol = getProtocol();
  protocol.openDisputeCases--;
  protocol.save();
  const epoch = epochAt(event.block.timestamp);
  epoch.disputeCasesClosed++;
  epoch.save();
}

/** The bond of a challenge went to the audit fund. */
export function countLostBond(event: ethereum.Event, bond: BigInt): void {
  const protocol = getProtocol();
  protocol.disputesAuditFund = protocol.disputesAuditFund.plus(bond);
  protocol.save();
  const epoch = epochAt(event.block.timestamp);
  epoch.challengeBondsLost = epoch.challengeBondsLost.plus(bond);
  epoch.save();
}

export function countSlashedReport(event: ethereum.Event, bond: BigInt): void {
  const protocol = getProtocol();
  protocol.slashedReports++;
  protocol.slashedReportBonds = protocol.slashedReportBonds.plus(bond);
  protocol.save();
  const epoch = epochAt(event.block.timestamp);
  epoch.slashedReports++;
  epoch.slashedReportBonds = epoch.slashedReportBonds.plus(bond);
  epoch.save();
}

/** A commodity or model lost its bond by a ruling. */
export function countCharge(event: ethereum.Event, amount: BigInt): void {
  const protocol = getProtocol();
  protocol.charges = protocol.charges.plus(amount);
  protocol.save();
  const epoch = epochAt(event.block.timestamp);
  epoch.charges = epoch.charges.plus(amount);
  epoch.save();
}

export function countBounty(event: ethereum.Event, amount: BigInt): void {
  const protocol = getProtocol();
  protocol.bounties = protocol.bounties.plus(amount);
  protocol.save();
  const epoch = epochAt(event.block.timestamp);
  epoch.bounties = epoch.bounties.plus(amount);
  epoch.save();
}
