import { encodeFunctionData } from 'viem';
import { ProtocolError } from '../../protocol/error.ts';
import { abis } from '../chain/abis.ts';
import { chainHead } from '../chain/chain-head.ts';
import { plainError, revertOf } from '../chain/decode-error.ts';
import { type CourtDispute, type CourtRound, openDisputes } from '../court/disputes.ts';
import { seedHeader } from '../court/seed-header.ts';
import { atHead } from '../platform/at-head.ts';
import type { Relay } from '../relay.ts';
import type { Duty } from './duty.ts';

/** Blocks that every chain remembers the hashes of; some remember more. */
const REMEMBERED = 256n;

export function courtDisputes(relay: Relay): Promise<CourtDispute[]> {
  return atHead(relay, 'court disputes', () => openDisputes(relay.db, relay.chain.contracts.disputes));
}

/** Round that a dispute is in. */
export function latestRound({ rounds }: CourtDispute): CourtRound {
  const latest = rounds.at(-1);
  if (latest === undefined) throw new RangeError('a dispute without rounds');
  return latest;
}

/** Rounds whose evidence is in, or which an appeal has opened; again those whose block was forgotten before anybody drew. */
export async function armDuties(relay: Relay, now: number): Promise<Duty[]> {
  const due: Duty[] = [];
  for (const dispute of await courtDisputes(relay)) {
    const { seedBlock, jury, isVoid } = latestRound(dispute);
    const isFirst = dispute.rounds.length === 1;
    const mayArm = seedBlock === null && (!isFirst || now >= dispute.evidenceEndsAt);
    const mayArmAgain =
      seedBlock !== null && jury === null && !isVoid && (await isForgotten(relay, dispute, seedBlock));
    if (mayArm || mayArmAgain) due.push(armDuty(relay, dispute));
  }
  return due;
}

/** Rounds whose block is there: its header draws the jury. */
export async function drawDuties(relay: Relay): Promise<Duty[]> {
  const head = (await chainHead(relay.db))?.blockNumber ?? 0n;
  const due: Duty[] = [];
  for (const dispute of await courtDisputes(relay)) {
    const { seedBlock, jury, isVoid } = latestRound(dispute);
    if (seedBlock === null || jury !== null || isVoid || head < seedBlock) continue;
    if (await isForgotten(relay, dispute, seedBlock)) continue;
    const duty = await drawDuty(relay, dispute, seedBlock);
    if (duty !== null) due.push(duty);
  }
  return due;
}

async function drawDuty({ chain }: Relay, dispute: CourtDispute, seedBlock: bigint): Promise<Duty | null> {
  const key = `court-draw/${dispute.disputeId}/${dispute.rounds.length - 1}/${seedBlock}`;
  const duty = { to: chain.contracts.court, doneBy: ['WrongPhase', 'SeedMissed', 'SeedNotReady'] };
  try {
    const header = await seedHeader(chain, seedBlock);
    if (header === null) return null;
    const args = [dispute.disputeId, header.rlp] as const;
    const data = encodeFunctionData({ abi: abis.court, functionName: 'draw', args });
    return { ...duty, key: `${key}/${header.hash}`, data };
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
    return { ...duty, key, data: '0x', problem: plainError(error) };
  }
}

function armDuty({ chain }: Relay, dispute: CourtDispute): Duty {
  const { seedBlock } = latestRound(dispute);
  return {
    key: `court-arm/${dispute.disputeId}/${dispute.rounds.length - 1}/${seedBlock ?? 'first'}`,
    to: chain.contracts.court,
    data: encodeFunctionData({ abi: abis.court, functionName: 'arm', args: [dispute.disputeId] }),
    doneBy: ['WrongPhase', 'SeedStillValid'],
  };
}

/** Whether the court could not check the header any more; how long a chain remembers, only it can tell. */
async function isForgotten(relay: Relay, { disputeId }: CourtDispute, seedBlock: bigint): Promise<boolean> {
  const head = (await chainHead(relay.db))?.blockNumber ?? 0n;
  if (head - seedBlock < REMEMBERED - 1n) return false;
  const { client, contracts } = relay.chain;
  const call = { address: contracts.court, abi: abis.court, functionName: 'arm', args: [disputeId] } as const;
  return atHead(relay, `forgotten ${disputeId}`, async () => {
    try {
      await client.simulateContract(call);
      return true;
    } catch (error) {
      if (revertOf(error) === null) throw error;
      return false;
    }
  });
}
