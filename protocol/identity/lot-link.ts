import { ProtocolError } from '../error.ts';
import { checkLotCode } from './lot-code.ts';
import { normalizeGtin } from './normalize-gtin.ts';

/**
 * GS1 Digital Link of a lot, `{base}/01/{gtin14}/10/{lotCode}`.
 * @throws ProtocolError as `normalizeGtin`, or `BadLotCode`, also for the codes `.` and `..`: every browser takes them, percent-encoded
 * or not, for the way to a parent folder.
 */
export function lotLink(base: string, gtin: string, lotCode: string): string {
  checkLotCode(lotCode);
  if (lotCode === '.' || lotCode === '..') throw new ProtocolError('BadLotCode', { code: lotCode });
  return `${base.replace(/\/+$/, '')}/01/${normalizeGtin(gtin)}/10/${percentEncode(lotCode)}`;
}

/** encodeURIComponent leaves !'()* alone, which the Digital Link standard reserves (GS1 Digital Link URI Syntax, 4.2). */
function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}
