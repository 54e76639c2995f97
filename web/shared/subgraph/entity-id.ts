/** Id of an entity with a number, or with several one after the other: four bytes each, big-endian. */
export function entityId(...numbers: readonly number[]): `0x${string}` {
  return `0x${numbers.map((number) => number.toString(16).padStart(8, '0')).join('')}`;
}
