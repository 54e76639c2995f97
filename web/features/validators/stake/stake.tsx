import { useMemo, useState } from 'react';
import type { Address } from 'viem';
import type { OwnStakeQuery } from '../../../generated/graphql.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { TransactionButton } from '../../../shared/transactions/transaction-button.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { Card, Section } from '../../../shared/ui/card.tsx';
import { Dialog } from '../../../shared/ui/dialog.tsx';
import { Facts } from '../../../shared/ui/facts.tsx';
import { Tokens } from '../../../shared/ui/tokens.tsx';
import { CandidateName } from '../../../shared/validators/candidate-name.tsx';
import type { TermNow } from '../election-view.ts';
import { validatorsMessages } from '../messages.ts';
import { enlist, withdrawStake } from '../transactions/stake.ts';
import type { ValidatorsData } from '../validators-page.tsx';
import { Leaving, useRelease } from './leaving.tsx';
import { Split } from './split.tsx';
import { BondForm, NominateForm, UnbondForm } from './stake-forms.tsx';

export type OwnVoter = NonNullable<NonNullable<OwnStakeQuery['account']>['voter']>;

const TASKS = { bond: BondForm, choose: NominateForm, unbond: UnbondForm } as const;
type Task = keyof typeof TASKS;

interface Props {
  voter: OwnVoter | null;
  data: ValidatorsData;
  now: TermNow;
  account: Address;
}

/** What an account has bonded, whom it names, and what the election makes of it. */
export function Stake({ voter, data, now, account }: Props) {
  const text = useText(validatorsMessages);
  const [task, setTask] = useState<Task | null>(null);
  const Form = task && TASKS[task];
  const close = () => setTask(null);
  const isBonded = voter !== null && voter.stake !== '0';
  return (
    <Section title={text('validators.stake')} intro={text('validators.stakeIntro')}>
      <div className={voter ? 'grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-2' : 'grid'}>
        <Card className="grid grid-cols-[minmax(0,1fr)] content-start gap-4">
          {voter && <StakeFacts voter={voter} now={now} />}
          {voter && <Named targets={voter.targets} candidates={data.candidates} />}
          <div className="flex flex-wrap gap-3">
            <Button kind={isBonded ? 'secondary' : 'primary'} onClick={() => setTask('bond')}>
              {text(isBonded ? 'validators.bondMore' : 'validators.bond')}
            </Button>
            {voter && <Button onClick={() => setTask('choose')}>{text('validators.choose')}</Button>}
            {isBonded && <Button onClick={() => setTask('unbond')}>{text('validators.unbond')}</Button>}
          </div>
          {voter && <Due voter={voter} />}
        </Card>
        {voter && <Split voter={voter} data={data} now={now} />}
      </div>
      <Dialog
        open={task !== null}
        onClose={close}
        title={task && text(`validators.${task}`)}
        shape={task === 'choose' || (task === 'bond' && !voter) ? 'wide' : 'center'}
      >
        {Form && <Form voter={voter} data={data} now={now} account={account} onDone={close} />}
      </Dialog>
    </Section>
  );
}

function Named({ targets, candidates }: Pick<OwnVoter, 'targets'> & Pick<ValidatorsData, 'candidates'>) {
  const text = useText(validatorsMessages);
  const named = candidates.filter(({ number }) => targets.includes(number));
  return (
    <div className="grid gap-1.5">
      <p className="text-muted">{text('validators.names')}</p>
      {named.length === 0 ? (
        <p>{text('validators.namesNobody')}</p>
      ) : (
        <ul className="flex flex-wrap gap-x-6 gap-y-1.5">
          {named.map((candidate) => (
            <li key={candidate.number} className="max-w-full">
              <CandidateName candidate={candidate} linked />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function StakeFacts({ voter, now }: Pick<Props, 'now'> & { voter: OwnVoter }) {
  const text = useText(validatorsMessages);
  const { stake, listed, leaving, releaseEpoch, fromElection } = voter;
  return (
    <Facts
      facts={[
        [text('validators.atStake'), <Tokens key="s" amount={stake} />],
        [text('validators.listed'), text(listed ? 'validators.listedYes' : 'validators.listedNo')],
        ...(fromElection > now.elects || now.isElectionOpen
          ? [[text('validators.countsFrom'), text('validators.countsFor', { term: String(fromElection) })] as const]
          : []),
        ...(releaseEpoch !== null && releaseEpoch !== undefined
          ? [[text('validators.leaving'), <Leaving key="l" amount={leaving} epoch={releaseEpoch} />] as const]
          : []),
      ]}
    />
  );
}

/** What can be done about a voter without a form. */
function Due({ voter }: { voter: OwnVoter }) {
  const text = useText(validatorsMessages);
  const format = useFormat();
  const release = useRelease(voter.releaseEpoch);
  const withdraw = useMemo(withdrawStake, []);
  const enter = useMemo(() => enlist(voter.number), [voter.number]);
  const canTry = !voter.listed && voter.stake !== '0' && voter.targets.length > 0;
  return (
    <div className="flex flex-wrap gap-4 empty:hidden">
      {release?.isDue && (
        <TransactionButton request={withdraw} terse>
          {text('validators.withdraw', { amount: format.token(voter.leaving) })}
        </TransactionButton>
      )}
      {canTry && (
        <TransactionButton request={enter} kind="secondary" terse>
          {text('validators.enlist')}
        </TransactionButton>
      )}
    </div>
  );
}
