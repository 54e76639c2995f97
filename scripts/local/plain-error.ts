/** Something that the user can understand and change. The message is one sentence: show it as it is, without a stack. */
export class PlainError extends Error {
  override readonly name = 'PlainError';
}
