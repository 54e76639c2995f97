import type { Address } from 'viem';
import type { ContractName } from '../contract-names.ts';
import { checkAccessSettings } from './access-settings.ts';
import { checkBeginning } from './beginning.ts';
import { checkClasses, checkParameters, checkTokens } from './bounds.ts';
import { checkCode } from './code.ts';
import type { Deployed } from './deployed.ts';
import { Facts } from './facts.ts';
import { checkGenesis } from './genesis.ts';
import { checkAccess, checkTimelock } from './roles.ts';
import { checkClocks, checkWiring } from './wiring.ts';

export interface Expectations {
  /** The settlement asset is a contract of these sources: on local chains. */
  readonly hasFaucet: boolean;
  /** Who may schedule in the timelock besides the governor: on local chains only. */
  readonly bystanders: readonly Address[];
}

export interface Finding {
  readonly title: string;
  readonly holding: number;
  readonly problems: readonly string[];
}

/** Finds out whether a deployment is what its sources and profile say; nothing is sent. */
export async function checkDeployment(deployed: Deployed, { hasFaucet, bystanders }: Expectations): Promise<Finding[]> {
  const isOurs = (name: ContractName) => name !== 'asset' || hasFaucet;
  const checks: readonly [string, (facts: Facts) => Promise<void>][] = [
    ['code', (facts) => checkCode(deployed, facts, isOurs)],
    ['beginning', (facts) => checkBeginning(deployed, facts)],
    ['clocks', (facts) => checkClocks(deployed, facts)],
    ['wiring', (facts) => checkWiring(deployed, facts)],
    ['roles of the access manager', (facts) => checkAccess(deployed, facts)],
    ['settings of the access manager', (facts) => checkAccessSettings(deployed, facts)],
    ['roles and delay of the timelock', (facts) => checkTimelock(deployed, facts, bystanders)],
    ['classes of decisions', (facts) => checkClasses(deployed, facts)],
    ['parameters and their limits', (facts) => checkParameters(deployed, facts)],
    ['genesis allocations of CTT', (facts) => checkGenesis(deployed, facts)],
    ['tokens and guardian', (facts) => checkTokens(deployed, facts)],
  ];
  const findings: Finding[] = [];
  for (const [title, check] of checks) {
    const facts = new Facts();
    await check(facts);
    // A check that has looked at nothing has found nothing.
    if (facts.holding === 0 && facts.problems.length === 0) facts.problems.push('nothing was checked');
    findings.push({ title, holding: facts.holding, problems: facts.problems });
    if (facts.isEmptyHanded) break;
  }
  return findings;
}
