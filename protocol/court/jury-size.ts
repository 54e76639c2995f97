/** Index of the round that cannot be appealed. */
export const LAST_ROUND = 2;

const LEAST_JURY = 3;

/** Seats that a round's jury should have: 3, 7, 15. */
export function jurySize(round: number): number {
  return 4 * 2 ** round - 1;
}

/** Seats it has where only `available` candidates are no party: an odd number, 0 below three. */
export function filledSeats(round: number, available: number): number {
  const size = Math.min(jurySize(round), available);
  return size < LEAST_JURY ? 0 : size - (size % 2 === 0 ? 1 : 0);
}
