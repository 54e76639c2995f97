import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Address } from 'viem';
import { abis } from '../../../shared/chain/contracts.ts';
import { useChainClient } from '../../../shared/chain/use-chain-client.ts';
import { useNow } from '../../../shared/chain/use-now.ts';
import { useAppConfig } from '../../../shared/config/use-app-config.ts';
import { shareBps } from '../../../shared/format/share-bps.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { useToast } from '../../../shared/toasts/use-toast.ts';
import { TransactionButton } from '../../../shared/transactions/transaction-button.tsx';
import { Card, Section } from '../../../shared/ui/card.tsx';
import { classNames } from '../../../shared/ui/class-names.ts';
import { Field } from '../../../shared/ui/field.tsx';
import { TextArea } from '../../../shared/ui/input.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { SkeletonLines } from '../../../shared/ui/skeleton.tsx';
import { NeedsWallet } from '../../../shared/wallet/needs-wallet.tsx';
import { useAccount } from '../../../shared/wallet/use-account.ts';
import type { ProposalDetails } from '../governance-queries.ts';
import { governanceMessages } from '../messages.ts';
import { proposalState } from '../proposal-state.ts';
import { castVote, type Support } from '../transactions/proposals.ts';
import { useElectorate } from '../use-electorate.ts';

/** The reader's own vote: while it can be cast, and afterwards what it was. */
export function VoteCard({ proposal }: { proposal: ProposalDetails }) {
  const text = useText(governanceMessages);
  const format = useFormat();
  const now = useNow();
  const account = useAccount()?.address.toLowerCase();
  if (now === undefined) return null;
  const own = proposal.votes.find((vote) => vote.account.id === account);
  const state = proposalState(proposal, now);
  if (state !== 'active' && !own) return null;
  return (
    <Section title={text('governance.yourVote')}>
      {own ? (
        <Notice kind="success">
          {text('governance.voted', {
            support: text(`governance.support.${own.support}`),
            amount: format.amount(own.weight),
          })}
        </Notice>
      ) : (
        <NeedsWallet>
          {({ address }) => (
            <Card>
              <Ballot key={address} proposal={proposal} account={address} />
            </Card>
          )}
        </NeedsWallet>
      )}
    </Section>
  );
}

function Ballot({ proposal, account }: { proposal: ProposalDetails; account: Address }) {
  const text = useText(governanceMessages);
  const format = useFormat();
  const power = useVotes(account, proposal.voteStart).data;
  const electorate = useElectorate(proposal.voteStart).data?.electorate;
  if (power === undefined || electorate === undefined) return <SkeletonLines lines={3} />;
  if (power === 0n) return <p className="text-muted">{text('governance.noPower')}</p>;
  return (
    <div className="grid gap-4">
      <p>
        {text('governance.yourPower', {
          amount: format.amount(power),
          share: format.bps(shareBps(power, electorate)),
        })}
      </p>
      <Choice proposal={proposal} />
    </div>
  );
}

const ORDER: readonly Support[] = ['FOR', 'AGAINST', 'ABSTAIN'];

function Choice({ proposal: { number, proposalId } }: { proposal: ProposalDetails }) {
  const text = useText(governanceMessages);
  const toast = useToast();
  const [support, setSupport] = useState<Support | null>(null);
  const [reason, setReason] = useState('');
  const request = useMemo(
    () => (support === null ? null : castVote(number, proposalId, support, reason.trim())),
    [number, proposalId, support, reason],
  );
  return (
    <>
      <fieldset className="grid gap-2">
        <legend className="sr-only">{text('governance.yourVote')}</legend>
        {ORDER.map((one) => (
          <label
            key={one}
            className={classNames(
              'flex min-h-12 cursor-pointer items-center gap-3 rounded-xl border px-4 py-2 hover:bg-sunken',
              one === support ? 'border-jade bg-jade-soft' : 'border-line',
            )}
          >
            <input
              type="radio"
              name={`vote-${number}`}
              value={one}
              className="size-5 shrink-0 accent-[var(--jade)]"
              checked={one === support}
              onChange={() => setSupport(one)}
            />
            <span className="grid leading-tight">
              {text(`governance.support.${one}`)}
              <span className="text-sm text-muted">{text(`governance.supportHelp.${one}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <Field label={text('governance.reason')} hint={text('governance.reasonHelp')} optional>
        {(control) => <TextArea {...control} value={reason} onChange={(event) => setReason(event.target.value)} />}
      </Field>
      <TransactionButton
        request={request}
        onDone={() => toast({ key: `vote:${number}`, kind: 'success', title: text('governance.votedToast') })}
      >
        {text('governance.vote')}
      </TransactionButton>
    </>
  );
}

/** Power of an account at the snapshot. */
function useVotes(account: Address, voteStart: string) {
  const client = useChainClient();
  const { contracts } = useAppConfig();
  return useQuery({
    queryKey: ['chain', 'votes', account, voteStart],
    queryFn: () =>
      client.readContract({
        address: contracts.governor,
        abi: abis.governor,
        functionName: 'getVotes',
        args: [account, BigInt(voteStart)],
      }),
  });
}
