import type { QualityModelDocument } from '../../../protocol/documents/quality-model/types.ts';

/** A new model that begins as a copy of another one. */
export function fromTemplate(template: QualityModelDocument, author: string): QualityModelDocument {
  return { ...template, modelId: '', version: '1.0.0', supersedes: null, authors: [author] };
}

/** The next revision of a model. Whoever revises it is named among its authors. @param cid of `current` */
export function nextRevision(current: QualityModelDocument, cid: string, author: string): QualityModelDocument {
  const isNamed = current.authors.some((one) => one.toLowerCase() === author.toLowerCase());
  return {
    ...current,
    version: bumpMinor(current.version),
    supersedes: cid,
    authors: isNamed ? current.authors : [...current.authors, author],
  };
}

/** 1.4.2 → 1.5.0; what is no version stays. */
export function bumpMinor(version: string): string {
  const [, major, minor] = /^(\d+)\.(\d+)\.\d+$/.exec(version) ?? [];
  return major === undefined ? version : `${major}.${Number(minor) + 1}.0`;
}

/** CAIP-10. */
export function accountId(chainId: number, address: string): string {
  return `eip155:${chainId}:${address}`;
}
