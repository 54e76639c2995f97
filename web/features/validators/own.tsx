import type { Address } from 'viem';
import { useText } from '../../shared/i18n/use-text.ts';
import { useSubgraph } from '../../shared/subgraph/use-subgraph.ts';
import { Section } from '../../shared/ui/card.tsx';
import { QueryView } from '../../shared/ui/query-view.tsx';
import { NeedsWallet } from '../../shared/wallet/needs-wallet.tsx';
import { useAccount } from '../../shared/wallet/use-account.ts';
import { Candidacy } from './candidacy/candidacy.tsx';
import type { TermNow } from './election-view.ts';
import { validatorsMessages } from './messages.ts';
import { Rewards } from './rewards/rewards.tsx';
import { Stake } from './stake/stake.tsx';
import type { ValidatorsData } from './validators-page.tsx';
import { ownStakeQuery } from './validators-queries.ts';

interface Props {
  data: ValidatorsData;
  now: TermNow;
}

/** Stake, candidacy and rewards of whoever is connected. */
export function Own(props: Props) {
  const text = useText(validatorsMessages);
  const account = useAccount();
  if (account) return <OfAccount key={account.address} account={account.address} {...props} />;
  return (
    <Section title={text('validators.stake')} intro={text('validators.connectHelp')}>
      <NeedsWallet>{() => null}</NeedsWallet>
    </Section>
  );
}

function OfAccount({ account, data, now }: Props & { account: Address }) {
  const query = useSubgraph(
    ownStakeQuery,
    { id: account.toLowerCase() },
    { select: (found) => ({ voter: found.account?.voter ?? null, candidate: found.account?.candidate ?? null }) },
  );
  return (
    <QueryView query={query}>
      {({ voter, candidate }) => (
        <>
          <Stake voter={voter} data={data} now={now} account={account} />
          <Rewards voter={voter} candidate={candidate} now={now} />
          <Candidacy candidate={candidate} data={data} now={now} account={account} />
        </>
      )}
    </QueryView>
  );
}
