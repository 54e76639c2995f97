import { useQuery } from '@tanstack/react-query';
import type { Address } from 'viem';
import type { Seat } from '../../../../protocol/validators/seats.ts';
import { voterReward } from '../../../../protocol/validators/term-rewards.ts';
import type { ClosedTermsQuery, OwnStakeQuery } from '../../../generated/graphql.ts';
import { abis } from '../../../shared/chain/contracts.ts';
import { useChainClient } from '../../../shared/chain/use-chain-client.ts';
import { useAppConfig } from '../../../shared/config/use-app-config.ts';
import { useSubgraph } from '../../../shared/subgraph/use-subgraph.ts';
import { closedTermsQuery, solutionsQuery } from '../validators-queries.ts';
import { type VoterClaim, voterClaim } from './voter-claim.ts';

type Own = NonNullable<OwnStakeQuery['account']>;
type ClosedTerm = ClosedTermsQuery['termRewards_collection'][number];

/** A term for which a voter has not been paid yet. */
export interface OpenReward {
  readonly term: number;
  /** The term whose election seated it. */
  readonly elected: number;
  readonly amount: bigint;
}

/** What a voter is owed, by closed term; nothing where his part rounds down to 0. */
export function openRewards(voter: NonNullable<Own['voter']>, closed: readonly ClosedTerm[]): OpenReward[] {
  const claimed = new Set(voter.claims.map(({ term }) => term));
  return closed.flatMap(({ term, election, seats: earned }) => {
    if (!election || claimed.has(term)) return [];
    const edges = voter.allocations
      .filter((allocation) => allocation.election.term === election.term)
      .map(({ index, amount }) => ({ winner: index, amount: BigInt(amount) }));
    const seats = election.seats.map(
      (seat): Seat => ({
        candidateId: seat.candidate.number,
        commissionBps: seat.commissionBps,
        support: BigInt(seat.support),
        weight: BigInt(seat.weight),
      }),
    );
    const rewards = earned.map(({ reward }) => BigInt(reward));
    const amount = rewards.length === seats.length ? voterReward(edges, seats, rewards) : 0n;
    return amount === 0n ? [] : [{ term, elected: election.term, amount }];
  });
}

/** What is open for a voter, with the proofs for it; `claims` are undefined until they are computed. */
export function useRewards(voter: Own['voter']) {
  const { chain, contracts } = useAppConfig();
  const closed = useSubgraph(closedTermsQuery, {}, { enabled: Boolean(voter) });
  const open = voter && closed.data ? openRewards(voter, closed.data.termRewards_collection) : [];
  const terms = [...new Set(open.map(({ elected }) => elected))];
  const solutions = useSubgraph(solutionsQuery, { terms }, { enabled: terms.length > 0 });
  const proofs = useQuery({
    queryKey: ['voter-claims', voter?.number, open.map(({ term }) => term).join(), solutions.dataUpdatedAt],
    enabled: Boolean(voter) && Boolean(solutions.data),
    queryFn: (): VoterClaim[] =>
      open.flatMap(({ term, elected }) => {
        const found = solutions.data?.elections.find((election) => election.term === elected);
        if (!found || !voter) return [];
        const scope = { chainId: chain.id, elections: contracts.elections, term: elected };
        const { pages } = found.best;
        return voterClaim({ term, voterId: voter.number, pages, root: found.voterRoot, scope }) ?? [];
      }),
    retry: false,
  });
  return { open, claims: proofs.data, error: closed.error ?? solutions.error ?? proofs.error };
}

/** The term whose rewards are shared out next. */
export function useNextTerm() {
  const client = useChainClient();
  const { contracts } = useAppConfig();
  return useQuery({
    queryKey: ['chain', 'next-reward-term'],
    queryFn: () =>
      client.readContract({ address: contracts.rewards as Address, abi: abis.rewards, functionName: 'nextTerm' }),
  });
}
