import { Entity, Value } from '@graphprotocol/graph-ts';

/** Sets an optional Int. The generated setter of one takes 0 for null. */
export function setInt(entity: Entity, field: string, value: i32): void {
  entity.set(field, Value.fromI32(value));
}
