import { encodeFunctionData } from 'viem';
import { abis } from '../chain/abis.ts';
import { type OpenProposal, openProposals } from '../governance/open-proposals.ts';
import { atHead } from '../platform/at-head.ts';
import type { Relay } from '../relay.ts';
import type { Duty } from './duty.ts';

const DAY = 24 * 60 * 60;
/** Whoever proposed it may do it himself as long; an emergency waits for nobody. */
const PROPOSERS_TIME = DAY;
/** An extension, two periods of grace, and the longest delay of a timelock: nothing is executed later. */
const LONGEST_AFTERLIFE = (7 + 14 + 30 + 14) * DAY;
/** Of what strangers may have written, as much as fits a transaction. */
const EXECUTION_GAS = 11_000_000n;

/** States of a proposal, in the order of the governor's enum, in which it can be moved on. */
const SUCCEEDED = 4;
const QUEUED = 5;
/** Canceled, defeated, expired, executed: nothing follows. */
const ENDED = [2, 3, 6, 7];
/** No reorganisation takes back what is so old. */
const CERTAIN_AFTER = 60 * 60;

/** What the governor says of a proposal whose vote is over. */
interface Standing extends OpenProposal {
  readonly state: number;
  /** Last second of the vote. */
  readonly deadline: number;
  readonly needsQueuing: boolean;
  /** When the timelock lets it be executed; 0: it is not queued. */
  readonly eta: number;
}

/** Decisions that have passed and go through the timelock. */
export async function queueDuties(relay: Relay, now: number): Promise<Duty[]> {
  const due = (await standing(relay, now)).filter(
    ({ state, needsQueuing, deadline }) => state === SUCCEEDED && needsQueuing && now > deadline + PROPOSERS_TIME,
  );
  return due.map(({ proposalId, batch }) => ({
    key: `queue-proposal/${proposalId}`,
    to: relay.chain.contracts.governor,
    data: encodeFunctionData({ abi: abis.governor, functionName: 'queue', args: batch }),
    doneBy: ['GovernorUnexpectedProposalState'],
  }));
}

/** Decisions whose delay in the timelock is over, and emergencies that have passed. */
export async function executeProposalDuties(relay: Relay, now: number): Promise<Duty[]> {
  const due = (await standing(relay, now)).filter(
    ({ state, needsQueuing, eta }) =>
      (state === QUEUED && now >= eta + PROPOSERS_TIME) || (state === SUCCEEDED && !needsQueuing),
  );
  return due.map(({ proposalId, batch }) => ({
    key: `execute-proposal/${proposalId}`,
    to: relay.chain.contracts.governor,
    data: encodeFunctionData({ abi: abis.governor, functionName: 'execute', args: batch }),
    doneBy: ['GovernorUnexpectedProposalState'],
    maxGas: EXECUTION_GAS,
  }));
}

/** By relay and proposal, when it was first found to have ended; after a restart they are asked for once more. */
const endedSince = new WeakMap<Relay, Map<bigint, number>>();

async function standing(relay: Relay, now: number): Promise<Standing[]> {
  const since = now - LONGEST_AFTERLIFE;
  const open = await atHead(relay, 'proposals', () => openProposals(relay.db, since));
  const ended = endedSince.get(relay) ?? new Map<bigint, number>();
  endedSince.set(relay, ended);
  const isOver = ({ proposalId }: OpenProposal) => now > (ended.get(proposalId) ?? now) + CERTAIN_AFTER;
  const voted = open.filter((one) => one.voteEnd < now && !isOver(one));
  const asked = await Promise.all(
    voted.map((one) => atHead(relay, `proposal ${one.proposalId}`, () => ask(relay, one))),
  );
  for (const { proposalId, state } of asked) {
    if (!ENDED.includes(state)) ended.delete(proposalId);
    else if (!ended.has(proposalId)) ended.set(proposalId, now);
  }
  return asked;
}

async function ask({ chain }: Relay, proposal: OpenProposal): Promise<Standing> {
  const governor = { address: chain.contracts.governor, abi: abis.governor } as const;
  const args = [proposal.proposalId] as const;
  const [state, deadline, needsQueuing, eta] = await Promise.all([
    chain.client.readContract({ ...governor, functionName: 'state', args }),
    chain.client.readContract({ ...governor, functionName: 'proposalDeadline', args }),
    chain.client.readContract({ ...governor, functionName: 'proposalNeedsQueuing', args }),
    chain.client.readContract({ ...governor, functionName: 'proposalEta', args }),
  ]);
  return { ...proposal, state, deadline: Number(deadline), needsQueuing, eta: Number(eta) };
}
