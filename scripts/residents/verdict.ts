import { choiceOfNone } from '../../protocol/disputes/ruling-outcome.ts';
import { deviation, TOLERANCE_PARTS } from '../../protocol/experience/deviation.ts';
import { unpackValues } from '../../protocol/experience/unpack-values.ts';
import { claimDeviation } from '../../protocol/grade/claim-deviation.ts';
import type { Commune } from '../local/deploy-local.ts';
import type { OpenDispute } from './docket.ts';
import type { LotFacts } from './lot-facts.ts';
import type { Settings } from './settings.ts';
import { truthOf } from './truth.ts';

/** Choices of cases about lots and models; in those about evaluations 2 + i is challenge i, and the last one none of them. */
const STAYS = 1;
const GOES = 2;
/** The contract's enum of grounds. */
const COUNTERFEIT = 1;
const AGAINST_REGULATION = 2;
const FALSE_DOCUMENT = 3;
const DIRECTIONS = ['twoSided', 'atLeast', 'atMost'] as const;

/** What a juror who knows the truth of the local world votes for. */
export async function verdictOn(settings: Settings, { kind, subject, caseId, ground }: OpenDispute): Promise<number> {
  const lot = settings.chain.lots.get(subject);
  // Nobody here publishes models to deceive, and of others' disputes nobody knows anything.
  if (caseId === 0n || kind === 'model' || lot === undefined) return STAYS;
  const truth = truthOf(lot, settings.truths);
  return kind === 'evaluation'
    ? closest(await assertionsOn(settings.commune, lot, caseId), truth, lot)
    : listingVerdict(lot, await claimsOf(settings.commune, lot), truth, ground);
}

/**
 * Which of several vectors, the consensus first, is nearest to the truth, by the parameter that it gets most wrong; the first of equals.
 * Where all are off by more than one tolerance, none is right.
 *
 * @returns its number from 1 on, or the choice of none
 */
export function closest(
  assertions: readonly (readonly number[])[],
  truth: readonly number[],
  { parameters }: Pick<LotFacts, 'parameters'>,
): number {
  const errors = assertions.map((values) =>
    parameters.reduce((worst, { tolerance }, i) => {
      const off = deviation(values[i] ?? 0, truth[i] ?? 0, tolerance);
      return off > worst ? off : worst;
    }, 0n),
  );
  const best = errors.reduce((first, error, i) => (error < (errors[first] as bigint) ? i : first), 0);
  return (errors[best] ?? 0n) > TOLERANCE_PARTS ? choiceOfNone(assertions.length - 1) : 1 + best;
}

/**
 * Whether what is true of a lot is a ground to suspend it.
 *
 * @param claims `null` for those that are sealed
 */
export function listingVerdict(
  { parameters }: Pick<LotFacts, 'parameters'>,
  claims: readonly (number | null)[],
  truth: readonly number[],
  ground: number,
): number {
  const isTrue = parameters.some(({ critical, direction, tolerance, legalMin, legalMax }, i) => {
    const [claim, found] = [claims[i] ?? null, truth[i] ?? 0];
    if (ground === AGAINST_REGULATION) return found < legalMin || found > legalMax;
    if (claim === null || !(ground === FALSE_DOCUMENT || (ground === COUNTERFEIT && critical))) return false;
    return claimDeviation(claim, found, DIRECTIONS[direction], tolerance) > TOLERANCE_PARTS;
  });
  return isTrue ? GOES : STAYS;
}

async function assertionsOn({ contracts }: Commune, { lotId, parameters }: LotFacts, caseId: bigint) {
  const { consensus } = await contracts.evaluations.read.roundOf([lotId]);
  const challenges = await contracts.disputes.read.challengesOf([caseId]);
  return [consensus, ...challenges.map(({ values }) => values)].map((word) => unpackValues(word, parameters.length));
}

async function claimsOf({ contracts }: Commune, { lotId, parameters }: LotFacts): Promise<(number | null)[]> {
  const { claims, unsealed } = await contracts.commodities.read.lotOf([lotId]);
  return unpackValues(claims, parameters.length).map((claim, i) => {
    return parameters[i]?.isSealed === true && !unsealed ? null : claim;
  });
}
