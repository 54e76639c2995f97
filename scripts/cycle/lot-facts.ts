import { toOnChainParameters } from '../../protocol/documents/quality-model/to-on-chain-parameters.ts';
import { householdModel } from './household-model.ts';
import type { Random } from './random.ts';
import type { LotParameter } from './report-of.ts';

/** What a lot claims and what it really is, in the order of the model's parameters. */
export interface LotFacts {
  claims: readonly number[];
  truth: readonly number[];
  /** The producer claims more than is true. */
  exaggerated: boolean;
}

const DIRECTIONS = ['twoSided', 'atLeast', 'atMost'] as const;

/** One lot in four is not what its producer says. */
const EXAGGERATED_BPS = 2_500;

/** The household model as reporters see it. */
export const lotParameters: readonly LotParameter[] = toOnChainParameters(householdModel).map((parameter) => ({
  tolerance: parameter.tolerance,
  legalMin: parameter.legalMin,
  legalMax: parameter.legalMax,
  direction: DIRECTIONS[parameter.direction],
  sealed: parameter.isSealed,
  weightBps: parameter.weightBps,
}));

/** Draws what a lot is and what its producer claims: the truth give or take a fifth of a tolerance, or 1.2 tolerances better. */
export function drawLotFacts(random: Random): LotFacts {
  const exaggerated = random.chance(EXAGGERATED_BPS);
  const truth = lotParameters.map(({ legalMin, legalMax }) => {
    const quarter = Math.floor((legalMax - legalMin) / 4);
    return random.integer(legalMin + quarter, legalMax - quarter);
  });
  const claims = lotParameters.map(({ direction, tolerance, legalMin, legalMax }, i) => {
    const true_ = truth[i] as number;
    const off = exaggerated
      ? (direction === 'atMost' ? -1.2 : 1.2) * tolerance
      : (random.integer(-20, 20) / 100) * tolerance;
    return Math.min(legalMax, Math.max(legalMin, Math.round(true_ + off)));
  });
  return { claims, truth, exaggerated };
}
