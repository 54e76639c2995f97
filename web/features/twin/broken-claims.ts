import type { Localized } from '../../../protocol/documents/quality-model/types.ts';
import type { ParameterView } from './parameter-view.ts';

/** Points (basis points) at one tolerance from the claim: below, the claim does not hold. */
const HOLDS_BPS = 6_000;

/** Names of the parameters whose claims do not hold, the heaviest first. A Trusted lot may have some that are not critical. */
export function brokenClaims(parameters: readonly ParameterView[]): Localized[] {
  return parameters
    .filter(({ gradeBps }) => gradeBps !== null && gradeBps < HOLDS_BPS)
    .toSorted((a, b) => b.weightBps - a.weightBps)
    .map(({ name }) => name);
}
