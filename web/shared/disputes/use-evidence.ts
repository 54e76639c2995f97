import { useCallback, useMemo, useState } from 'react';
import type { Hex } from 'viem';
import { blockDigest } from '../../../protocol/documents/block-digest.ts';
import { cidFromDigest } from '../../../protocol/documents/cid-from-digest.ts';
import { documentDigest } from '../../../protocol/documents/document-digest.ts';
import { useAppConfig } from '../config/use-app-config.ts';
import { useUpload } from '../documents/use-upload.ts';
import { cleanImage } from '../files/clean-image.ts';
import { useAccount } from '../wallet/use-account.ts';
import type { EvidenceDocument, EvidenceFile } from './evidence-document.ts';

/** What the relay's store takes; a browser calls a table of readings one or the other. */
export const EVIDENCE_TYPES = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'application/pdf',
  'text/plain',
  'text/csv',
] as const;
const MAX_BYTES = 5 * 1024 * 1024;
export const MAX_FILES = 8;

export interface ChosenFile extends EvidenceFile {
  readonly file: Blob;
}

export type FileProblem = 'type' | 'size' | 'unreadable';

/** Something that is being written for a case: its text, its files, and its digest, known before anything is stored. */
export function useEvidence() {
  const { chain } = useAppConfig();
  const address = useAccount()?.address;
  const { uploadJson, uploadFile } = useUpload();
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  const [problem, setProblem] = useState<{ kind: FileProblem; name: string } | null>(null);

  const document = useMemo((): EvidenceDocument | null => {
    if (name.trim() === '' || description.trim() === '' || !address) return null;
    return {
      name: name.trim(),
      description: description.trim(),
      author: `eip155:${chain.id}:${address}`,
      files: files.map(({ cid, name: called, mime }) => ({ cid, name: called, mime })),
    };
  }, [name, description, files, chain.id, address]);
  const digest = useMemo((): Hex | null => document && documentDigest(document), [document]);

  return {
    name,
    setName,
    description,
    setDescription,
    files,
    problem,
    /** Null until there is something to say. */
    digest,
    addFiles: async (chosen: FileList | null) => {
      setProblem(null);
      for (const file of chosen ?? []) {
        const taken = await takeFile(file);
        if ('problem' in taken) return setProblem({ kind: taken.problem, name: file.name });
        setFiles((before) => [...before.filter(({ cid }) => cid !== taken.cid), taken].slice(0, MAX_FILES));
      }
    },
    removeFile: (cid: string) => setFiles((before) => before.filter((file) => file.cid !== cid)),
    /** Stores the files, then what names them. */
    publish: useCallback(async () => {
      for (const { file, name: called, mime } of files) await uploadFile(new File([file], called, { type: mime }));
      await uploadJson(document);
    }, [files, document, uploadFile, uploadJson]),
    clear: () => {
      setName('');
      setDescription('');
      setFiles([]);
    },
  };
}

export type EvidenceDraft = ReturnType<typeof useEvidence>;

/** Photographs are written anew without what cameras add, such as where they were taken. */
async function takeFile(file: File): Promise<ChosenFile | { problem: FileProblem }> {
  if (!(EVIDENCE_TYPES as readonly string[]).includes(file.type)) return { problem: 'type' };
  const kept = file.type.startsWith('image/') ? await cleanImage(file) : file;
  if (kept === null) return { problem: 'unreadable' };
  if (kept.size > MAX_BYTES) return { problem: 'size' };
  const cid = cidFromDigest(blockDigest(new Uint8Array(await kept.arrayBuffer())));
  return { cid, name: file.name, mime: kept.type, file: kept };
}
