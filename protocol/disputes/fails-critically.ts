import { TOLERANCE_PARTS } from '../experience/deviation.ts';
import { claimDeviation } from '../grade/claim-deviation.ts';
import type { GradedParameter } from '../grade/lot-grade.ts';

/**
 * Whether an overturn suspends the lot and takes the commodity's whole bond: the claim of a critical parameter is off from R′ by more
 * than one tolerance, to the bad side. `consensus` is R′.
 */
export function failsCritically(parameters: readonly GradedParameter[]): boolean {
  return parameters.some(
    ({ critical, claim, consensus, direction, tolerance }) =>
      critical && claimDeviation(claim, consensus, direction, tolerance) > TOLERANCE_PARTS,
  );
}
