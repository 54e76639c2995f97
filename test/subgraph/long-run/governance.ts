import { type Address, toFunctionSelector } from 'viem';
import { epochStart } from '../../../protocol/clock/epoch-start.ts';
import { DECISION_CLASSES } from '../../../protocol/governance/decision-class.ts';
import { accountIndex } from '../../../scripts/local/accounts.ts';
import { type Actor, sent } from '../../../scripts/local/deploy-local.ts';
import { callTo, type GovernedCall } from '../../../scripts/local/govern.ts';
import { type Motion, propose, queue, toVote } from '../../../scripts/local/proposals.ts';
import { now, toTime } from '../../../scripts/local/time.ts';
import type { Crowd } from './crowd.ts';
import { advance, type Course, proposeNonsense } from './decisions.ts';

const DAY = 24 * 60 * 60;
/**
 * When decisions are looked after in an epoch, in days: nothing else happens in the rest of its second half. An emergency that is proposed at
 * the first visit and extended is over at the last one; in the next epoch it would have expired.
 */
const VISITS = [3.5, 5, 6.75] as const;
/** Weeks of the run in which somebody proposes anything. */
const RANDOM_WEEKS = 17;
const RESIGNS = 12;
const NONSENSE = 2;
const [CONSTITUTIONAL, PARAMETER] = [0, 1] as const;
export const KINDS = [0, 1, 2, 3, 4, 5] as const;
const UNIT = 1_000_000n;
const SET_PRICE = toFunctionSelector('setPrice(uint8,uint96)');
/** Gets what is for the treasury after a decision. */
export const TREASURER = 147;

/** What people propose in a week of the run, and how it ends. */
type Plan = readonly { readonly title: string; readonly course: Course; readonly calls: readonly GovernedCall[] }[];

function planOf(crowd: Crowd, week: number): Plan {
  const { governor, timelock, memberships, emission, token, platforms, elections, validators } =
    crowd.commune.contracts;
  const [, second = 0] = crowd.platformIds;
  const treasurer = crowd.commune.actor(TREASURER).account.address;
  const price = (kind: number, amount: bigint) => callTo(memberships, 'setPrice', [kind, amount * UNIT]);
  const anyPrice = [price(1, 70n)];
  const plans: Readonly<Record<number, Plan>> = {
    0: [{ title: 'members pay', course: 'passes', calls: KINDS.map((kind) => price(kind, 10n + BigInt(kind))) }],
    1: [
      {
        title: 'decisions',
        course: 'passes',
        calls: [
          callTo(governor, 'setThreshold', [60]),
          callTo(governor, 'updateQuorumNumerator', [450n]),
          callTo(governor, 'setLateFlipExtension', [3 * DAY]),
          callTo(governor, 'setTiming', [PARAMETER, 2 * DAY, 4 * DAY]),
          callTo(governor, 'appointElections', [elections.address, validators.address]),
          callTo(timelock, 'updateDelay', [120n]),
        ],
      },
    ],
    2: [{ title: 'nobody cares', course: 'unheard', calls: anyPrice }],
    3: [
      {
        title: 'another treasury',
        course: 'flips',
        calls: [emission, memberships].map((contract) => callTo(contract, 'appointTreasury', [treasurer])),
      },
    ],
    4: [{ title: 'for me', course: 'raid', calls: [callTo(token, 'transfer', [treasurer, 1n])] }],
    5: [{ title: 'forgotten', course: 'forgotten', calls: anyPrice }],
    6: [{ title: 'stuck', course: 'stuck', calls: anyPrice }],
    7: [{ title: 'stopped', course: 'stopped', calls: [callTo(governor, 'setThreshold', [400])] }],
    8: [{ title: 'dear', course: 'fails', calls: anyPrice }],
    9: [
      {
        title: 'more about decisions',
        course: 'passes',
        calls: [
          callTo(governor, 'setClass', [memberships.address, SET_PRICE, CONSTITUTIONAL]),
          callTo(governor, 'setThreshold', [70]),
          callTo(governor, 'setLateFlipExtension', [7 * DAY]),
          callTo(governor, 'setTiming', [CONSTITUTIONAL, 2 * DAY, 6 * DAY]),
        ],
      },
    ],
    13: [{ title: 'a longer flip', course: 'flips', calls: [price(0, 33n)] }],
    18: [
      { title: 'stop it', course: 'passes', calls: [callTo(platforms, 'suspend', [second])] },
      { title: 'stop that', course: 'fails', calls: [callTo(platforms, 'suspend', [crowd.platformIds[0]])] },
    ],
    19: [{ title: 'go on', course: 'passes', calls: [callTo(platforms, 'resume', [second])] }],
  };
  const random = crowd.random.fork(`proposal ${week}`);
  const anything = {
    ...{ title: `price of week ${week}\u0000 😀`, course: 'random' as const },
    calls: [price(random.pick(KINDS), BigInt(random.integer(0, 50)))],
  };
  return [...(plans[week] ?? []), ...(week < RANDOM_WEEKS ? [anything] : [])];
}

