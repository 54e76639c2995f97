import type { Hex } from 'viem';
import type { Vote } from '../../../protocol/court/vote-commitment.ts';
import { ACCOUNT_COUNT } from '../../../scripts/local/accounts.ts';
import { commitVote, drawJury, revealVote } from '../../../scripts/local/court.ts';
import { type Actor, sent } from '../../../scripts/local/deploy-local.ts';
import { localSalt } from '../../../scripts/local/report.ts';
import { type Crowd, keeper } from './crowd.ts';

/** As the contract numbers them. */
const [ARMING, DRAWING, COMMIT, REVEAL, APPEAL, FINAL] = [1, 2, 3, 4, 5, 6] as const;
const SILENT_BPS = 3_000;

/** In place of a ruling: two vote for different choices and the others are silent, so it is 0. */
export const TIED = -1;

/** What juries are to rule, round by round; somebody appeals each ruling but the last. Nothing: nobody votes. */
export type Course = readonly number[];

/** Takes every dispute as far as it can go now. */
export async function holdCourt(crowd: Crowd): Promise<void> {
  const { court } = crowd.commune.contracts;
  const count = Number(await court.read.disputeCount());
  for (let disputeId = 1; disputeId <= count; disputeId++) {
    if (crowd.neglected.has(disputeId)) continue;
    while (await advance(crowd, BigInt(disputeId)));
  }
}

/** Whether something was done. */
async function advance(crowd: Crowd, disputeId: bigint): Promise<boolean> {
  const { commune } = crowd;
  const { court } = commune.contracts;
  const [phase] = await court.read.phaseOf([disputeId]);
  const { lastRound, choices, ruled } = await court.read.disputeOf([disputeId]);
  const course = crowd.courses.get(Number(disputeId)) ?? [1];
  if (phase === ARMING || phase === DRAWING) {
    await drawJury(commune, disputeId);
    return true;
  }
  if (phase === COMMIT) return commitAll(crowd, disputeId, lastRound, course[lastRound], choices);
  if (phase === REVEAL) return revealAll(crowd, disputeId, lastRound);
  if (phase === APPEAL && lastRound < course.length - 1) {
    const value = await court.read.appealCost([disputeId, '0x']);
    const { account } = commune.actor(FIRST_PAYER + lastRound);
    // More than it costs: the rest waits for him.
    await sent(commune, 'appeal', court.write.appeal([disputeId, '0x'], { account, value: value + 1_000n }));
    return true;
  }
  return phase === FINAL && !ruled && settle(crowd, disputeId, lastRound);
}

/** Most of the seats vote as they are to; of the others some are silent, some say anything. */
async function commitAll(
  crowd: Crowd,
  disputeId: bigint,
  round: number,
  choice: number | undefined,
  choices: number,
): Promise<boolean> {
  const { court } = crowd.commune.contracts;
  const key = `${disputeId}/${round}`;
  if (crowd.ballots.has(key)) return false;
  const jury = await court.read.juryOf([disputeId, BigInt(round)]);
  const random = crowd.random.fork(`jury ${key}`);
  const majority = Math.floor(jury.length / 2) + 1;
  const votes: Vote[] = [];
  crowd.ballots.set(key, votes);
  if (choice === undefined) return true;
  if (choice === TIED) {
    for (const [seat, candidateId] of jury.slice(0, 2).entries()) {
      const vote = { ...keyOf(crowd, disputeId, round), seat, candidateId, choice: seat + 1, salt: saltOf(key, seat) };
      await commitVote(crowd.commune, await actorOf(crowd, candidateId), vote);
      votes.push(vote);
    }
    return true;
  }
  for (const [seat, candidateId] of jury.entries()) {
    const own = seat < majority ? choice : random.integer(0, choices);
    const vote = { ...keyOf(crowd, disputeId, round), seat, candidateId, choice: own, salt: saltOf(key, seat) };
    if (seat >= majority && random.chance(SILENT_BPS)) continue;
    await commitVote(crowd.commune, await actorOf(crowd, candidateId), vote);
    // Who commits may still be silent.
    if (seat < majority || !random.chance(SILENT_BPS)) votes.push(vote);
  }
  return true;
}

async function revealAll(crowd: Crowd, disputeId: bigint, round: number): Promise<boolean> {
  const key = `${disputeId}/${round}`;
  const votes = crowd.ballots.get(key) ?? [];
  if (votes.length === 0) return false;
  for (const vote of votes) await revealVote(crowd.commune, await actorOf(crowd, vote.candidateId), vote);
  crowd.ballots.set(key, []);
  return true;
}

/** Tells the ruling and shares out, the last round first. */
async function settle({ commune }: Crowd, disputeId: bigint, lastRound: number): Promise<boolean> {
  const { court } = commune.contracts;
  await sent(commune, 'execute ruling', court.write.executeRuling([disputeId], keeper(commune)));
  for (let round = lastRound; round >= 0; round--) {
    const { settled } = await court.read.roundOf([disputeId, BigInt(round)]);
    if (!settled) await sent(commune, 'settle', court.write.settle([disputeId, BigInt(round)], keeper(commune)));
  }
  return true;
}

/** Pays some of what the court owes: jurors of the first seats, the contract for disputes, and the treasury once. */
export async function payOut({ commune }: Crowd): Promise<void> {
  const { court, disputes, validators } = commune.contracts;
  const { account: juror } = await validators.read.candidateOf([2]);
  for (const account of [juror, disputes.address]) {
    const [coins, tokens] = await court.read.balanceOf([account]);
    if (coins + tokens > 0n) await sent(commune, 'withdraw', court.write.withdraw([account], keeper(commune)));
  }
  const [coins, tokens] = await court.read.treasuryBalance();
  if (coins + tokens > 0n) await sent(commune, 'treasury', court.write.collectTreasury(keeper(commune)));
}

/** Pay for appeals. */
export const FIRST_PAYER = 140;

async function actorOf({ commune }: Crowd, candidateId: number): Promise<Actor> {
  const { account } = await commune.contracts.validators.read.candidateOf([candidateId]);
  for (let i = 0; i < ACCOUNT_COUNT; i++) {
    const actor = commune.actor(i);
    if (actor.account.address.toLowerCase() === account.toLowerCase()) return actor;
  }
  throw new RangeError(`candidate ${candidateId} is no account of this chain`);
}

function keyOf({ commune }: Crowd, disputeId: bigint, round: number) {
  return { chainId: commune.chainId, court: commune.contracts.court.address, disputeId, round };
}

function saltOf(key: string, seat: number): Hex {
  return localSalt('run vote', key, seat);
}
