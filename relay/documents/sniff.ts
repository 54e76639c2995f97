export const MIME_TYPES = [
  'application/json',
  'image/jpeg',
  'image/png',
  'image/webp',
  'application/pdf',
  'text/csv',
  'text/plain',
] as const;
export type MimeType = (typeof MIME_TYPES)[number];

const CONTROL = /[^\P{Cc}\t\n\r]/u;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Whether bytes are what somebody says they are. Readings of instruments and letters are text; what text it is, only who sent it knows.
 */
export function isKind(bytes: Uint8Array, mime: string): boolean {
  if (mime === 'text/csv' || mime === 'text/plain') return isPlainText(bytes);
  return sniff(bytes) === mime;
}

/** What the bytes show themselves to be; null for everything that the store does not take, and for text. */
export function sniff(bytes: Uint8Array): Exclude<MimeType, `text/${string}`> | null {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (isText(bytes, 0, 'RIFF') && isText(bytes, 8, 'WEBP')) return 'image/webp';
  if (isText(bytes, 0, '%PDF-')) return 'application/pdf';
  return isJson(bytes) ? 'application/json' : null;
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte);
}

function isText(bytes: Uint8Array, offset: number, text: string): boolean {
  return [...text].every((character, i) => bytes[offset + i] === character.charCodeAt(0));
}

/** UTF-8 without control characters but tabs and line ends. */
function isPlainText(bytes: Uint8Array): boolean {
  try {
    return !CONTROL.test(utf8.decode(bytes));
  } catch {
    return false;
  }
}

/** An object or an array: a bare number is no document. */
function isJson(bytes: Uint8Array): boolean {
  try {
    const value: unknown = JSON.parse(utf8.decode(bytes));
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
}
