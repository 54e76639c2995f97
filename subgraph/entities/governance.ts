import { BigInt, Bytes, ethereum } from '@graphprotocol/graph-ts';
import { Appointment, CommuneMovement, ParameterChange } from '../generated/schema';
import { bigEndian, logId } from './id';

/**
 * The caller adds the epoch from which it counts, if that is not now, and saves.
 *
 * @param part tells changes of one event apart
 */
export function newParameterChange(
  event: ethereum.Event,
  part: i32,
  name: string,
  previous: BigInt,
  current: BigInt,
): ParameterChange {
  const change = new ParameterChange(logId(event).concat(bigEndian(part, 1)));
  change.contract = event.address;
  change.name = name;
  change.previous = previous;
  change.current = current;
  change.timestamp = event.block.timestamp;
  change.blockNumber = event.block.number;
  change.transactionHash = event.transaction.hash;
  return change;
}

/** Records a change that counts at once. */
export function recordParameter(
  event: ethereum.Event,
  part: i32,
  name: string,
  previous: BigInt,
  current: BigInt,
): void {
  newParameterChange(event, part, name, previous, current).save();
}

/** {recordParameter} for a parameter that fits an i32. */
export function recordSmallParameter(
  event: ethereum.Event,
  part: i32,
  name: string,
  previous: i32,
  current: i32,
): void {
  recordParameter(event, part, name, BigInt.fromI32(previous), BigInt.fromI32(current));
}

/** @param part tells appointments of one event apart */
export function recordAppointment(
  event: ethereum.Event,
  part: i32,
  role: string,
  account: Bytes,
  appointed: boolean,
): void {
  const appointment = new Appointment(logId(event).concat(bigEndian(part, 1)));
  appointment.contract = event.address;
  appointment.role = role;
  appointment.account = account;
  appointment.appointed = appointed;
  appointment.timestamp = event.block.timestamp;
  appointment.blockNumber = event.block.number;
  appointment.transactionHash = event.transaction.hash;
  appointment.save();
}

/** @param epoch id of the epoch in which the commune's share accrued; null for the audit fund */
export function recordFundPayment(
  event: ethereum.Event,
  fund: string,
  to: Bytes,
  amount: BigInt,
  epoch: Bytes | null,
): void {
  const movement = new CommuneMovement(logId(event));
  movement.contract = event.address;
  movement.fund = fund;
  movement.to = to;
  movement.amount = amount;
  movement.epoch = epoch;
  movement.timestamp = event.block.timestamp;
  movement.blockNumber = event.block.number;
  movement.transactionHash = event.transaction.hash;
  movement.save();
}
