import { Link, useParams } from '@tanstack/react-router';
import { useExperiencerName } from '../../shared/experiencers/experiencer-name.tsx';
import { toTrackRecord } from '../../shared/experiencers/use-experiencers.ts';
import { shortHex } from '../../shared/format/short-hex.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { useLocalized } from '../../shared/i18n/use-localized.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { PowerCard } from '../../shared/power/power-card.tsx';
import { buttonClass } from '../../shared/ui/button.tsx';
import { Section } from '../../shared/ui/card.tsx';
import { CopyButton } from '../../shared/ui/copy-button.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { Identicon } from '../../shared/ui/identicon.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { QueryView } from '../../shared/ui/query-view.tsx';
import { SkeletonBlocks } from '../../shared/ui/skeleton.tsx';
import { Independence } from './record/independence.tsx';
import { NominationTable } from './record/nomination-table.tsx';
import { RecordFigures } from './record/record-figures.tsx';
import { ReportTable } from './record/report-table.tsx';
import { type FoundRecord, useRecord } from './record/use-record.ts';
import { recordMessages } from './record-messages.ts';

const LAST = 0xffff_ffff;

/** The public track record of one experiencer. */
export function ExperiencerPage() {
  const text = useText(recordMessages);
  const { id: given } = useParams({ from: '/experiencers/$id' });
  const id = Number(given);
  const exists = Number.isSafeInteger(id) && id > 0 && id <= LAST;
  const query = useRecord(exists ? id : 0, exists);
  if (!exists || (query.data && !query.data.experiencer)) return <NotFound />;
  return (
    <QueryView
      query={query}
      title={text('record.title', { id: given })}
      skeleton={
        <Page title={text('record.title', { id: given })}>
          <SkeletonBlocks blocks={['h-18', 'h-88 sm:h-60', 'h-100', 'h-120']} />
        </Page>
      }
    >
      {({ experiencer }) => experiencer && <Found found={experiencer} />}
    </QueryView>
  );
}

function Found({ found }: { found: FoundRecord }) {
  const text = useText(recordMessages);
  const localized = useLocalized();
  const format = useFormat();
  const record = toTrackRecord(found);
  const name = useExperiencerName(record);
  const number = text('record.title', { id: String(record.id) });
  const about = found.profile && localized({ 'zh-Hans': found.profile.aboutZh, en: found.profile.aboutEn });
  return (
    <Page
      title={name ?? number}
      intro={
        <>
          {name && <>{number} · </>}
          {text('record.since', { date: format.date(found.registeredAt) })}
        </>
      }
      actions={
        <Link to="/experiencers" className={buttonClass()}>
          {text('record.toDirectory')}
        </Link>
      }
    >
      <div className="grid gap-2">
        <p className="flex items-center gap-2">
          <Identicon address={record.account} />
          <span className="font-mono text-[0.9em]">{shortHex(record.account)}</span>
          <CopyButton value={record.account} />
        </p>
        {about && <p className="max-w-prose">{about}</p>}
      </div>
      <RecordFigures record={record} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <PowerCard series={found.powerSeries} />
        <Independence record={record} reports={found.reports} />
      </div>
      <Section title={text('record.reportsTitle')}>
        {found.reports.length > 0 ? (
          <ReportTable reports={found.reports} />
        ) : (
          <EmptyState title={text('record.reportsEmpty')}>{text('record.reportsEmptyHelp')}</EmptyState>
        )}
      </Section>
      <Section title={text('record.nominations')}>
        {found.nominations.length > 0 ? (
          <NominationTable nominations={found.nominations} />
        ) : (
          <p className="text-muted">{text('record.nominationsEmpty')}</p>
        )}
      </Section>
    </Page>
  );
}

function NotFound() {
  const text = useText(recordMessages);
  return (
    <Page title={text('record.notFound')}>
      <EmptyState
        title={text('record.notFound')}
        action={
          <Link to="/experiencers" className={buttonClass('primary')}>
            {text('record.toDirectory')}
          </Link>
        }
      >
        {text('record.notFoundHelp')}
      </EmptyState>
    </Page>
  );
}
