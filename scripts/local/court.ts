import type { Hex } from 'viem';
import { encodeHeader, type RpcHeader } from '../../protocol/court/encode-header.ts';
import { type Vote, voteCommitment } from '../../protocol/court/vote-commitment.ts';
import { accountIndex } from './accounts.ts';
import { type Actor, type Commune, sent } from './deploy-local.ts';

/** Arms and draws the jury of a dispute's latest round; gives the candidates on its seats. */
export async function drawJury(commune: Commune, disputeId: bigint): Promise<readonly number[]> {
  const { court } = commune.contracts;
  const { account } = commune.actor(accountIndex.keeper);
  await sent(commune, 'arm draw', court.write.arm([disputeId], { account }));
  const round = BigInt((await court.read.disputeOf([disputeId])).lastRound);
  const { seedBlock } = await court.read.roundOf([disputeId, round]);
  await passBlock(commune, seedBlock);
  const header = encodeHeader(await headerOf(commune, seedBlock));
  await sent(commune, 'draw jury', court.write.draw([disputeId, header], { account }));
  return court.read.juryOf([disputeId, round]);
}

/** Mines until a block is there; on a local chain nobody else does. */
export async function passBlock({ connection, publicClient }: Commune, block: number): Promise<void> {
  const missing = block - Number(await publicClient.getBlockNumber({ cacheTime: 0 }));
  if (missing > 0) await connection.networkHelpers.mine(missing);
}

/** Hides a juror's vote on the chain. */
export async function commitVote(commune: Commune, { account }: Actor, vote: Vote): Promise<void> {
  const { disputeId, round, seat } = vote;
  const args = [disputeId, BigInt(round), BigInt(seat), voteCommitment(vote)] as const;
  await sent(commune, 'commit vote', commune.contracts.court.write.commit(args, { account }));
}

/** Opens a vote; anybody who knows it may. */
export async function revealVote(commune: Commune, { account }: Actor, vote: Vote): Promise<void> {
  const { disputeId, round, seat, choice, salt } = vote;
  const args = [disputeId, BigInt(round), BigInt(seat), BigInt(choice), salt] as const;
  await sent(commune, 'reveal vote', commune.contracts.court.write.reveal(args, { account }));
}

/** What is left when no appeal is possible any more: the ruling is told and carried out, and the last round's jurors are paid. */
export async function endCase(commune: Commune, caseId: bigint): Promise<void> {
  const { court, disputes } = commune.contracts;
  const { account } = commune.actor(accountIndex.keeper);
  const { disputeId } = await disputes.read.caseOf([caseId]);
  await sent(commune, 'execute ruling', court.write.executeRuling([disputeId], { account }));
  await sent(commune, 'execute case', disputes.write.execute([caseId], { account }));
  const { lastRound } = await court.read.disputeOf([disputeId]);
  for (let round = 0; round <= lastRound; round++) {
    await sent(commune, 'settle jury', court.write.settle([disputeId, BigInt(round)], { account }));
  }
}

async function headerOf({ connection }: Commune, block: number): Promise<RpcHeader> {
  const number: Hex = `0x${block.toString(16)}`;
  const header = await connection.provider.request({ method: 'eth_getBlockByNumber', params: [number, false] });
  return header as RpcHeader;
}
