import { BigInt, Bytes } from '@graphprotocol/graph-ts';
import { Lot, LotParameter, Parameter, Revision } from '../generated/schema';
import { parameterId } from './model';
import { setInt } from './set-int';
import { unpackValues } from './values';

/** The rows of a new lot's twin. @param claims packed; lanes of sealed parameters are empty */
export function openClaims(lot: Lot, claims: BigInt): void {
  const count = Revision.load(lot.revision)!.parameterCount;
  const values = unpackValues(claims, count);
  for (let i = 0; i < count; i++) {
    const parameter = Parameter.load(parameterId(lot.revision, i))!;
    const row = new LotParameter(parameterId(lot.id, i));
    row.lot = lot.id;
    row.commodity = lot.commodity;
    row.parameter = parameter.id;
    row.code = parameter.code;
    row.position = i;
    row.sealed = parameter.sealed;
    if (!parameter.sealed) setInt(row, 'claim', values[i]);
    row.contested = false;
    row.closingEpoch = lot.closingEpoch;
    row.save();
  }
}

/** @param claims of all parameters */
export function revealClaims(lot: Bytes, claims: Array<i32>): void {
  for (let i = 0; i < claims.length; i++) {
    const row = rowOf(lot, i);
    setInt(row, 'claim', claims[i]);
    row.save();
  }
}

/** @param contested bit i is set for parameter i */
export function recordVerdict(lot: Bytes, consensus: Array<i32>, grades: Array<i32>, contested: i32): void {
  for (let i = 0; i < consensus.length; i++) {
    const row = rowOf(lot, i);
    setInt(row, 'consensus', consensus[i]);
    setInt(row, 'gradeBps', grades[i]);
    row.contested = ((contested >> i) & 1) == 1;
    row.save();
  }
}

/** @param base what was known of every parameter before */
export function recordBase(lot: Bytes, base: Array<i32>): void {
  for (let i = 0; i < base.length; i++) {
    const row = rowOf(lot, i);
    setInt(row, 'base', base[i]);
    row.save();
  }
}

function rowOf(lot: Bytes, position: i32): LotParameter {
  return LotParameter.load(parameterId(lot, position))!;
}
