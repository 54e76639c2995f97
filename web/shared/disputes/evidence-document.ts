import type { Localized } from '../../../protocol/documents/quality-model/types.ts';

/** What somebody says in a case: ERC-1497's fields, its texts in one language or in both. */
export interface EvidenceDocument {
  readonly name: Localized | string;
  readonly description: Localized | string;
  /** CAIP-10. */
  readonly author: string;
  readonly files: readonly EvidenceFile[];
}

/** A file that goes with it, stored as a raw block under its CID. */
export interface EvidenceFile {
  readonly cid: string;
  readonly name: string;
  readonly mime: string;
}

const isText = (value: unknown): value is Localized | string =>
  typeof value === 'string' || (typeof value === 'object' && value !== null && ('en' in value || 'zh-Hans' in value));

/** Reads what a document of evidence should be; null for anything else, which is then shown as a file. */
export function readEvidence(found: unknown): EvidenceDocument | null {
  if (typeof found !== 'object' || found === null) return null;
  const { name, description, author, files } = found as Partial<Record<keyof EvidenceDocument, unknown>>;
  if (!isText(name) || !isText(description)) return null;
  return {
    name,
    description,
    author: typeof author === 'string' ? author : '',
    files: Array.isArray(files) ? files.filter(isFile) : [],
  };
}

function isFile(found: unknown): found is EvidenceFile {
  const { cid, name, mime } = (found ?? {}) as Partial<EvidenceFile>;
  return typeof cid === 'string' && typeof name === 'string' && typeof mime === 'string';
}
