import canonicalize from 'canonicalize';
import { ProtocolError } from '../error.ts';

/**
 * RFC 8785 canonical JSON of a document as UTF-8 bytes: equal documents have equal bytes whoever writes them.
 * @throws ProtocolError `NotCanonicalisable` for what JSON cannot hold (NaN, infinities, bigints, cycles, lone surrogates,
 * nothing at all).
 */
export function canonicalJson(document: unknown): Uint8Array {
  return new TextEncoder().encode(serialize(document));
}

function serialize(document: unknown): string {
  let text: string | undefined;
  try {
    text = canonicalize(document);
  } catch (error) {
    throw new ProtocolError('NotCanonicalisable', { reason: error instanceof Error ? error.message : error });
  }
  if (text === undefined) throw new ProtocolError('NotCanonicalisable', { reason: `${typeof document} is not JSON` });
  return text;
}