/** The rest of an epoch's second half: people propose, vote, and carry out what has passed. */
export async function decide(crowd: Crowd, epoch: number, week: number): Promise<void> {
  const { commune } = crowd;
  for (const [i, day] of VISITS.entries()) {
    await toTime(commune, epochStart(commune.clock, epoch) + day * DAY);
    if (i === 0) for (const plan of planOf(crowd, week)) await bringIn(crowd, plan);
    for (const decision of crowd.decisions) await advance(crowd, decision);
  }
  if (week === NONSENSE) await proposeNonsense(crowd, await proposerOf(crowd, harmless(crowd)), harmless(crowd));
  if (week === RESIGNS) {
    const { account } = commune.actor(accountIndex.guardian);
    await sent(commune, 'resign', commune.contracts.guardian.write.resign({ account }));
  }
}

/** Two pass and wait: one that somebody queues later, and one that nobody does. */
export async function decideLast(crowd: Crowd): Promise<void> {
  for (const title of ['one that waits', 'one that is queued']) await bringIn(crowd, lastPlan(crowd, title));
  const [, last] = crowd.decisions.slice(-2);
  if (last === undefined) throw new Error('nothing was proposed');
  await toVote(crowd.commune, last.proposalId);
  for (const decision of crowd.decisions.slice(-2)) await advance(crowd, decision);
}

/** A week before the run ends: its vote is under way then. */
export async function proposeLate(crowd: Crowd): Promise<void> {
  await bringIn(crowd, lastPlan(crowd, 'one that is voted on'));
}

/** What is still on its way when the run ends: one that waits for its vote, one whose outcome changed late, one in the timelock. */
export async function leaveUndecided(crowd: Crowd): Promise<void> {
  const [, queued, late] = crowd.decisions.slice(-3);
  if (queued === undefined || late === undefined) throw new Error('nothing was proposed');
  await queue(crowd.commune, queued.motion);
  await advance(crowd, late);
  await bringIn(crowd, lastPlan(crowd, 'one that comes too late'));
}

async function bringIn(crowd: Crowd, { title, course, calls }: Plan[number]): Promise<void> {
  const motion: Motion = { calls, description: `# ${title}\n\nNo. ${crowd.decisions.length}` };
  const proposalId = await propose(crowd.commune, await proposerOf(crowd, motion), motion);
  crowd.decisions.push({ proposalId, motion, course, voters: [], visits: 0, isOver: false });
}

/** Somebody who may propose this: with enough power, or with a seat. */
async function proposerOf(crowd: Crowd, { calls }: Motion): Promise<Actor> {
  const { governor, power } = crowd.commune.contracts;
  const batch = [calls.map(({ to }) => to), calls.map(() => 0n), calls.map(({ data }) => data)] as const;
  const isEmergency = DECISION_CLASSES[await governor.read.classOfCalls(batch)] === 'emergency';
  const threshold = await governor.read.proposalThreshold();
  const time = (await now(crowd.commune)) - 1;
  for (const elector of crowd.random.fork(`proposer ${time}`).shuffle(crowd.electors)) {
    const { address } = elector.account;
    const isAble = isEmergency
      ? sits(crowd, address)
      : (await power.read.getPastVotes([address, BigInt(time)])) >= threshold;
    if (await isAble) return elector;
  }
  throw new Error('nobody may propose');
}

async function sits({ commune }: Crowd, address: Address): Promise<boolean> {
  const { elections, validators } = commune.contracts;
  return elections.read.sits([await elections.read.currentTerm(), await validators.read.candidateIdOf([address])]);
}

function harmless({ commune }: Crowd): Motion {
  const { token } = commune.contracts;
  const calls = [callTo(token, 'transfer', [commune.actor(TREASURER).account.address, 1n])];
  return { calls, description: '' };
}

function lastPlan(crowd: Crowd, title: string): Plan[number] {
  return { title, course: 'neglected', calls: harmless(crowd).calls };
}
