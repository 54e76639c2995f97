import { Link } from '@tanstack/react-router';
import { Users } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useEpoch } from '../../shared/chain/use-epoch.ts';
import { useAppConfig } from '../../shared/config/use-app-config.ts';
import { matchExperiencer } from '../../shared/experiencers/match-experiencer.ts';
import type { TrackRecord } from '../../shared/experiencers/track-record.ts';
import { useExperiencers } from '../../shared/experiencers/use-experiencers.ts';
import { useLocalized } from '../../shared/i18n/use-localized.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { Button, buttonClass } from '../../shared/ui/button.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { Field } from '../../shared/ui/field.tsx';
import { Input, Select } from '../../shared/ui/input.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { QueryView } from '../../shared/ui/query-view.tsx';
import { SkeletonBlocks } from '../../shared/ui/skeleton.tsx';
import { RecordRows } from './record/record-rows.tsx';
import { RecordTable } from './record/record-table.tsx';
import { RECORD_ORDERS, type RecordOrder, sortRecords } from './record/sort-records.ts';
import { recordMessages } from './record-messages.ts';

const PAGE = 25;

/** Everybody who measures, to search and compare. */
export function ExperiencersPage() {
  const text = useText(recordMessages);
  const query = useExperiencers();
  return (
    <Page
      title={text('record.directory')}
      intro={text('record.directoryIntro')}
      actions={
        <Link to="/experience" className={buttonClass()}>
          {text('record.become')}
        </Link>
      }
    >
      <QueryView
        query={query}
        skeleton={<SkeletonBlocks blocks={['h-40 sm:h-19', 'h-10 sm:h-6', 'h-[56rem] rounded-2xl']} />}
      >
        {(records) => (records.length === 0 ? <NobodyYet /> : <Directory records={records} />)}
      </QueryView>
    </Page>
  );
}

function NobodyYet() {
  const text = useText(recordMessages);
  return (
    <EmptyState icon={<Users />} title={text('record.empty')}>
      {text('record.emptyHelp')}
    </EmptyState>
  );
}

function Directory({ records }: { records: readonly TrackRecord[] }) {
  const text = useText(recordMessages);
  const localized = useLocalized();
  const { local } = useAppConfig();
  const epoch = useEpoch()?.epoch ?? 0;
  const [query, setQuery] = useState('');
  const [order, setOrder] = useState<RecordOrder>('assured');
  const [shown, setShown] = useState(PAGE);
  const wanted = useDeferredValue(query);
  const names = new Map(local?.accounts.map(({ address, name }) => [address.toLowerCase(), localized(name)]));
  const found = sortRecords(
    records.filter((record) => matchExperiencer(record, wanted, names.get(record.account.toLowerCase()))),
    order,
  );
  return (
    <div className="grid gap-6">
      <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_16rem]">
        <Field label={text('record.search')}>
          {(control) => (
            <Input
              {...control}
              required={false}
              type="search"
              value={query}
              onChange={(event) => setQuery(event.target.value)}
            />
          )}
        </Field>
        <Field label={text('record.sort')}>
          {(control) => (
            <Select {...control} value={order} onChange={(event) => setOrder(event.target.value as RecordOrder)}>
              {RECORD_ORDERS.map((one) => (
                <option key={one} value={one}>
                  {text(`record.sort.${one}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <p role="status" className="text-sm text-muted">
        {text('record.count', { count: found.length })} · {text('record.assuredHelp')}
      </p>
      {found.length === 0 ? (
        <EmptyState title={text('record.none')}>{text('record.noneHelp')}</EmptyState>
      ) : (
        <>
          <div className="hidden sm:block">
            <RecordTable records={found.slice(0, shown)} epoch={epoch} />
          </div>
          <div className="sm:hidden">
            <RecordRows records={found.slice(0, shown)} epoch={epoch} order={order} />
          </div>
        </>
      )}
      {found.length > shown && (
        <Button className="justify-self-center" onClick={() => setShown(shown + PAGE)}>
          {text('record.more')}
        </Button>
      )}
    </div>
  );
}
