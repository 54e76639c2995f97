import type { GovernedContract } from './listed-functions.ts';

/** What a number of a parameter is. */
export type ParameterUnit =
  /** Hundredths of a percent. */
  | 'bps'
  /** Settlement asset, 6 decimals. */
  | 'asset'
  /** 18 decimals. */
  | 'ctt'
  /** Wei. */
  | 'coin'
  /** Experience power, 6 decimals. */
  | 'power'
  | 'seconds'
  | 'count';

export interface LimitedParameter {
  /** As the error `ParameterOutOfBounds` calls it. */
  readonly name: string;
  readonly unit: ParameterUnit;
  readonly min: bigint;
  readonly max: bigint;
}

/** A function that sets parameters, with the limits that the contracts' code keeps them in whoever decides. */
export interface ParameterSetter {
  readonly contract: GovernedContract | 'governor' | 'timelock';
  /** As Solidity writes it for a selector; the last arguments are `parameters`, a struct's fields are flat. */
  readonly signature: string;
  readonly parameters: readonly LimitedParameter[];
}

const BPS = 10_000n;
const MINUTE = 60n;
const HOUR = 60n * MINUTE;
const DAY = 24n * HOUR;
const UNIT = 10n ** 6n;
const WHOLE = 10n ** 18n;

const limited = (name: string, unit: ParameterUnit, min: bigint, max: bigint): LimitedParameter => ({
  ...{ name, unit, min, max },
});

export const parameterSetters: readonly ParameterSetter[] = [
  {
    ...{ contract: 'settlement', signature: 'setShares(uint16,uint16,uint16)' },
    parameters: [
      limited('expertBps', 'bps', 500n, 1_000n),
      limited('experiencerBps', 'bps', 3_000n, 7_000n),
      limited('communeBps', 'bps', 10n, 200n),
    ],
  },
  {
    ...{ contract: 'commodities', signature: 'setBondRequired(uint96)' },
    parameters: [limited('commodityBond', 'asset', UNIT, 1_000_000n * UNIT)],
  },
  {
    ...{ contract: 'commodities', signature: 'setUnsealCharge(uint16)' },
    parameters: [limited('unsealChargeBps', 'bps', 1_000n, BPS)],
  },
  {
    ...{ contract: 'models', signature: 'setBondRequired(uint96)' },
    parameters: [limited('modelBond', 'asset', UNIT, 100_000n * UNIT)],
  },
  {
    ...{ contract: 'disputes', signature: 'setBondRequired(uint96)' },
    parameters: [limited('challengeBond', 'asset', UNIT, 100_000n * UNIT)],
  },
  {
    ...{ contract: 'evaluations', signature: 'setKappa(uint16)' },
    parameters: [limited('kappaBps', 'bps', 5_000n, 9_000n)],
  },
  {
    ...{ contract: 'evaluations', signature: 'setBondMultiple(uint8)' },
    parameters: [limited('bondMultiple', 'count', 2n, 10n)],
  },
  {
    ...{ contract: 'platforms', signature: 'setMinBond(uint72)' },
    parameters: [limited('minBond', 'asset', 100n * UNIT, 1_000_000n * UNIT)],
  },
  {
    ...{ contract: 'validators', signature: 'setRules((uint8,uint96,uint96))' },
    parameters: [
      limited('seats', 'count', 3n, 32n),
      limited('minSelfBond', 'ctt', WHOLE, 100_000n * WHOLE),
      limited('minPower', 'power', 1n, 10_000n * UNIT),
    ],
  },
  {
    ...{ contract: 'court', signature: 'setParameters((uint80,uint96,uint16,uint16,uint16))' },
    parameters: [
      limited('feePerJuror', 'coin', 10n ** 12n, WHOLE),
      limited('lockPerSeat', 'ctt', WHOLE, 100_000n * WHOLE),
      limited('incoherentBps', 'bps', 100n, BPS),
      // And never less than `incoherentBps`.
      limited('silentBps', 'bps', 100n, BPS),
      limited('appealBondBps', 'bps', 1_000n, 50_000n),
    ],
  },
  {
    ...{ contract: 'memberships', signature: 'setPrice(uint8,uint96)' },
    parameters: [limited('membershipPrice', 'asset', 0n, 10_000n * UNIT)],
  },
  {
    ...{ contract: 'governor', signature: 'setThreshold(uint16)' },
    parameters: [limited('thresholdBps', 'bps', 1n, 500n)],
  },
  {
    ...{ contract: 'governor', signature: 'updateQuorumNumerator(uint256)' },
    parameters: [limited('turnoutFloorBps', 'bps', 100n, 2_000n)],
  },
  {
    ...{ contract: 'governor', signature: 'setLateFlipExtension(uint32)' },
    parameters: [limited('lateFlipExtension', 'seconds', DAY, 7n * DAY)],
  },
  {
    // Emergencies last three days at most, and never longer than other votes.
    ...{ contract: 'governor', signature: 'setTiming(uint8,uint32,uint32)' },
    parameters: [limited('votingDelay', 'seconds', HOUR, 7n * DAY), limited('votingPeriod', 'seconds', DAY, 21n * DAY)],
  },
  {
    // The lower limit is that of a public deployment; it is fixed there.
    ...{ contract: 'timelock', signature: 'updateDelay(uint256)' },
    parameters: [limited('timelockDelay', 'seconds', DAY, 30n * DAY)],
  },
];
