import type { TrackRecord } from './track-record.ts';

/** Whether a search by name, number (`#12` or `12`) or address finds an experiencer. `knownAs` is a name from elsewhere. */
export function matchExperiencer(
  record: Pick<TrackRecord, 'id' | 'account' | 'name'>,
  query: string,
  knownAs?: string,
): boolean {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const names = [record.name?.en ?? '', record.name?.['zh-Hans'] ?? '', knownAs ?? ''].join(' ').toLowerCase();
  return words.every((word) => {
    const digits = /^#?(\d+)$/.exec(word)?.[1];
    if (digits !== undefined) return String(record.id) === digits || names.includes(word);
    return names.includes(word) || record.account.toLowerCase().startsWith(word);
  });
}
