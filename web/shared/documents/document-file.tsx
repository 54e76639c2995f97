import { FileText } from 'lucide-react';
import { useEffect, useState } from 'react';
import { ErrorState } from '../ui/error-state.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useDocument } from './use-document.ts';

const IMAGES = ['image/jpeg', 'image/png', 'image/webp'];
/** A browser opens only these by itself; anything else could be made to run as a page of ours. */
const OPENABLE = [...IMAGES, 'application/pdf'];

/** A photo or file by its CID, shown only when its bytes match. */
export function DocumentFile({ cid, name }: { cid: string; name: string }) {
  const { data, error, refetch } = useDocument(cid);
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (!data) return;
    const type = OPENABLE.find((one) => data.mime.startsWith(one)) ?? 'application/octet-stream';
    const made = URL.createObjectURL(new Blob([data.bytes], { type }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [data]);
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (!data || !url) return <Skeleton className="h-40 w-full" />;
  const isImage = IMAGES.some((type) => data.mime.startsWith(type));
  return (
    <a href={url} target="_blank" rel="noreferrer" download={isImage ? undefined : cid} className="block rounded-xl">
      {isImage ? (
        <img src={url} alt={name} className="h-40 w-full rounded-xl border border-line object-cover" />
      ) : (
        <span className="flex min-h-14 items-center gap-3 rounded-xl border border-line px-4">
          <FileText aria-hidden="true" className="size-5 text-muted" />
          {name}
        </span>
      )}
    </a>
  );
}
