import { saySame } from './say-same.ts';

/** A round takes at most so many challenges. */
export const MAX_CHALLENGES = 4;

/** What a challenger asserts and puts up. */
export interface ListedChallenge {
  challenger: string;
  /** R′, one value per parameter, in units of 10^−decimals */
  values: readonly number[];
  /** in the settlement asset's smallest unit */
  bond: bigint;
}

/** What a new challenge would do to the list. */
export interface Placement<C extends ListedChallenge> {
  /** what it must bond at least, besides the minimum; 0 when there is room */
  needed: bigint;
  /** those it takes the place of, who get everything back */
  replaced: C[];
  /** the list with it, in the contract's order; unchanged when its bond is too low */
  list: C[];
}

/**
 * Where a challenge finds its place: those that say the same give way to it if it bonds more than they do together; then, if the list is
 * full, the one with the lowest bond does (of equal ones the last).
 * @param tolerances T > 0 of every parameter
 */
export function placeChallenge<C extends ListedChallenge>(
  list: readonly C[],
  added: C,
  tolerances: readonly number[],
): Placement<C> {
  const left = [...list];
  const replaced: C[] = [];
  let displaced = 0n;
  for (let i = left.length - 1; i >= 0; i--) {
    const one = left[i] as C;
    if (!saysTheSame(one.values, added.values, tolerances)) continue;
    displaced += one.bond;
    replaced.push(takeOut(left, i));
  }
  if (left.length === MAX_CHALLENGES) {
    const lowest = lowestBond(left);
    displaced = (left[lowest] as C).bond;
    replaced.push(takeOut(left, lowest));
  }
  const needed = displaced === 0n ? 0n : displaced + 1n;
  return added.bond > displaced
    ? { needed, replaced, list: [...left, added] }
    : { needed, replaced: [], list: [...list] };
}

/** The challenges that lose their bonds at referral because they say what was tallied, and those that go to court, in order of choices. */
export function dropEmpty<C extends ListedChallenge>(
  list: readonly C[],
  consensus: readonly number[],
  tolerances: readonly number[],
): { dropped: C[]; referred: C[] } {
  const referred = [...list];
  const dropped: C[] = [];
  for (let i = referred.length - 1; i >= 0; i--) {
    if (saysTheSame((referred[i] as C).values, consensus, tolerances)) dropped.push(takeOut(referred, i));
  }
  return { dropped, referred };
}

function saysTheSame(a: readonly number[], b: readonly number[], tolerances: readonly number[]): boolean {
  return saySame(tolerances.map((tolerance, i) => ({ a: a[i] as number, b: b[i] as number, tolerance })));
}

function lowestBond(list: readonly ListedChallenge[]): number {
  return list.reduce((lowest, { bond }, i) => (bond <= (list[lowest] as ListedChallenge).bond ? i : lowest), 0);
}

/** The last one moves into the gap, as in the contract. */
function takeOut<C>(list: C[], i: number): C {
  const one = list[i] as C;
  const last = list.pop() as C;
  if (i < list.length) list[i] = last;
  return one;
}
