/** A document that is not there, or is not the one its CID names. */
export class DocumentError extends Error {
  readonly reason: 'missing' | 'mismatch';

  constructor(reason: 'missing' | 'mismatch', cid: string) {
    super(`${reason}: ${cid}`);
    this.name = 'DocumentError';
    this.reason = reason;
  }
}
