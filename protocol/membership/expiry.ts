/** Seconds in a year of membership. */
export const MEMBERSHIP_YEAR = 365 * 86_400;
const MAX_YEARS_AHEAD = 3;

/** `max(now, expiry) + years · 365 d`; Unix times. @param expiration 0 for whoever joins */
export function prolongedExpiration(expiration: number, now: number, years: number): number {
  return Math.max(now, expiration) + years * MEMBERSHIP_YEAR;
}

/** Last second a membership can be paid up to. */
export function latestExpiration(now: number): number {
  return now + MAX_YEARS_AHEAD * MEMBERSHIP_YEAR;
}

/** How many years can be paid now: 0 … 3. */
export function payableYears(expiration: number, now: number): number {
  return Math.floor((latestExpiration(now) - Math.max(now, expiration)) / MEMBERSHIP_YEAR);
}

/** A membership is valid before the second it expires in. */
export function isValidMembership(expiration: number, now: number): boolean {
  return now < expiration;
}
