import type {
  ArgumentType,
  Future as IgnitionFuture,
  IgnitionModuleBuilder,
  NamedArtifactContractAtFuture,
  NamedArtifactContractDeploymentFuture,
} from '@nomicfoundation/ignition-core';
import { keccak256, stringToHex, toFunctionSelector, zeroHash } from 'viem';
import { DECISION_CLASSES } from '../../protocol/governance/decision-class.ts';
import { type GovernedContract, listedFunctions } from '../../protocol/governance/listed-functions.ts';

type Future = NamedArtifactContractDeploymentFuture<string> | NamedArtifactContractAtFuture<string>;

interface Governed extends Readonly<Record<GovernedContract, Future>> {
  readonly access: Future;
  readonly timelock: Future;
  readonly power: Future;
  readonly elections: Future;
}

/** Roles of the access manager. */
export const roles = {
  /** Administers it; the timelock's alone. */
  admin: 0n,
  /** Suspends platforms. */
  emergency: 1n,
  /** Admits platforms. */
  admission: 2n,
} as const;

const roleId = (name: string) => keccak256(stringToHex(name));

/** Roles of the timelock. */
export const timelockRoles = {
  admin: zeroHash,
  proposer: roleId('PROPOSER_ROLE'),
  canceller: roleId('CANCELLER_ROLE'),
  executor: roleId('EXECUTOR_ROLE'),
} as const;

const HOUR = 60 * 60;
const DAY = 24 * HOUR;

/** What the governor begins with; it changes by constitutional decisions, inside the limits of its code. */
export const governorSettings = {
  // In the order of the classes.
  timings: [
    { votingDelay: DAY, votingPeriod: 7 * DAY },
    { votingDelay: DAY, votingPeriod: 5 * DAY },
    { votingDelay: HOUR, votingPeriod: 2 * DAY },
  ],
  thresholdBps: 50,
  turnoutFloorBps: 400,
  lateFlipExtension: 2 * DAY,
} as const;

interface HandOver {
  /** Administers the access manager and the timelock until the last step. */
  readonly deployer: ArgumentType;
  /**
   * Besides the governor, schedules and executes in the timelock until it renounces that; on local chains only, where history is written
   * faster than people vote.
   */
  readonly bystander: ArgumentType | null;
  /** What the deployer does with functions that belong to roles afterwards. */
  readonly after: IgnitionFuture[];
}

/**
 * Deploys the governor and the genesis guardian and gives them their roles. Parameters: `leastTurnout` (votes that every proposal needs, in
 * units of power), `guardian` and `guardianOffice` (seconds).
 */
export function deployGovernance(
  m: IgnitionModuleBuilder,
  contracts: Governed,
  { deployer, bystander, after }: HandOver,
) {
  const { access, timelock, power, elections, validators, platforms } = contracts;
  const classes = listedFunctions.map(({ contract, signature, decisionClass }) => ({
    target: contracts[contract],
    selector: toFunctionSelector(signature),
    class: DECISION_CLASSES.indexOf(decisionClass),
  }));
  const governor = m.contract('CommuneGovernor', [
    ...[power, timelock, access, elections, validators, m.getParameter('leastTurnout')],
    ...[governorSettings as unknown as ArgumentType, classes],
  ]);
  const guardian = m.contract('GenesisGuardian', [
    platforms,
    m.getParameter('guardian'),
    m.getParameter('guardianOffice'),
  ]);
  const grant = (role: bigint, name: string, account: Future) =>
    m.call(access, 'grantRole', [role, account, 0], { id: `${name}_role` });
  const assign = (role: bigint, name: string, signature: string) =>
    m.call(access, 'setTargetFunctionRole', [platforms, [toFunctionSelector(signature)], role], {
      ...{ id: `${name}_calls`, after },
    });
  const actors: [name: string, account: Future | ArgumentType][] = [['governor', governor]];
  if (bystander !== null) actors.push(['bystander', bystander]);
  const wiring = [
    m.call(access, 'labelRole', [roles.emergency, 'EMERGENCY'], { id: 'emergency_label' }),
    m.call(access, 'labelRole', [roles.admission, 'ADMISSION'], { id: 'admission_label' }),
    assign(roles.emergency, 'emergency', 'suspend(uint32)'),
    assign(roles.admission, 'admission', 'admit(address,address,string)'),
    grant(roles.emergency, 'governor_emergency', governor),
    grant(roles.emergency, 'guardian_emergency', guardian),
    grant(roles.emergency, 'timelock_emergency', timelock),
    grant(roles.admission, 'guardian_admission', guardian),
    grant(roles.admission, 'timelock_admission', timelock),
    ...actors.flatMap(([name, account]) =>
      (['proposer', 'canceller', 'executor'] as const).map((role) =>
        m.call(timelock, 'grantRole', [timelockRoles[role], account as ArgumentType], { id: `${name}_${role}` }),
      ),
    ),
  ];
  const handover = { id: 'timelock_handover', after: wiring };
  return {
    contracts: { governor, guardian },
    wiring: [...wiring, m.call(timelock, 'renounceRole', [timelockRoles.admin, deployer], handover)],
  };
}
