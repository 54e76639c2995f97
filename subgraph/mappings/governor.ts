// What the commune has decided about its own decisions.
import { BigInt } from '@graphprotocol/graph-ts';
import { getGovernance } from '../entities/decisions';
import { DECISION_CLASSES } from '../entities/enums';
import { newParameterChange, recordAppointment, recordParameter, recordSmallParameter } from '../entities/governance';
import { bigEndian } from '../entities/id';
import {
  ClassSet,
  ElectionsAppointed,
  LateFlipExtensionSet,
  LeastTurnoutFixed,
  QuorumNumeratorUpdated,
  ThresholdSet,
  TimingSet,
} from '../generated/CommuneGovernor/CommuneGovernor';
import { ClassTiming, ListedFunction } from '../generated/schema';

const ZERO = BigInt.zero();

export function handleClassSet(event: ClassSet): void {
  const given = event.params;
  const listed = new ListedFunction(given.target.concat(given.selector));
  listed.target = given.target;
  listed.selector = given.selector;
  listed.decisionClass = DECISION_CLASSES[given.class_];
  listed.listedAt = event.block.timestamp;
  listed.save();
}

export function handleTimingSet(event: TimingSet): void {
  const given = event.params;
  const timing = getTiming(given.class_);
  recordTiming(event, 0, 'votingDelay', timing.votingDelay, given.votingDelay);
  recordTiming(event, 1, 'votingPeriod', timing.votingPeriod, given.votingPeriod);
  timing.votingDelay = given.votingDelay;
  timing.votingPeriod = given.votingPeriod;
  timing.save();
}

export function handleThresholdSet(event: ThresholdSet): void {
  const governance = getGovernance();
  recordSmallParameter(event, 0, 'thresholdBps', governance.thresholdBps, event.params.thresholdBps);
  governance.thresholdBps = event.params.thresholdBps;
  governance.save();
}

export function handleQuorumNumeratorUpdated(event: QuorumNumeratorUpdated): void {
  const given = event.params;
  const governance = getGovernance();
  recordParameter(event, 0, 'turnoutFloorBps', given.oldQuorumNumerator, given.newQuorumNumerator);
  governance.turnoutFloorBps = given.newQuorumNumerator.toI32();
  governance.save();
}

export function handleLateFlipExtensionSet(event: LateFlipExtensionSet): void {
  const governance = getGovernance();
  recordParameter(event, 0, 'lateFlipExtension', governance.lateFlipExtension, event.params.extension);
  governance.lateFlipExtension = event.params.extension;
  governance.save();
}

export function handleLeastTurnoutFixed(event: LeastTurnoutFixed): void {
  const governance = getGovernance();
  governance.leastTurnout = event.params.leastTurnout;
  governance.save();
}

export function handleGovernorElectionsAppointed(event: ElectionsAppointed): void {
  recordAppointment(event, 0, 'elections', event.params.elections, true);
  recordAppointment(event, 1, 'validators', event.params.validators, true);
  const governance = getGovernance();
  governance.elections = event.params.elections;
  governance.save();
}

/** @param number of the class */
function getTiming(number: i32): ClassTiming {
  const id = bigEndian(number, 1);
  const known = ClassTiming.load(id);
  if (known != null) return known;
  const timing = new ClassTiming(id);
  timing.decisionClass = DECISION_CLASSES[number];
  timing.votingDelay = ZERO;
  timing.votingPeriod = ZERO;
  return timing;
}

function recordTiming(event: TimingSet, part: i32, name: string, previous: BigInt, current: BigInt): void {
  const change = newParameterChange(event, part, name, previous, current);
  change.scope = DECISION_CLASSES[event.params.class_];
  change.save();
}
