import { getGovernance } from '../entities/decisions';
import { recordParameter } from '../entities/governance';
import { cancel } from '../entities/proposal';
import { Cancelled, MinDelayChange } from '../generated/CommuneTimelock/CommuneTimelock';
import { Proposal, TimelockOperation } from '../generated/schema';

export function handleMinDelayChange(event: MinDelayChange): void {
  const given = event.params;
  recordParameter(event, 0, 'timelockDelay', given.oldDuration, given.newDuration);
  const governance = getGovernance();
  governance.timelockDelay = given.newDuration;
  governance.save();
}

/** Somebody who may take operations back did so. On local chains some are nobody's proposal. */
export function handleOperationCancelled(event: Cancelled): void {
  const operation = TimelockOperation.load(event.params.id);
  if (operation == null) return;
  const proposal = Proposal.load(operation.proposal)!;
  if (proposal.stage == 'CANCELED') return;
  cancel(event, proposal);
  proposal.save();
}
