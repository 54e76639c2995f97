import { QueryClient } from '@tanstack/react-query';
import { HttpError } from '../shared/http/http-error.ts';

const FRESH_MS = 10_000;
const MOST_RETRIES = 2;
const CLIENT_ERRORS = { from: 400, until: 500 };

/** What was refused stays refused; what did not answer is asked again. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        retry: (failures, error) => failures < MOST_RETRIES && !isRefusal(error),
      },
    },
  });
}

function isRefusal(error: unknown): boolean {
  return error instanceof HttpError && error.status >= CLIENT_ERRORS.from && error.status < CLIENT_ERRORS.until;
}
