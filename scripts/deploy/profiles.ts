/** What differs between deployments. Times in seconds; immutable once deployed. */
export interface Profile {
  /** Length of an epoch; every window of the protocol is counted in epochs. */
  epochLength: number;
  /** How long a decision of governance waits before it can be executed. */
  timelockDelay: number;
}

const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;

/** Deployment profiles by name. */
export const profiles = {
  production: { epochLength: 7 * DAY, timelockDelay: 2 * DAY },
  local: { epochLength: 7 * DAY, timelockDelay: MINUTE },
} as const satisfies Record<string, Profile>;

export type ProfileName = keyof typeof profiles;
