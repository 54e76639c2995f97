import type {
  ArgumentType,
  IgnitionModuleBuilder,
  NamedArtifactContractAtFuture,
  NamedArtifactContractDeploymentFuture,
} from '@nomicfoundation/ignition-core';
import { parseEther, parseUnits } from 'viem';
import { documentDigest } from '../../protocol/documents/document-digest.ts';
import { metaEvidence } from './meta-evidence.ts';

type Future = NamedArtifactContractDeploymentFuture<string> | NamedArtifactContractAtFuture<string>;

export interface Foundations {
  readonly access: Future;
  readonly timelock: Future;
  readonly asset: Future;
  readonly models: Future;
  readonly commodities: Future;
  readonly settlement: Future;
  readonly power: Future;
  readonly evaluations: Future;
  /** Genesis and length of an epoch. */
  readonly clock: readonly ArgumentType[];
}

/** A tenth of the cap. */
const FOUNDERS_SHARE = parseUnits('100000000', 18);
/** Voters who can be counted in one election. */
const MAX_VOTERS = 1_024;
const DAY = 24 * 60 * 60;
/** Three juries with all their windows take 33 days; the rest is patience for those who arm and draw. */
const LAPSE_AFTER = 120 * DAY;
/** Windows in seconds; the block whose randomness draws a jury is 64 blocks away: nobody knows yet who proposes it. */
const WINDOWS = { evidence: 2 * DAY, commit: 3 * DAY, reveal: 2 * DAY, appeal: 3 * DAY, seedDelay: 64 };
const COURT_PARAMETERS = {
  feePerJuror: parseEther('0.002'),
  lockPerSeat: parseUnits('1000', 18),
  incoherentBps: 1_000,
  silentBps: 2_500,
  appealBondBps: 10_000,
};

/**
 * Deploys what makes decisions final: CTT and its emission, elections by nominated stake with their rewards, the court, and the disputes that are put before
 * it. Parameters: `founders` (the founders' tenth of CTT vests for it), `seedDelay` (blocks).
 *
 * @param unvested what `founders` gets at once of its tenth
 */
export function deployFinality(m: IgnitionModuleBuilder, foundations: Foundations, unvested: bigint) {
  const founders = m.getParameter('founders');
  const { access, timelock, asset, models, commodities, settlement, power, evaluations, clock } = foundations;
  const vesting = m.contract('FounderVesting', [founders]);
  const wallets = [{ wallet: vesting, amount: FOUNDERS_SHARE - unvested }];
  const token = m.contract('CommuneToken', [
    access,
    timelock,
    unvested === 0n ? wallets : [...wallets, { wallet: founders, amount: unvested }],
  ]);
  const emission = m.contract('Emission', [access, token, commodities, timelock, ...clock]);
  const validators = m.contract('Validators', [access, token, power, ...clock, MAX_VOTERS]);
  const elections = m.contract('Elections', [access, validators, ...clock]);
  const rewards = m.contract('ValidatorRewards', [settlement, elections]);
  const windows = { ...WINDOWS, seedDelay: m.getParameter('seedDelay', WINDOWS.seedDelay) };
  const court = m.contract('Court', [access, elections, token, windows, COURT_PARAMETERS]);
  const disputes = m.contract('Disputes', [access, asset, commodities, models, settlement, ...clock, LAPSE_AFTER], {
    libraries: { ChallengeLists: m.library('ChallengeLists') },
  });
  // By kind of case.
  const explanations = metaEvidence.map((document, kind) =>
    m.call(disputes, 'setMetaEvidence', [kind, documentDigest(document)], { id: `metaEvidence_${kind}` }),
  );
  const wiring = [
    ...explanations,
    m.call(token, 'appointMinter', [emission, true]),
    m.call(validators, 'appointElections', [elections]),
    m.call(elections, 'appointCourt', [court, true]),
    m.call(court, 'appointTreasury', [timelock]),
    m.call(court, 'trustArbitrable', [disputes, true]),
    m.call(disputes, 'appointArbitrator', [court]),
    m.call(evaluations, 'appointDisputes', [disputes]),
    m.call(commodities, 'appointDisputes', [disputes], { id: 'commodities_disputes' }),
    m.call(models, 'appointDisputes', [disputes], { id: 'models_disputes' }),
    m.call(settlement, 'appointRecipients', [rewards, timelock]),
  ];
  return { contracts: { token, vesting, emission, validators, elections, rewards, court, disputes }, wiring };
}
