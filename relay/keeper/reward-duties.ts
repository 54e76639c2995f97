import { encodeFunctionData } from 'viem';
import { TERM_EPOCHS, termOf } from '../../protocol/clock/term.ts';
import { validatorCommission, voterReward } from '../../protocol/validators/term-rewards.ts';
import { edgeWord } from '../../protocol/validators/voter-tree.ts';
import { abis } from '../chain/abis.ts';
import { type ClosedTerm, closedTerms } from '../elections/closed-terms.ts';
import { termElection } from '../elections/term-election.ts';
import { atHead } from '../platform/at-head.ts';
import type { Relay } from '../relay.ts';
import type { Duty } from './duty.ts';

/** What nobody could be paid for so long needs somebody to look at it. */
const TERMS = 6;

/** The term that is closed next, once it is over. They are closed one after the other, whoever sat. */
export async function closeTermDuties(relay: Relay, epoch: number): Promise<Duty[]> {
  const { contracts } = relay.chain;
  const next = await nextTerm(relay);
  if (next >= termOf(epoch)) return [];
  const data = encodeFunctionData({ abi: abis.rewards, functionName: 'closeTerm', args: [next] });
  return [{ key: `close-term/${next}`, to: contracts.rewards, data, doneBy: ['NotNextTerm'] }];
}

/** The term that is to be closed next, as the contract says. */
export function nextTerm(relay: Relay): Promise<number> {
  const { client, contracts } = relay.chain;
  const call = { address: contracts.rewards, abi: abis.rewards, functionName: 'nextTerm' } as const;
  return atHead(relay, 'next term', () => client.readContract(call));
}

/**
 * Commissions of validators and rewards of voters who did not come for them themselves, as far as there is anything to pay.
 *
 * @param delay epochs that they have for it
 */
export async function termRewardDuties(relay: Relay, epoch: number, delay: number): Promise<Duty[]> {
  const terms = await atHead(relay, 'closed terms', () => closedTerms(relay.db, termOf(epoch) - TERMS));
  const ripe = terms.filter(({ term, amount }) => amount > 0n && epoch >= (term + 1) * TERM_EPOCHS + delay);
  const duties: Duty[] = [];
  for (const closed of ripe)
    duties.push(...(await atHead(relay, `rewards ${closed.term}`, () => unpaid(relay, closed))));
  return duties;
}

async function unpaid(relay: Relay, closed: ClosedTerm): Promise<Duty[]> {
  const { term, elected, paidSeats, paidVoters } = closed;
  const election = await termElection(relay.db, relay.chain, elected);
  if (election === null) return [];
  const { contracts, client } = relay.chain;
  const { rewards: to } = contracts;
  const abi = abis.rewards;
  const { seats } = election;
  const rewards = await Promise.all(
    seats.map((_, i) => client.readContract({ address: to, abi, functionName: 'rewardOf', args: [term, BigInt(i)] })),
  );
  const commissions = seats.flatMap((seat, index): Duty[] => {
    const amount = validatorCommission(rewards[index] ?? 0n, seat);
    if (amount === 0n || paidSeats.has(seat.candidateId)) return [];
    const data = encodeFunctionData({ abi, functionName: 'claimCommission', args: [term, BigInt(index)] });
    return [{ key: `term-rewards/${term}/seat/${seat.candidateId}`, to, data, doneBy: ['CommissionClaimed'] }];
  });
  const voters = election.voters.flatMap(({ id, edges, proof }): Duty[] => {
    if (paidVoters.has(id) || voterReward(edges, seats, rewards) === 0n) return [];
    const data = encodeFunctionData({ abi, functionName: 'claim', args: [term, id, edges.map(edgeWord), proof] });
    return [{ key: `term-rewards/${term}/voter/${id}`, to, data, doneBy: ['RewardClaimed'] }];
  });
  return [...commissions, ...voters];
}
