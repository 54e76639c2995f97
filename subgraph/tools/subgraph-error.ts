/** What the user has to do is in the message: no stack trace needed. */
export class SubgraphError extends Error {
  override readonly name = 'SubgraphError';
}
