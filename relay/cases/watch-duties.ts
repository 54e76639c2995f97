import { encodeFunctionData } from 'viem';
import { abis } from '../chain/abis.ts';
import type { Duty } from '../keeper/duty.ts';
import type { Relay } from '../relay.ts';
import { type DemandCase, openCases } from './open-cases.ts';
import { unanswerableCases } from './tables.ts';

/** Challenges of receipts that no platform has answered in time. */
export async function overdueReceipts({ db, chain }: Relay, now: number): Promise<Duty[]> {
  return (await openCases(db)).flatMap((opened) => {
    if (opened.kind !== 'receipt' || now <= opened.deadline) return [];
    const args = [opened.receipt] as const;
    return {
      key: `watch-receipts/${opened.caseId}`,
      to: chain.contracts.platforms,
      data: encodeFunctionData({ abi: abis.platforms, functionName: 'slashReceipt', args }),
      doneBy: ['ReceiptNotChallenged'],
    };
  });
}

/** Demands that no platform has answered in time: a leaf that is open by now only has to be told. */
export async function overdueDemands({ db, chain }: Relay, now: number): Promise<Duty[]> {
  const hopeless = new Set((await db.select().from(unanswerableCases)).map(({ caseId }) => caseId));
  const cases = (await openCases(db)).filter((opened): opened is DemandCase => opened.kind === 'demand');
  return cases.flatMap(({ caseId, platformId, leaf, isLeafOpened, deadline }) => {
    // Late answers of this relay's own platform still count.
    const isAnswered = platformId === chain.platformId && !hopeless.has(caseId);
    if (now <= deadline || isAnswered) return [];
    const functionName = isLeafOpened ? 'closeDemand' : 'slashDemand';
    return {
      key: `watch-demands/${caseId}/${deadline}/${functionName}`,
      to: chain.contracts.demands,
      data: encodeFunctionData({ abi: abis.demands, functionName, args: [leaf] }),
      doneBy: ['LeafNotDemanded', 'LeafAlreadyOpened'],
    };
  });
}
