import { type Address, isAddressEqual } from 'viem';
import { SUPPORT } from '../local/proposals.ts';
import type { OpenProposal } from './agenda.ts';
import type { Resident } from './cast.ts';
import { commonOpinion, opinionOf } from './opinion.ts';
import { GAS, type Sending, sendTogether } from './send-together.ts';
import type { Settings } from './settings.ts';

/** Residents let others speak first: for this part of the vote. */
const THOUGHT = 1 / 4;

/** When residents vote; early enough to be no late change of the outcome. */
export function residentsVoteAt({ snapshot, deadline }: OpenProposal): number {
  return snapshot + Math.floor((deadline - snapshot) * THOUGHT);
}

/**
 * Residents with power vote on what is proposed to the commune. Queuing and executing is anybody's, so it is left to the relay.
 *
 * @param visitor whose place a visitor has taken: his vote is left to him
 */
export async function vote(settings: Settings, now: number, visitor: Address | null = null): Promise<number> {
  const { commune, agenda, failed } = settings;
  const sendings: Sending[] = [];
  for (const proposal of await agenda.open()) {
    if (proposal.state !== 'Active' || now < residentsVoteAt(proposal)) continue;
    sendings.push(...(await votesOn(settings, proposal, visitor)));
  }
  return (await sendTogether(commune, sendings, failed)).length;
}

async function votesOn(settings: Settings, proposal: OpenProposal, visitor: Address | null): Promise<Sending[]> {
  const { commune, cast } = settings;
  const { governor } = commune.contracts;
  const { proposalId, snapshot } = proposal;
  const common = await commonOpinion(settings, proposal);
  const sendings = [...cast.jurors, ...cast.testers].map(async (resident: Resident): Promise<Sending[]> => {
    const { address } = resident.key;
    if (visitor !== null && isAddressEqual(address, visitor)) return [];
    const support = opinionOf(resident, proposalId, common);
    if (support === null) return [];
    const [hasVoted, power] = await Promise.all([
      governor.read.hasVoted([proposalId, address]),
      governor.read.getVotes([address, BigInt(snapshot)]),
    ]);
    if (hasVoted || power === 0n) return [];
    const args = [proposalId, SUPPORT.indexOf(support)] as const;
    const send = () => governor.write.castVote(args, { account: resident.actor.account, gas: GAS });
    return [{ what: `vote of ${resident.name} on proposal ${proposalId}`, send }];
  });
  return (await Promise.all(sendings)).flat();
}
