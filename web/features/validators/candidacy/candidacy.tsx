import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { Address } from 'viem';
import type { OwnStakeQuery } from '../../../generated/graphql.ts';
import { useExperiencerId } from '../../../shared/experiencers/use-experiencer-id.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { TransactionButton } from '../../../shared/transactions/transaction-button.tsx';
import { Button, buttonClass } from '../../../shared/ui/button.tsx';
import { Card, Section } from '../../../shared/ui/card.tsx';
import { classNames } from '../../../shared/ui/class-names.ts';
import { Dialog } from '../../../shared/ui/dialog.tsx';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { Facts } from '../../../shared/ui/facts.tsx';
import { QueryView } from '../../../shared/ui/query-view.tsx';
import { Tokens } from '../../../shared/ui/tokens.tsx';
import type { TermNow } from '../election-view.ts';
import { validatorsMessages } from '../messages.ts';
import { Leaving, useRelease } from '../stake/leaving.tsx';
import { withdrawSelfBond } from '../transactions/candidacy.ts';
import type { ValidatorsData } from '../validators-page.tsx';
import { CommissionForm, LowerForm, RaiseForm, StandDownForm, StandForm } from './candidacy-forms.tsx';

export type OwnCandidate = NonNullable<NonNullable<OwnStakeQuery['account']>['candidate']>;

const TASKS = {
  stand: StandForm,
  raise: RaiseForm,
  lower: LowerForm,
  setCommission: CommissionForm,
  standDown: StandDownForm,
} as const;
type Task = keyof typeof TASKS;

interface Props {
  candidate: OwnCandidate | null;
  data: ValidatorsData;
  now: TermNow;
  account: Address;
}

/** Standing for validator: self-bond, commission, and leaving again. */
export function Candidacy({ candidate, data, now, account }: Props) {
  const text = useText(validatorsMessages);
  const experiencerId = useExperiencerId(account);
  const [task, setTask] = useState<Task | null>(null);
  const Form = task && TASKS[task];
  const close = () => setTask(null);
  const tasks: readonly Task[] = candidate?.running
    ? ['raise', 'lower', 'setCommission', 'standDown']
    : candidate && candidate.selfBond !== '0'
      ? ['stand', 'lower']
      : ['stand'];
  return (
    <Section title={text('validators.candidacy')} intro={text('validators.candidacyIntro')}>
      <QueryView query={experiencerId}>
        {(id) =>
          id === 0 ? (
            <EmptyState
              title={text('validators.standNotExperiencer')}
              action={
                <Link to="/experience" className={buttonClass()}>
                  {text('validators.toExperience')}
                </Link>
              }
            >
              {text('validators.standNotExperiencerHelp')}
            </EmptyState>
          ) : (
            <Card className={classNames('grid gap-4', candidate && 'lg:grid-cols-2 lg:gap-10')}>
              {candidate && <CandidacyFacts candidate={candidate} />}
              <div className="flex flex-wrap content-start gap-3">
                {tasks.map((one) => (
                  <Button key={one} onClick={() => setTask(one)}>
                    {text(one === 'stand' && candidate ? 'validators.standAgain' : `validators.${one}`)}
                  </Button>
                ))}
                {candidate && <Due candidate={candidate} />}
              </div>
            </Card>
          )
        }
      </QueryView>
      <Dialog open={task !== null} onClose={close} title={task && text(`validators.${task}`)}>
        {Form && <Form candidate={candidate} data={data} now={now} account={account} onDone={close} />}
      </Dialog>
    </Section>
  );
}

function CandidacyFacts({ candidate }: { candidate: OwnCandidate }) {
  const text = useText(validatorsMessages);
  const format = useFormat();
  const { number, running, selfBond, commissionBps, backing, backers, leaving, releaseEpoch, fromElection } = candidate;
  return (
    <Facts
      facts={[
        [
          text('validators.state'),
          text(running ? 'validators.running' : 'validators.notRunning', { term: String(fromElection) }),
        ],
        [text('validators.selfBond'), <Tokens key="b" amount={selfBond} />],
        [text('validators.commission'), format.bps(commissionBps)],
        [text('validators.named'), text('validators.namedBy', { amount: format.token(backing), count: backers })],
        ...(releaseEpoch !== null && releaseEpoch !== undefined
          ? [[text('validators.leaving'), <Leaving key="l" amount={leaving} epoch={releaseEpoch} />] as const]
          : []),
        [
          text('validators.own'),
          <Link
            key="p"
            to="/validators/$id"
            params={{ id: String(number) }}
            className="text-jade underline underline-offset-4"
          >
            {text('validators.number', { number: String(number) })}
          </Link>,
        ],
      ]}
    />
  );
}

function Due({ candidate: { releaseEpoch, leaving } }: { candidate: OwnCandidate }) {
  const text = useText(validatorsMessages);
  const format = useFormat();
  const release = useRelease(releaseEpoch);
  const withdraw = useMemo(withdrawSelfBond, []);
  if (!release?.isDue) return null;
  return (
    <TransactionButton request={withdraw} terse>
      {text('validators.withdraw', { amount: format.token(leaving) })}
    </TransactionButton>
  );
}
