import { documentDigest } from '../../../protocol/documents/document-digest.ts';
import { sent } from '../../../scripts/local/deploy-local.ts';
import { currentEpoch, toEpoch } from '../../../scripts/local/time.ts';
import { type Course, holdCourt } from './court.ts';
import { CHALLENGER, type Crowd, keeper } from './crowd.ts';
import { BOND, FALSE_DOCUMENT } from './disputes.ts';

const SUSPENDED = 5;

/**
 * Opens cases that are still on their way when the run ends, each stopped at another step: ruled and not carried out, appealed, with a
 * jury that votes, with a jury that waits for its block, and with evidence still coming in.
 *
 * @param lastWeek runs when it begins
 */
export async function leaveOpen(crowd: Crowd, lastWeek: () => Promise<void>): Promise<void> {
  const { commune, neglected } = crowd;
  const { court } = commune.contracts;
  const lots = await listedLots(crowd);
  const dispute = (course: Course) => disputeNext(crowd, lots, course);
  const nextWeek = async (): Promise<void> => {
    await toEpoch(commune, (await currentEpoch(commune)) + 1);
    await holdCourt(crowd);
  };
  const [ruled, appealed] = [await dispute([1]), await dispute([1, 1])];
  await nextWeek();
  neglected.add(ruled);
  await nextWeek();
  neglected.add(appealed);
  await dispute([1]);
  const [armed, argued] = [await dispute([1]), await dispute([1])];
  for (const id of [armed, argued]) neglected.add(id);
  await lastWeek();
  await nextWeek();
  await sent(commune, 'execute ruling', court.write.executeRuling([BigInt(ruled)], keeper(commune)));
  await sent(commune, 'arm', court.write.arm([BigInt(armed)], keeper(commune)));
}

/** Lots that can be disputed as such. */
async function listedLots({ commune, lots }: Crowd): Promise<number[]> {
  const { commodities, disputes } = commune.contracts;
  const found: number[] = [];
  for (const { lotId } of lots) {
    const { state } = await commodities.read.lotOf([lotId]);
    if (state !== SUSPENDED && (await disputes.read.caseOfListing([lotId])) === 0n) found.push(lotId);
  }
  return found;
}

/** Disputes the next lot; gives the court's number of it. */
async function disputeNext({ commune, courses }: Crowd, lots: number[], course: Course): Promise<number> {
  const { disputes } = commune.contracts;
  const lotId = lots.shift();
  if (lotId === undefined) throw new Error('every lot is suspended or disputed');
  const value = await disputes.read.arbitrationCost();
  const args = [lotId, FALSE_DOCUMENT, BOND, documentDigest({ open: lotId })] as const;
  const options = { account: commune.actor(CHALLENGER).account, value };
  await sent(commune, 'dispute listing', disputes.write.disputeListing(args, options));
  const { disputeId } = await disputes.read.caseOf([await disputes.read.caseOfListing([lotId])]);
  courses.set(Number(disputeId), course);
  return Number(disputeId);
}
