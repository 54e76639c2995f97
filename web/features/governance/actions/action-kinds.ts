import { type ParameterUnit, parameterSetters } from '../../../../protocol/governance/limits.ts';
import type { ContractName } from '../../../shared/chain/contracts.ts';

/** What is typed into a field, and how its value is written. */
export type FieldUnit = ParameterUnit | 'address' | 'platform' | 'text' | 'class' | 'membership' | 'hex';

export interface ActionField {
  /** Of the message that names it. */
  readonly name: FieldName;
  readonly unit: FieldUnit;
  /** Limits in the contract's code. */
  readonly min?: bigint;
  readonly max?: bigint;
}

/** Something that a proposal can do, with a form of its own. */
export interface ActionKind {
  /** Contract and function. */
  readonly id: ActionId;
  readonly contract: ContractName;
  readonly functionName: string;
  /** In the order of the function's arguments; those of a struct are flat. */
  readonly fields: readonly ActionField[];
  /** How many of the first fields say what is set, not to what. */
  readonly keys: number;
  readonly group: ActionGroup;
}

export const FIELD_NAMES = [
  'expertBps',
  'experiencerBps',
  'communeBps',
  'commodityBond',
  'unsealChargeBps',
  'modelBond',
  'challengeBond',
  'kappaBps',
  'bondMultiple',
  'minBond',
  'seats',
  'minSelfBond',
  'minPower',
  'feePerJuror',
  'lockPerSeat',
  'incoherentBps',
  'silentBps',
  'appealBondBps',
  'membershipPrice',
  'thresholdBps',
  'turnoutFloorBps',
  'lateFlipExtension',
  'votingDelay',
  'votingPeriod',
  'timelockDelay',
  'membershipKind',
  'decisionClass',
  'platformId',
  'operator',
  'signer',
  'endpoint',
  'recipient',
  'amount',
] as const;

export type FieldName = (typeof FIELD_NAMES)[number];

export const ACTION_IDS = [
  'settlement.setShares',
  'commodities.setBondRequired',
  'commodities.setUnsealCharge',
  'models.setBondRequired',
  'evaluations.setKappa',
  'evaluations.setBondMultiple',
  'platforms.setMinBond',
  'disputes.setBondRequired',
  'court.setParameters',
  'validators.setRules',
  'memberships.setPrice',
  'asset.transfer',
  'token.transfer',
  'platforms.admit',
  'platforms.suspend',
  'platforms.resume',
  'governor.setTiming',
  'governor.setThreshold',
  'governor.updateQuorumNumerator',
  'governor.setLateFlipExtension',
  'timelock.updateDelay',
] as const;

export type ActionId = (typeof ACTION_IDS)[number];

export const ACTION_GROUPS = [
  'market',
  'measuring',
  'justice',
  'members',
  'treasury',
  'platforms',
  'decisions',
] as const;

export type ActionGroup = (typeof ACTION_GROUPS)[number];

/** Those that are listed nowhere, as nothing of them has limits. */
const OTHERS: Partial<Record<ActionId, readonly ActionField[]>> = {
  'asset.transfer': [
    { name: 'recipient', unit: 'address' },
    { name: 'amount', unit: 'asset', min: 1n },
  ],
  'token.transfer': [
    { name: 'recipient', unit: 'address' },
    { name: 'amount', unit: 'ctt', min: 1n },
  ],
  'platforms.admit': [
    { name: 'operator', unit: 'address' },
    { name: 'signer', unit: 'address' },
    { name: 'endpoint', unit: 'text' },
  ],
  'platforms.suspend': [{ name: 'platformId', unit: 'platform' }],
  'platforms.resume': [{ name: 'platformId', unit: 'platform' }],
};

/** What some functions are told before their parameters. */
const KEYS: Partial<Record<ActionId, readonly ActionField[]>> = {
  'memberships.setPrice': [{ name: 'membershipKind', unit: 'membership' }],
  'governor.setTiming': [{ name: 'decisionClass', unit: 'class' }],
};

const GROUPS: Readonly<Record<ActionId, ActionGroup>> = {
  'settlement.setShares': 'market',
  'commodities.setBondRequired': 'market',
  'commodities.setUnsealCharge': 'market',
  'models.setBondRequired': 'market',
  'evaluations.setKappa': 'measuring',
  'evaluations.setBondMultiple': 'measuring',
  'platforms.setMinBond': 'platforms',
  'disputes.setBondRequired': 'justice',
  'court.setParameters': 'justice',
  'validators.setRules': 'justice',
  'memberships.setPrice': 'members',
  'asset.transfer': 'treasury',
  'token.transfer': 'treasury',
  'platforms.admit': 'platforms',
  'platforms.suspend': 'platforms',
  'platforms.resume': 'platforms',
  'governor.setTiming': 'decisions',
  'governor.setThreshold': 'decisions',
  'governor.updateQuorumNumerator': 'decisions',
  'governor.setLateFlipExtension': 'decisions',
  'timelock.updateDelay': 'decisions',
};

export const actionKinds: readonly ActionKind[] = ACTION_IDS.map((id) => {
  const [contract, functionName] = id.split('.') as [ContractName, string];
  const setter = parameterSetters.find(
    (one) => one.contract === contract && one.signature.split('(')[0] === functionName,
  );
  const keys = KEYS[id] ?? [];
  const fields = setter
    ? setter.parameters.map(({ name, unit, min, max }) => ({ name: name as FieldName, unit, min, max }))
    : (OTHERS[id] ?? []);
  return { id, contract, functionName, fields: [...keys, ...fields], keys: keys.length, group: GROUPS[id] };
});

export function actionKind(id: ActionId): ActionKind {
  return actionKinds.find((kind) => kind.id === id) as ActionKind;
}
