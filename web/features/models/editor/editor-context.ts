import { createContext, useContext } from 'react';
import type { Problem } from '../../../../protocol/documents/quality-model/problem.ts';
import type { QualityModelDocument } from '../../../../protocol/documents/quality-model/types.ts';

/** A model document under the pen. Fields are named by JSON pointers, as the validator names its problems. */
export interface Editor {
  readonly document: QualityModelDocument;
  readonly problems: readonly Problem[];
  readonly set: (path: string, value: unknown) => void;
  /** The writer has left this field, so what is wrong with it may be said. */
  readonly visit: (path: string) => void;
  readonly isVisited: (path: string) => boolean;
}

export const EditorContext = createContext<Editor | null>(null);

export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error('useEditor outside of an editor');
  return editor;
}
