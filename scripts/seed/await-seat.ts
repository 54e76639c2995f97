import { type Hex, keccak256 } from 'viem';
import { drawJury } from '../../protocol/court/draw-jury.ts';
import { drawSeed } from '../../protocol/court/draw-seed.ts';
import { passBlock } from '../local/court.ts';
import type { Commune } from '../local/deploy-local.ts';

/** With a seat in every third jury, not to be drawn in so many blocks is as likely as to be struck by lightning. */
const MOST_BLOCKS = 200;

/**
 * Lets blocks pass until a draw that is armed in the next one gives a candidate a seat. Hardhat draws the randomness of a block from
 * that of the block before, so that on a local chain everybody knows what comes; nowhere else would this work.
 */
export async function awaitSeat(commune: Commune, disputeId: bigint, candidateId: number): Promise<void> {
  const { publicClient, contracts, chainId } = commune;
  const { court, disputes, elections, validators } = contracts;
  const seats = await elections.read.seatsOf([await elections.read.currentTerm()]);
  const isConflicted = new Map(
    await Promise.all(
      seats.map(async (id) => {
        const { account } = await validators.read.candidateOf([id]);
        const args = [disputeId, account] as const;
        return [id, await disputes.read.isConflicted(args, { account: court.address })] as const;
      }),
    ),
  );
  const { seedDelay } = await court.read.windows();
  const { number, mixHash } = await publicClient.getBlock({ blockTag: 'latest' });
  let random = mixHash as Hex;
  for (let ahead = 1; ahead <= MOST_BLOCKS; ahead++) {
    random = keccak256(random);
    const seed = drawSeed({ chainId, court: court.address, disputeId, round: 0 }, random);
    const arming = ahead - 1 - seedDelay;
    if (arming < 0 || !drawJury(seed, 0, seats, (id) => isConflicted.get(id) === true).includes(candidateId)) continue;
    await passBlock(commune, Number(number) + arming);
    return;
  }
  throw new Error(`candidate ${candidateId} has no seat in ${MOST_BLOCKS} draws`);
}
