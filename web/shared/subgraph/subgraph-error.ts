/** The index was asked something it cannot answer, or is not synchronised. */
export class SubgraphError extends Error {
  constructor(messages: readonly string[]) {
    super(messages.join('; '));
    this.name = 'SubgraphError';
  }
}
