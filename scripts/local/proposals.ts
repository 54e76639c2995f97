import { type Hex, keccak256, parseEventLogs, stringToHex } from 'viem';
import { accountIndex } from './accounts.ts';
import { type Actor, type Commune, sent } from './deploy-local.ts';
import type { GovernedCall } from './govern.ts';
import { now, toTime } from './time.ts';

/** States of a proposal, in the order of the governor's enum. */
export const PROPOSAL_STATES = [
  'Pending',
  'Active',
  'Canceled',
  'Defeated',
  'Succeeded',
  'Queued',
  'Expired',
  'Executed',
] as const;

export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** What can be voted, in the order of the governor. */
export const SUPPORT = ['against', 'for', 'abstain'] as const;

export type Support = (typeof SUPPORT)[number];

/** What somebody proposes: calls, and Markdown whose first line is the title. */
export interface Motion {
  readonly calls: readonly GovernedCall[];
  readonly description: string;
}

/** Proposes and gives the proposal's id. */
export async function propose(commune: Commune, { account }: Actor, motion: Motion): Promise<bigint> {
  const { governor } = commune.contracts;
  const [targets, values, calldatas] = batchOf(motion);
  const args = [targets, values, calldatas, motion.description] as const;
  const { logs } = await sent(commune, 'propose', governor.write.propose(args, { account }));
  const [created] = parseEventLogs({ abi: governor.abi, eventName: 'ProposalCreated', logs });
  if (created === undefined) throw new Error('a proposal was made without its event');
  return created.args.proposalId;
}

/** Votes with all that the actor had at the snapshot. */
export async function castVote(
  commune: Commune,
  { account }: Actor,
  proposalId: bigint,
  support: Support,
  reason = '',
): Promise<void> {
  const args = [proposalId, SUPPORT.indexOf(support), reason] as const;
  await sent(commune, 'vote', commune.contracts.governor.write.castVoteWithReason(args, { account }));
}

/** Moves the local chain to where votes count. */
export async function toVote(commune: Commune, proposalId: bigint): Promise<void> {
  await toTime(commune, Number(await commune.contracts.governor.read.proposalSnapshot([proposalId])) + 1);
}

/** Moves the local chain to where it is known what the vote has come to. */
export async function toVoteEnd(commune: Commune, proposalId: bigint): Promise<void> {
  await toTime(commune, Number(await commune.contracts.governor.read.proposalDeadline([proposalId])) + 1);
}

/** Hands what has passed to the timelock; anybody may. */
export async function queue(commune: Commune, motion: Motion): Promise<void> {
  const { account } = commune.actor(accountIndex.keeper);
  const { governor } = commune.contracts;
  await sent(commune, 'queue', governor.write.queue(hashedBatchOf(motion), { account }));
}

/** Executes what has passed; anybody may. */
export async function execute(commune: Commune, motion: Motion): Promise<void> {
  const { account } = commune.actor(accountIndex.keeper);
  const { governor } = commune.contracts;
  await sent(commune, 'execute', governor.write.execute(hashedBatchOf(motion), { account }));
}

/** Queues what has passed, lets the timelock's delay go by, and executes. */
export async function carryOut(commune: Commune, motion: Motion): Promise<void> {
  await queue(commune, motion);
  await toTime(commune, (await now(commune)) + Number(await commune.contracts.timelock.read.getMinDelay()));
  await execute(commune, motion);
}

export async function proposalState(commune: Commune, proposalId: bigint): Promise<ProposalState> {
  const state = await commune.contracts.governor.read.state([proposalId]);
  return PROPOSAL_STATES[state] ?? 'Pending';
}

function batchOf({ calls }: Motion) {
  return [calls.map(({ to }) => to), calls.map(() => 0n), calls.map(({ data }) => data)] as const;
}

function hashedBatchOf(motion: Motion) {
  const hash: Hex = keccak256(stringToHex(motion.description));
  return [...batchOf(motion), hash] as const;
}
