import { type Address, isAddressEqual } from 'viem';
import { type Vote, voteCommitment } from '../../protocol/court/vote-commitment.ts';
import { voteSalt } from '../../protocol/secrets/derive-salt.ts';
import { passBlock } from '../local/court.ts';
import type { Resident } from './cast.ts';
import type { OpenDispute } from './docket.ts';
import { GAS, type Sending, sendTogether } from './send-together.ts';
import type { Settings } from './settings.ts';
import { verdictOn } from './verdict.ts';

/**
 * Resident jurors vote for what they know to be true, and open their votes. Arming, drawing and what follows is anybody's, so it is left to
 * the relay; but nobody else makes the blocks pass that a draw waits for.
 *
 * @param visitor whose place a visitor has taken: what he has to do is left to him
 */
export async function judge(settings: Settings, visitor: Address | null = null): Promise<number> {
  const { commune, docket, failed } = settings;
  const sendings: Sending[] = [];
  let passed = 0;
  for (const dispute of await docket.open()) {
    if (dispute.phase === 'Drawing') passed += await passTo(settings, dispute.seedBlock);
    if (dispute.phase === 'Commit' || dispute.phase === 'Reveal') {
      sendings.push(...(await ballotsOf(settings, dispute, visitor)));
    }
  }
  return passed + (await sendTogether(commune, sendings, failed)).length;
}

async function passTo({ commune }: Settings, block: number): Promise<number> {
  const head = Number(await commune.publicClient.getBlockNumber({ cacheTime: 0 }));
  await passBlock(commune, block);
  return Math.max(0, block - head);
}

async function ballotsOf(settings: Settings, dispute: OpenDispute, visitor: Address | null): Promise<Sending[]> {
  const { commune } = settings;
  const { chainId, contracts } = commune;
  const { disputeId, round, phase } = dispute;
  const choice = await verdictOn(settings, dispute);
  const sendings: Sending[] = [];
  for (const [seat, candidateId] of dispute.jury.entries()) {
    const juror = await residentOn(settings, candidateId);
    if (juror === undefined || (visitor !== null && isAddressEqual(juror.key.address, visitor))) continue;
    const key = { chainId, court: contracts.court.address, disputeId, round };
    const vote = { ...key, seat, candidateId, choice, salt: voteSalt(juror.root, key) };
    const state = dispute.ballots[seat]?.state;
    if (phase === 'Commit' && state === 'none') sendings.push(committing(settings, juror, vote));
    if (phase === 'Reveal' && state === 'committed' && (await isOwn(settings, vote))) {
      sendings.push(revealing(settings, juror, vote));
    }
  }
  return sendings;
}

async function residentOn({ commune, cast }: Settings, candidateId: number): Promise<Resident | undefined> {
  const { account } = await commune.contracts.validators.read.candidateOf([candidateId]);
  return [...cast.jurors, ...cast.testers].find(({ key }) => isAddressEqual(key.address, account));
}

/** A visitor in his place has voted otherwise, and reveals that himself. */
async function isOwn({ commune }: Settings, vote: Vote): Promise<boolean> {
  const { disputeId, round, seat } = vote;
  const args = [disputeId, BigInt(round), BigInt(seat)] as const;
  return (await commune.contracts.court.read.commitmentOf(args)) === voteCommitment(vote);
}

function committing({ commune }: Settings, { name, actor }: Resident, vote: Vote): Sending {
  const { disputeId, round, seat } = vote;
  const args = [disputeId, BigInt(round), BigInt(seat), voteCommitment(vote)] as const;
  return {
    what: `vote of ${name} in dispute ${disputeId}`,
    send: () => commune.contracts.court.write.commit(args, { account: actor.account, gas: GAS }),
  };
}

function revealing({ commune }: Settings, { name, actor }: Resident, vote: Vote): Sending {
  const { disputeId, round, seat, choice, salt } = vote;
  const args = [disputeId, BigInt(round), BigInt(seat), BigInt(choice), salt] as const;
  return {
    what: `opening of ${name}’s vote in dispute ${disputeId}`,
    send: () => commune.contracts.court.write.reveal(args, { account: actor.account, gas: GAS }),
  };
}
