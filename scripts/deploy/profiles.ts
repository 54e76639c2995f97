import { parseUnits } from 'viem';

/** What differs between deployments. Times in seconds; immutable once deployed. */
export interface Profile {
  /** Length of an epoch; every window of the protocol is counted in epochs. */
  epochLength: number;
  /** How long a decision of governance waits before it can be executed. */
  timelockDelay: number;
  /** No decision ever makes that shorter. */
  leastTimelockDelay: number;
  /** How long the genesis guardian is in office, at most a year. */
  guardianOffice: number;
  /** Votes that every proposal needs, in units of power (10^-6): while nobody has much, whoever comes first must not decide alone. */
  leastTurnout: bigint;
  /** What the founders get of their tenth of CTT at once, in its smallest unit; the rest vests. */
  unvested: bigint;
}

const ONE_POWER = 1_000_000n;
const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;

/** Deployment profiles by name. */
export const profiles = {
  production: {
    ...{ epochLength: 7 * DAY, guardianOffice: 180 * DAY, leastTurnout: 5_000n * ONE_POWER },
    ...{ timelockDelay: 2 * DAY, leastTimelockDelay: DAY, unvested: 0n },
  },
  local: {
    ...{ epochLength: 7 * DAY, guardianOffice: 180 * DAY, leastTurnout: 10n * ONE_POWER },
    ...{ timelockDelay: MINUTE, leastTimelockDelay: MINUTE },
    // Founders hand CTT to everybody here; what vests would come too late.
    unvested: parseUnits('50000000', 18),
  },
} as const satisfies Record<string, Profile>;

export type ProfileName = keyof typeof profiles;
