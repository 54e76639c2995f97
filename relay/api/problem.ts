import { z } from 'zod';

/** RFC 9457 problem details; the body of every answer with a status of 400 or more (`application/problem+json`). */
export const problem = z.object({
  /** `urn:commune:problem:<code>`. */
  type: z.string(),
  /** The code's meaning in English; clients translate by code. */
  title: z.string(),
  status: z.int(),
  /** Stable, such as `stock-exhausted`; see problem-codes.ts. */
  code: z.string(),
  /** What is wrong with this request and what to do. */
  detail: z.string(),
  /** Values that a translated sentence may use. */
  values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
  /** Of the request, to find it in the logs. */
  requestId: z.string(),
});
export type Problem = z.infer<typeof problem>;
