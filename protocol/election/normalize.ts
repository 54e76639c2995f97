/**
 * Changes weights as evenly as it can until they add up to `target`: the smallest are raised, the largest lowered, none below 0.
 * Order is kept. After `normalize` of sp-arithmetic (polkadot-sdk), value for value.
 */
export function normalize(weights: readonly bigint[], target: bigint): bigint[] {
  const sum = weights.reduce((total, weight) => total + weight, 0n);
  if (weights.length === 0 || sum === target) return [...weights];
  const sorted = weights.map((weight, index) => ({ index, weight }));
  sorted.sort((a, b) => (a.weight < b.weight ? -1 : a.weight > b.weight ? 1 : a.index - b.index));
  if (target > sum) raise(sorted, target - sum);
  else lower(sorted, sum - target);
  const result = [...weights];
  for (const { index, weight } of sorted) result[index] = weight;
  return result;
}

interface Place {
  readonly index: number;
  weight: bigint;
}

/** From the smallest upwards, to the next one whenever the largest of all is reached. */
function raise(sorted: Place[], by: bigint): void {
  const count = BigInt(sorted.length);
  const most = at(sorted, sorted.length - 1).weight;
  let place = 0;
  const add = (amount: bigint) => {
    const one = at(sorted, place);
    one.weight += amount;
    if (one.weight >= most) place = (place + 1) % sorted.length;
  };
  if (by >= count) for (let i = 0; i < sorted.length; i++) add(by / count);
  for (let left = by % count; left > 0n; left--) add(1n);
}

/** From the largest downwards, to the one before whenever the smallest of all is reached. */
function lower(sorted: Place[], by: bigint): void {
  const count = BigInt(sorted.length);
  const least = at(sorted, 0).weight;
  let left = by % count;
  let place = sorted.length - 1;
  /** @returns what could not be taken because nothing was left */
  const take = (amount: bigint): bigint => {
    const one = at(sorted, place);
    const taken = amount < one.weight ? amount : one.weight;
    one.weight -= taken;
    if (one.weight <= least) place = place === 0 ? sorted.length - 1 : place - 1;
    return amount - taken;
  };
  if (by >= count) for (let i = 0; i < sorted.length; i++) left += take(by / count);
  while (left > 0n) left += take(1n) - 1n;
}

function at(places: Place[], index: number): Place {
  return places[index] as Place;
}
