import { toScaled } from '../../protocol/documents/quality-model/scaled.ts';
import type { ModelParameter } from '../../protocol/documents/quality-model/types.ts';
import type { Random } from '../cycle/random.ts';
import type { ScaledValues, SeedLot } from '../seed/catalogue/types.ts';
import { worldRandom } from '../seed/world-random.ts';
import type { CatalogueCommodity } from './catalogue.ts';

const CODE = /^(.{1,8})-E(\d{1,6})$/;
const SHORTEST_SALE = 2;
const LONGEST_SALE = 3;
/** So many lots in 10,000 promise more than they hold. */
const EXAGGERATED_BPS = 1_500;
/** What exaggeration adds, in tolerances: enough to be seen, too little to be dangerous. */
const EXAGGERATION = 1.4;
/** How far lots of one commodity differ from each other, and claims of honest producers from the truth, in tolerances. */
const SPREAD = 0.5;
const CARELESSNESS = 0.15;
/** What producers leave between their goods and the legal limits, in tolerances. */
const SAFETY = 0.3;

/** The lot that a resident producer offers from an epoch on: the same whenever it is asked for. */
export function followUpLot(commodity: CatalogueCommodity, startEpoch: number): SeedLot {
  const latest = commodity.lots.at(-1);
  if (latest === undefined) throw new RangeError(`${commodity.seed.key} has no lot to follow`);
  const random = worldRandom().fork(`lot of ${commodity.seed.key} from epoch ${startEpoch}`);
  const isExaggerated = random.chance(EXAGGERATED_BPS);
  const { parameters } = commodity.model;
  const truth = valuesOf(parameters, (parameter) => produced(parameter, latest.truth[parameter.code] ?? 0, random));
  const boast = isExaggerated ? random.pick(parameters.filter(({ critical }) => !critical)) : undefined;
  const claims = valuesOf(parameters, (parameter) =>
    claimed(parameter, truth[parameter.code] ?? 0, parameter === boast, random),
  );
  return {
    ...latest,
    lotCode: `${latest.lotCode.slice(0, 8)}-E${startEpoch}`,
    stage: 'offered',
    story: boast === undefined ? 'honest' : 'exaggerated',
    startEpoch,
    epochs: random.integer(SHORTEST_SALE, LONGEST_SALE) as SeedLot['epochs'],
    claims,
    truth,
  };
}

/** The resident producer's lot with a code; `undefined` if he never offers such a lot. */
export function followUpOf(commodity: CatalogueCommodity, lotCode: string): SeedLot | undefined {
  const [, , epoch] = CODE.exec(lotCode) ?? [];
  if (epoch === undefined) return undefined;
  const lot = followUpLot(commodity, Number(epoch));
  return lot.lotCode === lotCode ? lot : undefined;
}

function valuesOf(parameters: readonly ModelParameter[], value: (parameter: ModelParameter) => number): ScaledValues {
  return Object.fromEntries(parameters.map((parameter) => [parameter.code, value(parameter)]));
}

function produced(parameter: ModelParameter, usual: number, random: Random): number {
  const { tolerance, min, max } = scaled(parameter);
  const drawn = usual + random.normal() * SPREAD * tolerance;
  // So far from the limits that measuring does not take it beyond.
  const margin = SAFETY * tolerance;
  return Math.round(Math.min(Math.max(drawn, Math.min(min + margin, usual)), Math.max(max - margin, usual)));
}

function claimed(parameter: ModelParameter, truth: number, isBoasted: boolean, random: Random): number {
  const { tolerance, min, max } = scaled(parameter);
  const isHigherBetter =
    parameter.direction === 'atLeast' || (parameter.direction === 'twoSided' && max - truth >= truth - min);
  const better = (isHigherBetter ? 1 : -1) * tolerance;
  return withinLaw(parameter, truth + better * (isBoasted ? EXAGGERATION : random.uniform() * CARELESSNESS));
}

function withinLaw(parameter: ModelParameter, value: number): number {
  const { min, max } = scaled(parameter);
  return Math.round(Math.min(Math.max(value, min), max));
}

function scaled({ tolerance, limits, decimals }: ModelParameter) {
  return {
    tolerance: toScaled(tolerance, decimals),
    min: toScaled(limits.min, decimals),
    max: toScaled(limits.max, decimals),
  };
}
