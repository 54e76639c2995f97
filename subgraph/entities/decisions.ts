import { BigInt, Bytes } from '@graphprotocol/graph-ts';
import { Governance } from '../generated/schema';

const ID = Bytes.fromHexString('0x00');
const ZERO = BigInt.zero();

/** What the commune decides with; the events of the deployment fill it one after the other. */
export function getGovernance(): Governance {
  const known = Governance.load(ID);
  if (known != null) return known;
  const governance = new Governance(ID);
  governance.leastTurnout = ZERO;
  governance.turnoutFloorBps = 0;
  governance.thresholdBps = 0;
  governance.lateFlipExtension = ZERO;
  governance.timelockDelay = ZERO;
  governance.guardianResigned = false;
  governance.proposals = 0;
  governance.executed = 0;
  governance.votes = 0;
  return governance;
}
