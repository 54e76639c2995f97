import type { Random } from '../cycle/random.ts';

const HOUR = 60 * 60;

/** When what happened to an order of the history; Unix seconds. */
export interface OrderTimes {
  readonly createdAt: number;
  readonly paidAt: number;
  readonly shippedAt: number;
  readonly deliveredAt: number;
  /** When it could be given back no more. */
  readonly settledAt: number;
}

/** Goods can be given back so long, as the relay allows it. */
const RETURN_WINDOW = 48 * HOUR;

/** Times of an order placed in an epoch of seven days and completed in it or, `later`, in the next one. */
export function orderTimes(epochStarts: number, later: boolean, random: Random): OrderTimes {
  const [first, last] = later ? [104, 140] : [2, 48];
  const createdAt = epochStarts + random.integer(first * HOUR, last * HOUR);
  const paidAt = createdAt + random.integer(20, 300);
  const shippedAt = paidAt + random.integer(4 * HOUR, 14 * HOUR);
  const deliveredAt = shippedAt + random.integer(12 * HOUR, 24 * HOUR);
  return { createdAt, paidAt, shippedAt, deliveredAt, settledAt: deliveredAt + RETURN_WINDOW };
}
