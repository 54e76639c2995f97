import { Link2, Plus } from 'lucide-react';
import { useState } from 'react';
import type { ReferralLink } from '../../../relay/api/referrals.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { useRelayQuery } from '../../shared/relay/use-relay-query.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Section } from '../../shared/ui/card.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { QueryView } from '../../shared/ui/query-view.tsx';
import { LinkCard } from './link-card.tsx';
import { LinkForm } from './link-form.tsx';
import { recommendersMessages } from './messages.ts';

/** The recommender's links, and a new one. */
export function LinksSection({ recommenderId }: { recommenderId: number }) {
  const text = useText(recommendersMessages);
  const [open, setOpen] = useState(false);
  const query = useRelayQuery<{ links: ReferralLink[] }>('/referrals/grants', { session: true });
  const create = (
    <Button kind="primary" onClick={() => setOpen(true)}>
      <Plus aria-hidden="true" className="size-4" />
      {text('recommenders.create')}
    </Button>
  );
  return (
    <Section title={text('recommenders.links')} actions={query.data && query.data.links.length > 0 && create}>
      <QueryView query={query}>
        {({ links }) =>
          links.length === 0 ? (
            <EmptyState icon={<Link2 />} title={text('recommenders.linksEmpty')} action={create}>
              {text('recommenders.linksEmptyHelp')}
            </EmptyState>
          ) : (
            <ul className="grid gap-4 lg:grid-cols-2">
              {links.map((link) => (
                <li key={link.code}>
                  <LinkCard link={link} />
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
      <Dialog open={open} onClose={() => setOpen(false)} title={text('recommenders.createTitle')}>
        <LinkForm recommenderId={recommenderId} onDone={() => setOpen(false)} />
      </Dialog>
    </Section>
  );
}
