/** A list with an item moved by one place; the same list at its ends. */
export function moved<T>(items: readonly T[], index: number, by: -1 | 1): T[] {
  const target = index + by;
  const [a, b] = [items[index], items[target]];
  if (a === undefined || b === undefined) return [...items];
  return items.map((item, i) => (i === index ? b : i === target ? a : item));
}

/** A list without the item at an index. */
export function without<T>(items: readonly T[], index: number): T[] {
  return items.filter((_, i) => i !== index);
}

/** S1, S2, …: the first key that is free. */
export function freeKey(taken: readonly string[]): string {
  let number = taken.length + 1;
  while (taken.includes(`S${number}`)) number += 1;
  return `S${number}`;
}
