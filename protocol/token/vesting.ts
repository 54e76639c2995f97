const YEAR = 365 * 86_400;
const CLIFF = YEAR;
const DURATION = 4 * YEAR;

/**
 * What has vested of a founder's CTT: nothing before a year is over, then linear over four years.
 * @param total all that the wallet has ever received
 * @param start Unix time of the deployment
 * @param time Unix time
 */
export function vestedAmount(total: bigint, start: number, time: number): bigint {
  const elapsed = time - start;
  if (elapsed < CLIFF) return 0n;
  return elapsed >= DURATION ? total : (total * BigInt(elapsed)) / BigInt(DURATION);
}
