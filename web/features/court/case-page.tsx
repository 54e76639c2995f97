import { Link, useParams } from '@tanstack/react-router';
import { OwedMoney } from '../../shared/credits/owed-money.tsx';
import { useCaseTitle } from '../../shared/disputes/case-title.ts';
import { disputeMessages } from '../../shared/disputes/dispute-messages.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { entityId } from '../../shared/subgraph/entity-id.ts';
import { useSubgraph } from '../../shared/subgraph/use-subgraph.ts';
import { buttonClass } from '../../shared/ui/button.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { QueryView } from '../../shared/ui/query-view.tsx';
import { SkeletonBlocks } from '../../shared/ui/skeleton.tsx';
import { useAccount } from '../../shared/wallet/use-account.ts';
import { AppealPanel } from './case/appeal-panel.tsx';
import { Assertions } from './case/assertions.tsx';
import { CaseFacts } from './case/case-facts.tsx';
import { EvidenceSection } from './case/evidence-section.tsx';
import { OutcomeSection } from './case/outcome-section.tsx';
import { Progress } from './case/progress.tsx';
import { Rounds } from './case/rounds.tsx';
import { useChoices } from './case/use-choices.ts';
import { type CaseDetails, caseQuery } from './court-queries.ts';
import { VoteCard } from './jury/vote-card.tsx';
import { courtMessages } from './messages.ts';

/** One case: what is asserted, with what evidence, who judges, and what came of it. */
export function CasePage() {
  const { id } = useParams({ from: '/court/$id' });
  const number = /^[1-9]\d{0,9}$/.test(id) && Number(id) <= 0xffff_ffff ? Number(id) : null;
  return number === null ? <Missing number={id} /> : <Found key={number} number={number} />;
}

function Found({ number }: { number: number }) {
  const text = useText(disputeMessages);
  const query = useSubgraph(caseQuery, { id: entityId(number) });
  const title = text('disputes.number', { number: String(number) });
  if (query.data?.case === null) return <Missing number={String(number)} />;
  return (
    <QueryView
      query={query}
      title={title}
      skeleton={
        <Page title={title}>
          <SkeletonBlocks blocks={['h-44 rounded-2xl', 'h-72 rounded-2xl', 'h-56 rounded-2xl']} />
        </Page>
      }
    >
      {({ case: found }) => found && <Parts one={found} />}
    </QueryView>
  );
}

function Parts({ one }: { one: CaseDetails }) {
  const text = useText(courtMessages);
  const disputes = useText(disputeMessages);
  const titleOf = useCaseTitle();
  const account = useAccount()?.address;
  const choices = useChoices(one);
  const { dispute } = one;
  const latest = dispute?.rounds.find(({ index }) => index === dispute.latestRound.index);
  const own = account && latest?.seats.filter((seat) => seat.account.id === account.toLowerCase());
  return (
    <Page
      title={titleOf(one)}
      intro={`${disputes('disputes.number', { number: String(one.number) })} · ${disputes(`disputes.kind.${one.kind}`)}${
        one.ground === 'NONE' ? '' : ` · ${disputes(`disputes.ground.${one.ground}`)}`
      }`}
      actions={
        <Link to="/court" className={buttonClass('quiet', 'small')}>
          {text('court.all')}
        </Link>
      }
    >
      <Progress one={one} />
      {dispute &&
        latest &&
        own?.map((seat) => <VoteCard key={seat.id} dispute={dispute} round={latest} seat={seat} choices={choices} />)}
      {dispute && <AppealPanel dispute={dispute} choices={choices} />}
      <OutcomeSection one={one} choices={choices} />
      {account && <OwedMoney account={account} />}
      <Assertions one={one} />
      <EvidenceSection one={one} />
      {dispute && <Rounds dispute={dispute} choices={choices} />}
      <CaseFacts one={one} />
    </Page>
  );
}

function Missing({ number }: { number: string }) {
  const text = useText(courtMessages);
  return (
    <Page title={text('court.title')}>
      <EmptyState
        title={text('court.bad', { number })}
        action={
          <Link to="/court" className={buttonClass()}>
            {text('court.all')}
          </Link>
        }
      >
        {text('court.badHelp')}
      </EmptyState>
    </Page>
  );
}
