/** A new key for one intention of the user; keep it until the answer is there. */
export function idempotencyKey(): string {
  return crypto.randomUUID();
}
