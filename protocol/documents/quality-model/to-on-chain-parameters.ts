import { type Hex, stringToHex } from 'viem';
import { toScaled } from './scaled.ts';
import type { Direction, QualityModelDocument } from './types.ts';

/** `Parameter` of `contracts/models/IQualityModels.sol` (`sealed` is a reserved word there). */
export interface OnChainParameter {
  /** bytes12: ASCII, right-padded. */
  readonly code: Hex;
  readonly direction: 0 | 1 | 2;
  readonly decimals: number;
  readonly legalMin: number;
  readonly legalMax: number;
  readonly tolerance: number;
  readonly weightBps: number;
  readonly critical: boolean;
  readonly isSealed: boolean;
}

const DIRECTIONS = { twoSided: 0, atLeast: 1, atMost: 2 } as const satisfies Record<Direction, number>;

/** What `publish` and `revise` take for a document without problems. */
export function toOnChainParameters(document: QualityModelDocument): OnChainParameter[] {
  return document.parameters.map((parameter) => ({
    code: stringToHex(parameter.code, { size: 12 }),
    direction: DIRECTIONS[parameter.direction],
    decimals: parameter.decimals,
    legalMin: toScaled(parameter.limits.min, parameter.decimals),
    legalMax: toScaled(parameter.limits.max, parameter.decimals),
    tolerance: toScaled(parameter.tolerance, parameter.decimals),
    weightBps: parameter.weightBps,
    critical: parameter.critical,
    isSealed: parameter.sealed,
  }));
}
