import type { SealKind } from '../../shared/ui/seal.tsx';

const SEALS = {
  OFFERED: 'Offered',
  TRUSTED: 'Trusted',
  FLAGGED: 'Flagged',
  UNPROVEN: 'Unproven',
  SUSPENDED: 'Suspended',
} as const satisfies Record<string, SealKind>;

const STANDINGS = { NEW: 'New', TRUSTED: 'Trusted', MIXED: 'Mixed', FLAGGED: 'Flagged' } as const satisfies Record<
  string,
  SealKind
>;

/** Stamp of a lot's state. */
export function lotSeal(state: keyof typeof SEALS): (typeof SEALS)[keyof typeof SEALS] {
  return SEALS[state];
}

/** Stamp of a commodity's standing. */
export function standingSeal(standing: keyof typeof STANDINGS): (typeof STANDINGS)[keyof typeof STANDINGS] {
  return STANDINGS[standing];
}
