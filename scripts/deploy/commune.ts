import type {
  IgnitionModuleBuilder,
  NamedArtifactContractAtFuture,
  NamedArtifactContractDeploymentFuture,
} from '@nomicfoundation/ignition-core';
import { zeroAddress } from 'viem';
import { deployFinality } from './finality.ts';

/**
 * Deploys the whole protocol around a settlement asset, wires it, admits the first platform and hands every privileged
 * call to the timelock; the deployer keeps nothing.
 *
 * Parameters: `genesis` (start of epoch 0, not in the future), `epochLength`, `timelockDelay` (seconds), `proposer`
 * (may schedule in the timelock), `platformOperator`, `platformSigner` (its receipts), `platformEndpoint`, and those of
 * {@link deployFinality}. The platform's bond is its operator's to put up.
 *
 * @param unvested what the founders get of their tenth at once, in the smallest unit of CTT; on local chains only, where people need it
 */
export function deployCommune<
  Asset extends NamedArtifactContractDeploymentFuture<string> | NamedArtifactContractAtFuture<string>,
>(m: IgnitionModuleBuilder, asset: Asset, unvested = 0n) {
  const deployer = m.getAccount(0);
  const clock = [m.getParameter('genesis'), m.getParameter('epochLength')];
  const access = m.contract('AccessManager', [deployer]);
  const timelock = m.contract('TimelockController', [
    m.getParameter('timelockDelay'),
    [m.getParameter('proposer')],
    [zeroAddress],
    zeroAddress,
  ]);

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

  const foundations = { access, timelock, asset, models, commodities, settlement, power, evaluations, clock };
  const finality = deployFinality(m, foundations, unvested);

  const wiring = [
    ...finality.wiring,
    m.call(commodities, 'appointEvaluations', [evaluations]),
    m.call(power, 'appointMinter', [evaluations, true]),
    m.call(settlement, 'appointPlatforms', [platforms]),
    m.call(platforms, 'appointDemands', [demands]),
    m.call(platforms, 'admit', [
      m.getParameter('platformOperator'),
      m.getParameter('platformSigner'),
      m.getParameter('platformEndpoint'),
    ]),
  ];
  const ADMIN_ROLE = 0n;
  const granted = m.call(access, 'grantRole', [ADMIN_ROLE, timelock, 0], { after: wiring });
  m.call(access, 'renounceRole', [ADMIN_ROLE, deployer], { after: [granted] });

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
    ...finality.contracts,
  };
}
