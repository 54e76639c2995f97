import { blockDigest } from '../../../../protocol/documents/block-digest.ts';
import { digestFromCid } from '../../../../protocol/documents/digest-from-cid.ts';
import type { Vault, VaultFile } from '../../../shared/secrets/vault.ts';

const EVIDENCE = 'evidence:';

/** A file inside of an exported vault. */
interface PackedFile {
  readonly mime: string;
  readonly base64: string;
}

export interface KeptFile {
  readonly cid: string;
  readonly mime: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The exported vault with files of evidence in it, so that one file carries everything. */
export function packBackup(exported: string, files: readonly KeptFile[]): string {
  const vault = JSON.parse(exported) as VaultFile;
  const packed = files.map(({ cid, mime, bytes }) => [EVIDENCE + cid, { mime, base64: toBase64(bytes) }] as const);
  return JSON.stringify({ ...vault, entries: { ...vault.entries, ...Object.fromEntries(packed) } });
}

/**
 * Takes the files of evidence out of what was exported; the rest is a vault file as before. Files that do not hash to their name are
 * left out.
 */
export function unpackBackup(text: string): { readonly vault: string; readonly files: readonly KeptFile[] } {
  let file: Partial<VaultFile> | null;
  try {
    file = JSON.parse(text);
  } catch {
    return { vault: text, files: [] };
  }
  const entries = Object.entries((file?.entries ?? {}) as Vault);
  const isEvidence = ([name]: readonly [string, unknown]) => name.startsWith(EVIDENCE);
  const files = entries.filter(isEvidence).flatMap(([name, value]) => {
    const { mime, base64 } = value as PackedFile;
    const bytes = fromBase64(base64);
    const cid = name.slice(EVIDENCE.length);
    return isOf(cid, bytes) ? [{ cid, mime, bytes }] : [];
  });
  const rest = Object.fromEntries(entries.filter((entry) => !isEvidence(entry)));
  return { vault: JSON.stringify({ ...file, entries: rest }), files };
}

function isOf(cid: string, bytes: Uint8Array): boolean {
  try {
    return digestFromCid(cid) === blockDigest(bytes);
  } catch {
    return false;
  }
}

function toBase64(bytes: Uint8Array): string {
  const text: string[] = [];
  // A call takes only so many arguments.
  for (let i = 0; i < bytes.length; i += 0x8000) text.push(String.fromCharCode(...bytes.subarray(i, i + 0x8000)));
  return btoa(text.join(''));
}

function fromBase64(base64: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}
