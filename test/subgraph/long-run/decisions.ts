import { concat, encodeAbiParameters, type Hex, keccak256, parseEventLogs, toFunctionSelector, zeroHash } from 'viem';
import { accountIndex } from '../../../scripts/local/accounts.ts';
import { type Actor, sent } from '../../../scripts/local/deploy-local.ts';
import {
  castVote,
  execute,
  type Motion,
  type ProposalState,
  proposalState,
  queue,
  SUPPORT,
  type Support,
} from '../../../scripts/local/proposals.ts';
import { now } from '../../../scripts/local/time.ts';
import type { Crowd } from './crowd.ts';

/** How a vote goes, and what is done about it. */
export type Course =
  | 'passes'
  | 'fails'
  /** Nearly nobody votes. */
  | 'unheard'
  /** More are for it than against it, which is not enough. */
  | 'raid'
  /** Passes, fails and passes again; at least one of it is late. */
  | 'flips'
  /** Passes, and nobody queues it. */
  | 'forgotten'
  /** Passes, and nobody executes it. */
  | 'stuck'
  /** Passes, and somebody stops it in the timelock. */
  | 'stopped'
  /** Some vote anything, now and later. */
  | 'random'
  /** Passes if it is left alone. */
  | 'neglected';

export interface Decision {
  readonly proposalId: bigint;
  readonly motion: Motion;
  readonly course: Course;
  readonly voters: Actor[];
  /** Visits during the vote so far. */
  visits: number;
  isOver: boolean;
}

/** States in which no more is done about a decision, by its course. */
const ENDS: Readonly<Record<Course, readonly ProposalState[]>> = {
  passes: ['Executed'],
  fails: ['Defeated'],
  unheard: ['Defeated'],
  raid: ['Defeated'],
  flips: ['Executed'],
  forgotten: ['Expired'],
  stuck: ['Expired'],
  stopped: ['Canceled'],
  random: ['Executed', 'Defeated'],
  neglected: ['Expired', 'Defeated'],
};
const ENDED: readonly ProposalState[] = ['Executed', 'Defeated', 'Expired', 'Canceled'];
const TURNS = 3;
const REASONS = ['', '', '同意，理由见上次会议', 'because "I" measured it 🧪', 'ends\u0000here'];
const PARAMS = '0x0102' as const;

/** Takes a decision as far as it can go now. */
export async function advance(crowd: Crowd, decision: Decision): Promise<void> {
  const { commune } = crowd;
  const { course, motion, proposalId } = decision;
  if (decision.isOver) return;
  const state = await proposalState(commune, proposalId);
  decision.isOver = ENDED.includes(state);
  if (decision.isOver && !ENDS[course].includes(state))
    throw new Error(`"${motion.description}" is ${state}, which one that ${course} should not be`);
  if (state === 'Active') await vote(crowd, decision);
  const isSimple = (await commune.contracts.governor.read.proposalNeedsQueuing([proposalId])) === false;
  if (state === 'Succeeded' && course !== 'forgotten' && course !== 'neglected') {
    if (isSimple) await execute(commune, motion);
    else await queue(commune, motion);
  }
  if (state !== 'Queued' || course === 'stuck') return;
  if (course === 'stopped') return stop(crowd, motion);
  const eta = Number(await commune.contracts.governor.read.proposalEta([proposalId]));
  if ((await now(commune)) >= eta) await execute(commune, motion);
}

async function vote(crowd: Crowd, decision: Decision): Promise<void> {
  const { course } = decision;
  const visit = decision.visits++;
  if (course === 'random') return voteAnyhow(crowd, decision, visit);
  if (course === 'flips' && visit < TURNS) return turn(crowd, decision, visit % 2 === 0);
  if (visit > 0) return;
  const voters = await byPower(crowd, decision);
  const [largest, ...others] = voters.toReversed();
  if (course === 'unheard') return cast(crowd, decision, voters[0], 'for');
  if (course === 'raid') {
    await cast(crowd, decision, largest, 'for');
    return cast(crowd, decision, others[0], 'against');
  }
  const wanted = course === 'fails' ? 'against' : 'for';
  for (const voter of [largest, ...others.slice(0, -3)]) await cast(crowd, decision, voter, wanted);
  for (const [i, voter] of others.slice(-3).entries()) await cast(crowd, decision, voter, SUPPORT[i] ?? 'abstain');
}

