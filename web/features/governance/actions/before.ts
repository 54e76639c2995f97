import type { DecodedCall } from './decode-call.ts';

/** A parameter that an execution changed, as the index has it. */
export interface Change {
  readonly contract: string;
  readonly name: string;
  readonly previous: string;
  /** Class or kind that it is for. */
  readonly scope?: string | null;
}

/** What the index calls parameters that our forms call otherwise. */
const INDEXED: Readonly<Record<string, string>> = { seats: 'electionSeats' };

/** Values before a call was carried out, in the order of its fields after the keys; undefined where nothing changed. */
export function valuesBefore(
  decoded: DecodedCall,
  target: string,
  changes: readonly Change[],
): readonly (bigint | undefined)[] {
  if (decoded.kind !== 'known') return [];
  const { fields, keys } = decoded.action;
  return fields.slice(keys).map(({ name }, i) => {
    const found = changes.find(
      (change) => change.contract.toLowerCase() === target.toLowerCase() && change.name === (INDEXED[name] ?? name),
    );
    const set = decoded.values[keys + i];
    // What was not changed is not in the index: it was the same before.
    return found ? BigInt(found.previous) : typeof set === 'string' ? undefined : BigInt(set as bigint | number);
  });
}
