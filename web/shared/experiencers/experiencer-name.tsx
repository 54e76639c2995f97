import { useAccountName } from '../chain/use-account-name.ts';
import { useLocalized } from '../i18n/use-localized.ts';
import { Identicon } from '../ui/identicon.tsx';
import type { TrackRecord } from './track-record.ts';

/** Name of an experiencer: what his profile says, else what a local chain calls him, else his number alone. */
export function useExperiencerName({ account, name }: Pick<TrackRecord, 'account' | 'name'>): string | undefined {
  const localized = useLocalized();
  const known = useAccountName(account);
  return name ? localized(name) : known;
}

/** Picture, name and number of an experiencer. */
export function ExperiencerName({ record }: { record: Pick<TrackRecord, 'id' | 'account' | 'name'> }) {
  const name = useExperiencerName(record);
  return (
    <span className="inline-flex max-w-full min-w-0 items-center gap-2 align-middle">
      <Identicon address={record.account} />
      {name && <span className="truncate font-medium">{name}</span>}
      <span className="numbers shrink-0 text-muted">#{record.id}</span>
    </span>
  );
}