/** The weakest vote until the outcome is as wanted. */
async function turn(crowd: Crowd, decision: Decision, passing: boolean): Promise<void> {
  const { governor } = crowd.commune.contracts;
  const isTurned = async () => (await governor.read.outcomeOf([decision.proposalId])).passing === passing;
  for (const voter of await byPower(crowd, decision)) {
    if (await isTurned()) return;
    await cast(crowd, decision, voter, passing ? 'for' : 'against');
  }
  if (!(await isTurned())) throw new Error('nobody is left who could turn the outcome');
}

async function voteAnyhow(crowd: Crowd, decision: Decision, visit: number): Promise<void> {
  const random = crowd.random.fork(`votes ${decision.proposalId}/${visit}`);
  for (const voter of await byPower(crowd, decision)) {
    if (random.chance(4_000))
      await cast(
        crowd,
        decision,
        voter,
        random.weighted(SUPPORT, (way) => LEANING[way]),
      );
  }
}

const LEANING: Readonly<Record<Support, number>> = { against: 3, for: 4, abstain: 1 };

async function cast(crowd: Crowd, decision: Decision, voter: Actor | undefined, support: Support): Promise<void> {
  if (voter === undefined) throw new Error('nobody has power');
  const { commune } = crowd;
  const { proposalId, voters } = decision;
  const random = crowd.random.fork(`vote ${proposalId}/${voters.length}`);
  const reason = random.pick(REASONS);
  voters.push(voter);
  if (!random.chance(1_000)) return castVote(commune, voter, proposalId, support, reason);
  const args = [proposalId, SUPPORT.indexOf(support), reason, PARAMS] as const;
  const { governor } = commune.contracts;
  await sent(commune, 'vote', governor.write.castVoteWithReasonAndParams(args, { account: voter.account }));
}

/** Who has power at the snapshot and has not voted, the weakest first. */
async function byPower({ commune, electors }: Crowd, { proposalId, voters }: Decision): Promise<Actor[]> {
  const { governor } = commune.contracts;
  const snapshot = await governor.read.proposalSnapshot([proposalId]);
  const powers = new Map<Actor, bigint>();
  for (const actor of electors) {
    if (!voters.includes(actor)) powers.set(actor, await governor.read.getVotes([actor.account.address, snapshot]));
  }
  const able = [...powers].filter(([, power]) => power > 0n);
  return able.toSorted(([, a], [, b]) => (a < b ? -1 : 1)).map(([actor]) => actor);
}

/** Somebody who may take operations back in the timelock does so; on local chains only. */
async function stop({ commune }: Crowd, { calls, description }: Motion): Promise<void> {
  const { governor, timelock } = commune.contracts;
  const salt = BigInt(keccak256(new TextEncoder().encode(description))) ^ (BigInt(governor.address) << 96n);
  const args = [
    calls.map(({ to }) => to),
    calls.map(() => 0n),
    calls.map(({ data }) => data),
    zeroHash,
    `0x${salt.toString(16).padStart(64, '0')}` as Hex,
  ] as const;
  const operation = await timelock.read.hashOperationBatch(args);
  const { account } = commune.actor(accountIndex.governance);
  await sent(commune, 'stop', timelock.write.cancel([operation], { account }));
}

/** Proposes with a description that is no text, and takes it back at once. */
export async function proposeNonsense({ commune }: Crowd, { account }: Actor, { calls }: Motion): Promise<void> {
  const { governor } = commune.contracts;
  const description = '0x2320c3287f00ff80' as const;
  const batch = [calls.map(({ to }) => to), calls.map(() => 0n), calls.map(({ data }) => data)] as const;
  const types = ['address[]', 'uint256[]', 'bytes[]', 'bytes'].map((type) => ({ type }));
  const data = concat([
    toFunctionSelector('propose(address[],uint256[],bytes[],string)'),
    encodeAbiParameters(types, [...batch, description]),
  ]);
  const transaction = { account, chain: null, to: governor.address, data };
  const { logs } = await sent(commune, 'propose', commune.actor(0).sendTransaction(transaction));
  const [created] = parseEventLogs({ abi: governor.abi, eventName: 'ProposalCreated', logs });
  if (created === undefined) throw new Error('nothing was proposed');
  await sent(commune, 'cancel', governor.write.cancel([...batch, keccak256(description)], { account }));
}
