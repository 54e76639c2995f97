import { encodeFunctionData } from 'viem';
import type { EpochClock } from '../../protocol/clock/epoch-clock.ts';
import { epochStart } from '../../protocol/clock/epoch-start.ts';
import { enoughReports } from '../../protocol/experience/enough-reports.ts';
import { lowerWeightedMedian } from '../../protocol/experience/lower-weighted-median.ts';
import { packValues } from '../../protocol/experience/pack-values.ts';
import { abis } from '../chain/abis.ts';
import type { Chain } from '../chain/connect-chain.ts';
import type { Duty } from './duty.ts';
import { countKey, type RoundHistory } from './round-history.ts';

/** Reports that fit a transaction with room to spare. */
const PAGE = 100;

/** The next page of a round's tally, if it is time and the reports can carry a consensus. */
export function tallyDuty(
  { contracts, keeper }: Pick<Chain, 'contracts' | 'keeper'>,
  clock: EpochClock,
  round: RoundHistory,
  now: number,
): Duty | null {
  const from = epochStart(clock, round.closingEpoch) + Math.floor(clock.epochLength / 2);
  const isTime = now >= from && now < epochStart(clock, round.closingEpoch + 1);
  if (keeper === null || !isTime || round.state !== 'Open' || !round.isUnsealed) return null;
  const reports = [...round.reports.values()].flatMap(({ experiencerId, revealed }) =>
    revealed === null ? [] : { experiencerId, ...revealed },
  );
  if (!enoughReports(reports.map(({ weight }) => weight))) return null;
  const consensus = Array.from({ length: reports[0]?.values.length ?? 0 }, (_, i) =>
    lowerWeightedMedian(reports.map(({ values, weight }) => ({ value: values[i] ?? 0, weight }))),
  );
  const counted = round.counted.get(countKey(keeper.address, packValues(consensus))) ?? 0;
  const ids = reports.slice(counted, counted + PAGE).map(({ experiencerId }) => experiencerId);
  const args = [round.lotId, consensus, ids] as const;
  return {
    key: `tally/${round.lotId}/${counted}`,
    to: contracts.evaluations,
    data: encodeFunctionData({ abi: abis.evaluations, functionName: 'tally', args }),
    doneBy: ['RoundAlreadyTallied'],
  };
}
