import { BaseError, HttpRequestError, TimeoutError } from 'viem';

/** Connection refused or reset, cannot connect now, shut down by the administrator, too many connections. */
const DATABASE_CODES = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08006',
  '08001',
];

/** The chain's node did not answer: nothing is known, and it may be there again soon. */
export function isNodeAway(error: unknown): boolean {
  if (!(error instanceof BaseError)) return false;
  return error.walk((cause) => cause instanceof HttpRequestError || cause instanceof TimeoutError) !== null;
}

/** The database did not answer. */
export function isDatabaseAway(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (DATABASE_CODES.includes(String((cause as { code?: unknown }).code))) return true;
  }
  return false;
}
