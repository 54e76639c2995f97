/** PostgreSQL's own words, without values: its `detail` and Drizzle's messages carry what was to be stored. */
interface DatabaseError {
  code?: unknown;
  constraint?: unknown;
  table?: unknown;
}

/** What a log may say of an error: enough to find the fault, nothing of what a client sent. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: 'not an error' };
  const { name, stack, cause } = error;
  const frames = stack?.split('\n').filter((line) => line.trimStart().startsWith('at '));
  if (name === 'DrizzleQueryError' || error.message.startsWith('Failed query')) {
    const { code, constraint, table } = (cause ?? {}) as DatabaseError;
    return { name: 'DatabaseError', code, constraint, table, frames };
  }
  return {
    name,
    code: (error as { code?: unknown }).code,
    message: error.message,
    frames,
    ...(cause !== undefined && { cause: describeError(cause) }),
  };
}
