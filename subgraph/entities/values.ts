import { BigInt } from '@graphprotocol/graph-ts';

const LANE_BITS: u8 = 32;
const LANE = BigInt.fromU32(u32.MAX_VALUE);

/** The first `count` lanes of a `Values` word: value i lies in bits 32i … 32i + 31 as two's complement. */
export function unpackValues(packed: BigInt, count: i32): Array<i32> {
  const values = new Array<i32>(count);
  for (let i = 0; i < count; i++) {
    values[i] = <i32>packed
      .rightShift(LANE_BITS * <u8>i)
      .bitAnd(LANE)
      .toU32();
  }
  return values;
}
