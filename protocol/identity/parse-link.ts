import { ProtocolError } from '../error.ts';
import { checkUint } from '../math/check-uint.ts';
import { checkLotCode } from './lot-code.ts';
import { normalizeGtin } from './normalize-gtin.ts';

/** What a scanned link names; `base` is what stands before it, without trailing slash. */
export type ProductLink =
  | { kind: 'lot'; base: string; gtin: string; lotCode: string }
  | { kind: 'gtin'; base: string; gtin: string }
  | { kind: 'commodity'; base: string; chainId: number; commodityId: number };

const URL_PARTS = /^(https?:\/\/[^/?#]+)([^?#]*)/i;

/**
 * Reads a GS1 Digital Link or a link of a commodity without GTIN. Query, fragment and other GS1 key qualifiers (variant,
 * serial number) are allowed and ignored.
 * @throws ProtocolError `BadBase` (not http), `BadCommodityLink`, `BadLotCode`, or as `normalizeGtin`.
 */
export function parseLink(link: string): ProductLink {
  const [, origin, path] = URL_PARTS.exec(link.trim()) ?? [];
  if (origin === undefined || path === undefined) throw new ProtocolError('BadBase', { link });
  const segments = path.split('/').filter((segment) => segment !== '');
  const baseBefore = (index: number): string => [origin, ...segments.slice(0, index)].join('/');

  const key = segments.indexOf('01');
  if (key >= 0) {
    const base = baseBefore(key);
    const gtin = normalizeGtin(segments[key + 1] ?? '');
    const lotCode = qualifier(segments.slice(key + 2), '10');
    return lotCode === undefined ? { kind: 'gtin', base, gtin } : { kind: 'lot', base, gtin, lotCode };
  }
  const short = segments.lastIndexOf('p');
  if (short < 0 || segments.length !== short + 3) throw new ProtocolError('BadCommodityLink', { link });
  const chainId = decimal(segments[short + 1], link);
  const commodityId = decimal(segments[short + 2], link);
  checkUint('commodityId', commodityId, 32);
  return { kind: 'commodity', base: baseBefore(short), chainId, commodityId };
}

/** Qualifiers follow the key in pairs of application identifier and value. */
function qualifier(segments: readonly string[], identifier: string): string | undefined {
  for (let i = 0; i < segments.length; i += 2) {
    if (segments[i] !== identifier) continue;
    const code = percentDecode(segments[i + 1] ?? '');
    checkLotCode(code);
    return code;
  }
  return undefined;
}

function percentDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new ProtocolError('BadLotCode', { code: text });
  }
}

function decimal(segment: string | undefined, link: string): number {
  const value = Number(segment);
  if (segment === undefined || !/^(0|[1-9][0-9]*)$/.test(segment) || !Number.isSafeInteger(value)) {
    throw new ProtocolError('BadCommodityLink', { link });
  }
  return value;
}
