import type {
  IgnitionModuleBuilder,
  NamedArtifactContractAtFuture,
  NamedArtifactContractDeploymentFuture,
} from '@nomicfoundation/ignition-core';
import { deployFinality } from './finality.ts';
import { deployGovernance, roles } from './governance.ts';

/** What only local chains have: nobody can wait there until people have earned votes, or until tokens vest. */
export interface LocalHelp {
  /** What the founders get of their tenth at once, in the smallest unit of CTT. */
  readonly unvested: bigint;
}

/**
 * Deploys the whole protocol around a settlement asset, wires it, admits the first platform and hands every privileged
 * call to a timelock that obeys the governor; the deployer keeps nothing.
 *
 * Parameters: `genesis` (start of epoch 0, not in the future), `epochLength`, `timelockDelay` and `leastTimelockDelay` (seconds),
 * `platformOperator`, `platformSigner` (its receipts), `platformEndpoint`, and those of {@link deployFinality} and
 * {@link deployGovernance}; with help `bystander`, too. The platform's bond is its operator's to put up.
 */
export function deployCommune<
  Asset extends NamedArtifactContractDeploymentFuture<string> | NamedArtifactContractAtFuture<string>,
>(m: IgnitionModuleBuilder, asset: Asset, help: LocalHelp | null = null) {
  const deployer = m.getAccount(0);
  const clock = [m.getParameter('genesis'), m.getParameter('epochLength')];
  const access = m.contract('AccessManager', [deployer]);
  const delays = [m.getParameter('timelockDelay'), m.getParameter('leastTimelockDelay')];
  const timelock = m.contract('CommuneTimelock', [...delays, deployer]);

  const models = m.contract('QualityModels', [access, asset, ...clock]);
  const commodities = m.contract('Commodities', [access, asset, models, ...clock], {
    libraries: { Twins: m.library('Twins') },
  });
  const recommenders = m.contract('Recommenders');
  const settlement = m.contract('Settlement', [access, asset, commodities, models, recommenders, ...clock]);
  const platforms = m.contract('Platforms', [access, asset, settlement, ...clock]);
  const demands = m.contract('Demands', [platforms, settlement]);
  const power = m.contract('ExperiencePower', [access, ...clock]);
  const evaluations = m.contract('Evaluations', [access, asset, commodities, models, settlement, power, ...clock], {
    libraries: { Tallying: m.library('Tallying'), Outcomes: m.library('Outcomes') },
  });

  const memberships = m.contract('Memberships', [access, asset, timelock]);

  const foundations = { access, timelock, asset, models, commodities, settlement, power, evaluations, clock };
  const finality = deployFinality(m, foundations, help?.unvested ?? 0n);
  const governed = { ...foundations, ...finality.contracts, platforms, memberships };
  // Before the function belongs to a role that the deployer does not have.
  const admitted = m.call(platforms, 'admit', [
    m.getParameter('platformOperator'),
    m.getParameter('platformSigner'),
    m.getParameter('platformEndpoint'),
  ]);
  const bystander = help === null ? null : m.getParameter('bystander');
  const governance = deployGovernance(m, governed, { deployer, bystander, after: [admitted] });

  const wiring = [
    ...finality.wiring,
    ...governance.wiring,
    m.call(commodities, 'appointEvaluations', [evaluations]),
    m.call(power, 'appointMinter', [evaluations, true]),
    m.call(settlement, 'appointPlatforms', [platforms]),
    m.call(platforms, 'appointDemands', [demands]),
  ];
  const granted = m.call(access, 'grantRole', [roles.admin, timelock, 0], { after: wiring });
  m.call(access, 'renounceRole', [roles.admin, deployer], { after: [granted] });

  return {
    asset,
    access,
    timelock,
    models,
    commodities,
    platforms,
    demands,
    recommenders,
    settlement,
    power,
    evaluations,
    memberships,
    ...finality.contracts,
    ...governance.contracts,
  };
}
