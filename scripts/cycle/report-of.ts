import type { Experiencer, Strategy } from './population.ts';
import type { Random } from './random.ts';

/** One parameter of a quality model revision; values are integers in units of 10^−decimals. */
export interface LotParameter {
  /** Above zero. */
  readonly tolerance: number;
  readonly legalMin: number;
  readonly legalMax: number;
  readonly direction: 'twoSided' | 'atLeast' | 'atMost';
  readonly sealed: boolean;
  readonly weightBps: number;
}

/** What is true and what is known about a lot when it is reported on; one entry per parameter in every list. */
export interface ReportedLot {
  readonly id: number;
  readonly parameters: readonly LotParameter[];
  readonly truth: readonly number[];
  /** `null` for sealed parameters. */
  readonly openClaims: readonly (number | null)[];
  /** The commodity's last public consensus; `null` for a parameter that was never judged. */
  readonly lastConsensus?: readonly (number | null)[];
  /** What the colluding group agreed with the producer, where that is not `agreedValues`. */
  readonly agreed?: readonly number[];
}

/** One parameter of a lot with all that is known about it. */
interface Case {
  readonly parameter: LotParameter;
  readonly truth: number;
  readonly claim: number | null;
  readonly consensus: number | null;
  readonly agreed: number;
}

type Rule = (reported: Case, experiencer: Experiencer, random: Random) => number;

const RULES: Record<Strategy, Rule> = {
  honest: ({ truth, parameter }, { noise }, random) => truth + random.normal() * noise * parameter.tolerance,
  lazy: ({ claim, parameter }) => claim ?? midRange(parameter),
  copying: ({ consensus, claim, parameter }, _, random) =>
    (consensus ?? claim ?? midRange(parameter)) + jitter(parameter, random),
  colluding: ({ agreed }) => agreed,
};

/** The values an experiencer reports on a lot: depends on the seed, his id and the lot only. */
export function reportOf(experiencer: Experiencer, lot: ReportedLot): number[] {
  const random = experiencer.random.fork(`lot ${lot.id}`);
  const agreed = lot.agreed ?? agreedValues(lot);
  return lot.parameters.map((parameter, i) => {
    const reported: Case = {
      parameter,
      truth: entry(lot.truth, i),
      claim: lot.openClaims[i] ?? null,
      consensus: lot.lastConsensus?.[i] ?? null,
      agreed: entry(agreed, i),
    };
    return toInt32(RULES[experiencer.strategy](reported, experiencer, random));
  });
}

/**
 * What a colluding group reports: the open claims, and for sealed parameters a value two tolerances better than the truth
 * within the legal range; where neither side is better, two tolerances off towards the farther legal bound.
 */
export function agreedValues(lot: ReportedLot): number[] {
  return lot.parameters.map((parameter, i) => {
    const truth = entry(lot.truth, i);
    const claim = lot.openClaims[i] ?? null;
    if (claim !== null) return claim;
    const wrong = truth + (isHigherBetter(parameter, truth) ? 2 : -2) * parameter.tolerance;
    return Math.min(Math.max(wrong, parameter.legalMin), parameter.legalMax);
  });
}

function isHigherBetter({ direction, legalMin, legalMax }: LotParameter, truth: number): boolean {
  return direction === 'twoSided' ? legalMax - truth >= truth - legalMin : direction === 'atLeast';
}

/** Towards zero, as the contracts divide. */
function midRange({ legalMin, legalMax }: LotParameter): number {
  return Math.trunc((legalMin + legalMax) / 2);
}

/** Up to 1/32 of the tolerance: enough to look measured. */
function jitter({ tolerance }: LotParameter, random: Random): number {
  const most = Math.floor(tolerance / 32);
  return random.integer(-most, most);
}

function toInt32(value: number): number {
  return Math.min(Math.max(Math.round(value), -(2 ** 31)), 2 ** 31 - 1) + 0;
}

function entry(values: readonly number[], i: number): number {
  const value = values[i];
  if (value === undefined) throw new RangeError(`A lot needs a value for every parameter; number ${i} is missing`);
  return value;
}
