import { FileText } from 'lucide-react';
import { useMemo } from 'react';
import { DocumentFile } from '../documents/document-file.tsx';
import { useDocument } from '../documents/use-document.ts';
import { shortHex } from '../format/short-hex.ts';
import { useLocalized } from '../i18n/use-localized.ts';
import { useText } from '../i18n/use-text.ts';
import { ErrorState } from '../ui/error-state.tsx';
import { SkeletonLines } from '../ui/skeleton.tsx';
import { disputeMessages } from './dispute-messages.ts';
import { readEvidence } from './evidence-document.ts';

/** A piece of evidence by its CID: read only when its bytes match; a document of ours as text with its files, others as they are. */
export function EvidenceView({ cid }: { cid: string }) {
  const text = useText(disputeMessages);
  const localized = useLocalized();
  const { data, error, refetch } = useDocument(cid);
  const read = useMemo(() => (data ? parse(data.bytes, data.mime) : undefined), [data]);
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (!read) return <SkeletonLines lines={2} />;
  if ('plain' in read) {
    return <p className="max-h-80 overflow-y-auto whitespace-pre-wrap">{read.plain}</p>;
  }
  if ('file' in read) return <DocumentFile cid={cid} name={shortHex(cid)} />;
  const { name, description, files } = read.document;
  return (
    <div className="grid gap-2">
      <p className="font-medium">{localized(name)}</p>
      <p className="max-w-prose whitespace-pre-wrap">{localized(description)}</p>
      {files.length > 0 && (
        <ul className="grid gap-2 sm:grid-cols-2">
          {files.map((file) => (
            <li key={file.cid} className="grid gap-1">
              <DocumentFile cid={file.cid} name={file.name} />
            </li>
          ))}
        </ul>
      )}
      <p className="flex items-center gap-1.5 text-sm text-muted">
        <FileText aria-hidden="true" className="size-4" />
        {text('disputes.evidenceChecked', { digest: shortHex(cid) })}
      </p>
    </div>
  );
}

function parse(bytes: Uint8Array, mime: string) {
  if (mime.startsWith('text/')) return { plain: new TextDecoder().decode(bytes) };
  if (!mime.startsWith('application/json')) return { file: true as const };
  try {
    const document = readEvidence(JSON.parse(new TextDecoder().decode(bytes)));
    return document ? { document } : { file: true as const };
  } catch {
    return { file: true as const };
  }
}
