import { Link } from '@tanstack/react-router';
import { FlaskConical } from 'lucide-react';
import type { Address } from 'viem';
import { useExperiencerId } from '../../shared/experiencers/use-experiencer-id.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { NeedsSession } from '../../shared/relay/needs-session.tsx';
import { useSession } from '../../shared/relay/use-session.ts';
import { buttonClass } from '../../shared/ui/button.tsx';
import { Section } from '../../shared/ui/card.tsx';
import { Disclosure } from '../../shared/ui/disclosure.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { ErrorState } from '../../shared/ui/error-state.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { QueryView } from '../../shared/ui/query-view.tsx';
import { SkeletonRows } from '../../shared/ui/skeleton.tsx';
import { uiMessages } from '../../shared/ui/ui-messages.ts';
import { NeedsWallet } from '../../shared/wallet/needs-wallet.tsx';
import { type DeskEntry, isPast } from './desk/desk-entries.ts';
import { DeskRow } from './desk/desk-row.tsx';
import { OwnSummary } from './desk/own-summary.tsx';
import { useDesk } from './desk/use-desk.ts';
import { experienceMessages } from './messages.ts';
import { RegisterCard } from './register/register-card.tsx';
import { VaultCard } from './vault/vault-card.tsx';

/** The account's desk: what to measure, commit, reveal and collect, the most urgent first. */
export function ExperiencePage() {
  const text = useText(experienceMessages);
  return (
    <Page
      title={text('experience.title')}
      intro={text('experience.intro')}
      actions={
        <Link to="/experiencers" className={buttonClass()}>
          {text('experience.directory')}
        </Link>
      }
    >
      <NeedsWallet>{({ address }) => <Desk key={address} account={address} />}</NeedsWallet>
    </Page>
  );
}

function Desk({ account }: { account: Address }) {
  const text = useText(experienceMessages);
  const { token } = useSession();
  const id = useExperiencerId(account);
  return (
    <QueryView query={id}>
      {(experiencerId) => (
        <div className="grid gap-10">
          {experiencerId === 0 ? <RegisterCard /> : <OwnSummary experiencerId={experiencerId} />}
          {token === undefined && <NeedsSession title={text('experience.signIn')}>{null}</NeedsSession>}
          <Entries experiencerId={experiencerId} isSignedIn={token !== undefined} />
          {experiencerId !== 0 && <VaultCard />}
        </div>
      )}
    </QueryView>
  );
}

/** Of what is finished; the rest is one tap away. */
const SHOWN_PAST = 4;

function Entries({ experiencerId, isSignedIn }: { experiencerId: number; isSignedIn: boolean }) {
  const text = useText(experienceMessages);
  const ui = useText(uiMessages);
  const { entries, error, refetch } = useDesk(experiencerId);
  if (!entries)
    return error ? (
      <ErrorState error={error} onRetry={refetch} />
    ) : (
      <SkeletonRows rows={5} className="h-20 rounded-2xl sm:h-26" />
    );
  const past = entries.filter(isPast);
  const current = entries.filter((entry) => !isPast(entry));
  const due = current.filter(({ canAct }) => canAct);
  const waiting = current.filter(({ canAct }) => !canAct);
  return (
    <>
      {error && <ErrorState error={error} onRetry={refetch} />}
      {(isSignedIn || due.length > 0) && (
        <Section title={text('experience.now')}>{due.length > 0 ? <Rows entries={due} /> : <NothingDue />}</Section>
      )}
      {waiting.length > 0 && (
        <Section title={text('experience.waiting')}>
          <Rows entries={waiting} />
        </Section>
      )}
      {past.length > 0 && (
        <Section title={text('experience.past')}>
          <Rows entries={past.slice(0, SHOWN_PAST)} />
          {past.length > SHOWN_PAST && (
            <Disclosure summary={ui('ui.more')}>
              <Rows entries={past.slice(SHOWN_PAST)} />
            </Disclosure>
          )}
        </Section>
      )}
    </>
  );
}

function Rows({ entries }: { entries: readonly DeskEntry[] }) {
  return (
    <ul className="grid gap-3">
      {entries.map((entry) => (
        <li key={entry.lot.number}>
          <DeskRow entry={entry} />
        </li>
      ))}
    </ul>
  );
}

function NothingDue() {
  const text = useText(experienceMessages);
  return (
    <EmptyState
      icon={<FlaskConical />}
      title={text('experience.nowEmpty')}
      action={
        <Link to="/market" className={buttonClass('primary')}>
          {text('experience.toMarket')}
        </Link>
      }
    >
      {text('experience.nowEmptyHelp')}
    </EmptyState>
  );
}
