import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { parseEventLogs, type TransactionReceipt } from 'viem';
import { abis } from '../../shared/chain/contracts.ts';
import { useAppConfig } from '../../shared/config/use-app-config.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { writeDescription } from '../../shared/proposals/description.ts';
import { useToast } from '../../shared/toasts/use-toast.ts';
import { TransactionButton } from '../../shared/transactions/transaction-button.tsx';
import { buttonClass } from '../../shared/ui/button.tsx';
import { Card, Section } from '../../shared/ui/card.tsx';
import { Field } from '../../shared/ui/field.tsx';
import { Input, TextArea } from '../../shared/ui/input.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { useAccount } from '../../shared/wallet/use-account.ts';
import { CallCard } from './actions/call-card.tsx';
import type { Call } from './actions/encode-action.ts';
import { governanceMessages } from './messages.ts';
import { ActionPicker } from './new/action-picker.tsx';
import { DraftCard } from './new/draft-card.tsx';
import { callOf, type Draft, type EditDraft, newDraft } from './new/drafts.ts';
import { MayPropose, Needs } from './new/needs.tsx';
import { useClassOf, useProposing } from './new/use-proposing.ts';
import { proposeCalls } from './transactions/proposals.ts';

/** Making a proposal from forms: one for each thing that can be decided. */
export function NewProposalPage() {
  const text = useText(governanceMessages);
  const { contracts } = useAppConfig();
  const [drafts, setDrafts] = useState<readonly Draft[]>([]);
  const change = useCallback(
    (key: number, edit: EditDraft) => setDrafts((before) => before.map((one) => (one.key === key ? edit(one) : one))),
    [],
  );
  const remove = (key: number) => setDrafts((before) => before.filter((one) => one.key !== key));
  const found = drafts.map((draft) => callOf(draft, contracts));
  const calls = found.filter((call) => call !== null);
  const isComplete = drafts.length > 0 && calls.length === drafts.length;
  const decisionClass = useClassOf(calls).data;
  const account = useAccount()?.address;
  const proposing = useProposing(account).data;
  return (
    <Page
      title={text('governance.newTitle')}
      intro={text('governance.newIntro')}
      actions={
        <Link to="/governance" className={buttonClass('quiet', 'small')}>
          {text('governance.all')}
        </Link>
      }
    >
      <Section title={text('governance.what')}>
        {drafts.map((draft) => (
          <DraftCard key={draft.key} draft={draft} onChange={change} onRemove={remove} />
        ))}
        <Card>
          <ActionPicker
            isFirst={drafts.length === 0}
            onPick={(id) => setDrafts((before) => [...before, newDraft((before.at(-1)?.key ?? 0) + 1, id)])}
          />
        </Card>
      </Section>
      {calls.length > 0 && decisionClass && (
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-8 lg:grid-cols-2">
          <Section title={text('governance.preview')} intro={text('governance.callsHelp')}>
            {calls.map((call, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same may be called twice
              <CallCard key={i} call={call} number={i + 1} decisionClass={decisionClass} isOpen />
            ))}
          </Section>
          <Section title={text('governance.needs')}>
            <Needs decisionClass={decisionClass} proposing={proposing} />
          </Section>
        </div>
      )}
      <Wording calls={isComplete ? calls : null}>
        {account && decisionClass && calls.length > 0 && (
          <MayPropose decisionClass={decisionClass} proposing={proposing} />
        )}
      </Wording>
    </Page>
  );
}

/** Title, reasons, and the button. @param calls null: forms are not filled in */
function Wording({ calls, children }: { calls: readonly Call[] | null; children: ReactNode }) {
  const text = useText(governanceMessages);
  const toast = useToast();
  const navigate = useNavigate();
  const account = useAccount()?.address;
  const [title, setTitle] = useState('');
  const [body, setBody] = useState('');
  const isReady = calls !== null && title.trim() !== '' && body.trim() !== '';
  const batch = calls?.map(({ target, data }) => `${target}${data}`).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `batch` says what is in `calls`, which are new with each look
  const request = useMemo(
    () => (isReady && account ? proposeCalls(calls, writeDescription(title, body, account)) : null),
    [isReady, account, batch, title, body],
  );
  const done = ({ logs }: TransactionReceipt) => {
    toast({ key: 'proposal', kind: 'success', title: text('governance.sent') });
    const [made] = parseEventLogs({ abi: abis.governor, eventName: 'ProposalCreated', logs });
    if (!made) return;
    const id = `0x${made.args.proposalId.toString(16).padStart(64, '0')}`;
    void navigate({ to: '/governance/$number', params: { number: id } });
  };
  return (
    <Section title={text('governance.text')}>
      <Card className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <Field label={text('governance.proposalTitle')} hint={text('governance.proposalTitleHelp')}>
          {(control) => (
            <Input {...control} maxLength={120} value={title} onChange={(event) => setTitle(event.target.value)} />
          )}
        </Field>
        <Field label={text('governance.body')} hint={text('governance.bodyHelp')}>
          {(control) => (
            <TextArea
              {...control}
              className="min-h-40"
              value={body}
              onChange={(event) => setBody(event.target.value)}
            />
          )}
        </Field>
        {children}
        {!isReady && <p className="text-sm text-muted">{text('governance.missing')}</p>}
        <TransactionButton request={request} onDone={done}>
          {text('governance.send')}
        </TransactionButton>
      </Card>
    </Section>
  );
}
