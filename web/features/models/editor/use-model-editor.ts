import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { QualityModelDocument } from '../../../../protocol/documents/quality-model/types.ts';
import { validateQualityModel } from '../../../../protocol/documents/quality-model/validate-quality-model.ts';
import { writeStored } from '../../../shared/storage/stored.ts';
import type { Editor } from './editor-context.ts';
import { withValueAt } from './pointer.ts';

/** State of an editor that keeps every change in this browser. @param key where the draft lies */
export function useModelEditor(initial: QualityModelDocument, key: string, startsVisited: boolean) {
  const [document, setDocument] = useState(initial);
  const [isKept, setIsKept] = useState(true);
  const [visited, setVisited] = useState<ReadonlySet<string>>(new Set());
  const [showAll, setShowAll] = useState(startsVisited);

  const replace = useCallback(
    (next: QualityModelDocument) => {
      setDocument(next);
      setIsKept(writeStored(key, { document: next, savedAt: Date.now() }));
    },
    [key],
  );
  const set = useCallback(
    (path: string, value: unknown) => replace(withValueAt(document, path, value)),
    [replace, document],
  );
  const visit = useCallback((path: string) => {
    setVisited((before) => (before.has(path) ? before : new Set(before).add(path)));
  }, []);
  // Typing must not wait for the whole document to be checked.
  const deferred = useDeferredValue(document);
  const problems = useMemo(() => validateQualityModel(deferred), [deferred]);
  const editor: Editor = useMemo(
    () => ({ document, problems, set, visit, isVisited: (path) => showAll || visited.has(path) }),
    [document, problems, set, visit, visited, showAll],
  );
  return { editor, replace, isKept, showAllProblems: useCallback(() => setShowAll(true), []) };
}
