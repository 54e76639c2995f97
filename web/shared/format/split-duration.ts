export type DurationUnit = 'days' | 'hours' | 'minutes' | 'seconds';

const SECONDS: readonly (readonly [DurationUnit, number])[] = [
  ['days', 86_400],
  ['hours', 3_600],
  ['minutes', 60],
  ['seconds', 1],
];

/** The two largest units of a duration in seconds: 90061 → 1 day 1 hour. */
export function splitDuration(seconds: number): (readonly [unit: DurationUnit, count: number])[] {
  let rest = Math.max(0, Math.floor(seconds));
  const parts = SECONDS.map(([unit, length]) => {
    const count = Math.floor(rest / length);
    rest -= count * length;
    return [unit, count] as const;
  });
  const first = parts.findIndex(([, count]) => count > 0);
  if (first < 0) return [['seconds', 0]];
  return parts.slice(first, first + 2).filter(([, count]) => count > 0);
}
