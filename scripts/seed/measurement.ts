import type { OnChainParameter } from '../../protocol/documents/quality-model/to-on-chain-parameters.ts';
import type { Random } from '../cycle/random.ts';
import { reportOf } from '../cycle/report-of.ts';
import type { TestedLot } from './tested-lot.ts';

/** Whoever measures. */
export interface Instrumented {
  /** Of the experiencer. */
  readonly id: number;
  /** Standard deviation of his values in parts per 10,000 of the tolerance. */
  readonly noiseBps: number;
}

const DIRECTIONS = ['twoSided', 'atLeast', 'atMost'] as const;

/** What an experiencer finds out about a lot: the truth with his noise, the same whenever he is asked. */
export function measure(lot: TestedLot, { id, noiseBps }: Instrumented, random: Random): number[] {
  const own = random.fork(`measurements of experiencer ${id}`);
  const honest = { id, strategy: 'honest', noise: noiseBps / 10_000, random: own } as const;
  const reported = {
    id: lot.lotId,
    parameters: lot.parameters.map(({ direction, isSealed, ...parameter }) => ({
      ...parameter,
      direction: DIRECTIONS[direction],
      sealed: isSealed,
    })),
    truth: lot.truth,
    openClaims: lot.parameters.map(() => null),
  };
  return reportOf(honest, reported).map((value, i) => Math.max(lowest(lot.parameters[i]), value));
}

/** What cannot be negative by its nature is not measured below zero. */
function lowest(parameter: OnChainParameter | undefined): number {
  return Math.min(0, parameter?.legalMin ?? 0);
}
