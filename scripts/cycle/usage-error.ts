/** The command line cannot be understood. The message is one sentence and the usage: show it as it is, without a stack. */
export class UsageError extends Error {
  override readonly name = 'UsageError';

  constructor(sentence: string, usage: string, options?: ErrorOptions) {
    super(`${sentence}\n\n${usage}`, options);
  }
}
