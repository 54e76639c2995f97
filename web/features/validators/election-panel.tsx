import { Vote } from 'lucide-react';
import { useFormat } from '../../shared/format/use-format.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { Address } from '../../shared/ui/address.tsx';
import { Card } from '../../shared/ui/card.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { Facts } from '../../shared/ui/facts.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { Tokens } from '../../shared/ui/tokens.tsx';
import { Tooltip } from '../../shared/ui/tooltip.tsx';
import { electionOf, evennessBps, type TermNow } from './election-view.ts';
import { validatorsMessages } from './messages.ts';
import { SupportBars } from './support-bars.tsx';
import type { ElectionData, ValidatorsData } from './validators-page.tsx';

/** The election that is open, or how the last one came out. */
export function ElectionPanel({ data, now }: { data: ValidatorsData; now: TermNow }) {
  const text = useText(validatorsMessages);
  const format = useFormat();
  const { elects, electionFrom, isElectionOpen } = now;
  const queued = data.elections.find(({ term }) => term === elects);
  const before = electionOf(data.elections, now.term);
  const shown = isElectionOpen ? queued : before;
  const term = String(elects);
  return (
    <div className="grid gap-4">
      {!isElectionOpen && (
        <Notice title={text('validators.notOpen', { term })}>
          {text(before ? 'validators.notOpenHelp' : 'validators.notOpenFirst', { date: format.dateTime(electionFrom) })}
        </Notice>
      )}
      {isElectionOpen && !queued && (
        <EmptyState icon={<Vote />} title={text('validators.noSolution')}>
          {text('validators.noSolutionHelp')}
        </EmptyState>
      )}
      {shown && <Result election={shown} isFinal={!isElectionOpen} />}
    </div>
  );
}

function Result({ election, isFinal }: { election: ElectionData; isFinal: boolean }) {
  const text = useText(validatorsMessages);
  const format = useFormat();
  const { winners, leastSupport, support, squares, voterCount, solutionCount, solvedAt, best, seats } = election;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <SupportBars seats={seats} />
      <Card className="grid gap-3">
        <h3 className="font-display text-lg font-semibold">
          {text(isFinal ? 'validators.solutionFinal' : 'validators.solution')} ·{' '}
          {text('validators.term', { term: String(election.term) })}
        </h3>
        <Facts
          facts={[
            [text('validators.winners'), format.number(winners)],
            [text('validators.least'), <Tokens key="l" amount={leastSupport} />],
            [text('validators.sum'), <Tokens key="s" amount={support} />],
            [
              <Tooltip key="e" tip={text('validators.evennessHelp')}>
                {text('validators.evenness')}
              </Tooltip>,
              format.bps(evennessBps(BigInt(support), BigInt(squares), winners)),
            ],
            [text('validators.votersOf'), format.number(voterCount)],
            [text('validators.submitter'), <Address key="a" address={best.submitter.id} plain />],
          ]}
        />
        <p className="text-sm text-muted">
          {text('validators.solutions', { count: solutionCount, date: format.dateTime(solvedAt) })}
        </p>
        <p className="text-sm text-muted">{text('validators.scoreHelp')}</p>
      </Card>
    </div>
  );
}
