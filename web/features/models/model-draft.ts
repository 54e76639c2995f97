import { isRecord } from '../../../protocol/documents/quality-model/checks.ts';
import type { QualityModelDocument } from '../../../protocol/documents/quality-model/types.ts';
import { blankModel } from './blank-model.ts';

/** A model that is being written; half of it may be missing. */
export interface ModelDraft {
  readonly document: QualityModelDocument;
  /** Unix milliseconds of the browser; 0: never kept. */
  readonly savedAt: number;
}

/** Where this browser keeps a draft: one of a new model, one for each model that is revised. */
export function draftKey(modelNumber: number | null): string {
  return modelNumber === null ? 'drafts.model.new' : `drafts.model.${modelNumber}`;
}

/** Makes a draft of what was kept or imported; null when it is none. What is missing is filled in blank, nothing is thrown away. */
export function readDraft(found: unknown): ModelDraft | null {
  if (!isRecord(found)) return null;
  const { document, savedAt } = 'document' in found ? found : { document: found, savedAt: 0 };
  if (!isRecord(document) || !Array.isArray(document.parameters) || !Array.isArray(document.standards)) return null;
  const blank = blankModel('');
  const completed = {
    ...blank,
    ...document,
    standards: document.standards.map((standard) => complete(blank.standards[0], standard)),
    parameters: document.parameters.map((parameter) => complete(blank.parameters[0], parameter)),
  };
  return { document: complete(blank, completed) as QualityModelDocument, savedAt: Number(savedAt) || 0 };
}

/** `value` in the shape of `model`: fields of another type are replaced, lists are kept as they are. */
function complete(model: unknown, value: unknown): unknown {
  if (isRecord(model)) {
    const given = isRecord(value) ? value : {};
    const missing = Object.entries(model).map(([key, part]) => {
      // A clause is one text or two, as its writer likes.
      const isInWords = key === 'clause' && isRecord(given[key]);
      return [key, complete(isInWords ? { 'zh-Hans': '', en: '' } : part, given[key])];
    });
    return { ...given, ...Object.fromEntries(missing) };
  }
  if (Array.isArray(model)) return Array.isArray(value) ? value : model;
  if (model === null) return typeof value === 'string' ? value : null;
  return typeof value === typeof model ? value : model;
}
