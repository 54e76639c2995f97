import { BigInt, Bytes } from '@graphprotocol/graph-ts';
import { PowerEarned } from '../generated/ExperiencePower/ExperiencePower';
import { PowerCheckpoint } from '../generated/schema';
import { pairId } from './id';

export function addPower(event: PowerEarned, experiencer: Bytes, epoch: Bytes): void {
  const id = pairId(experiencer, epoch);
  let checkpoint = PowerCheckpoint.load(id);
  if (checkpoint == null) {
    checkpoint = new PowerCheckpoint(id);
    checkpoint.experiencer = experiencer;
    checkpoint.epoch = epoch;
    checkpoint.earned = BigInt.zero();
    checkpoint.effectiveAt = event.params.effectiveAt;
  }
  checkpoint.earned = checkpoint.earned.plus(event.params.amount);
  checkpoint.raw = event.params.raw;
  checkpoint.save();
}
