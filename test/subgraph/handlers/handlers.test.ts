import { needGraphNode } from '../../support/graph-node.ts';
import { appealCases } from './appeals-cases.ts';
import type { Case } from './case.ts';
import { challengeListCases } from './challenge-lists-cases.ts';
import { challengeCases } from './challenges-cases.ts';
import { commodityCases } from './commodities-cases.ts';
import { compensationCases } from './compensations-cases.ts';
import { courtCases } from './court-cases.ts';
import { demandCases } from './demands-cases.ts';
import { disputeCases } from './disputes-cases.ts';
import { documentCases } from './documents-cases.ts';
import { electionCases } from './elections-cases.ts';
import { emissionCases } from './emission-cases.ts';
import { evaluationCases } from './evaluations-cases.ts';
import { governanceCases } from './governance-cases.ts';
import { historyCases } from './histories-cases.ts';
import { membershipCases } from './memberships-cases.ts';
import { registerCases } from './models-and-registers.ts';
import { platformCases } from './platforms-cases.ts';
import { proposalCases } from './proposals-cases.ts';
import { rulingCases } from './rulings-cases.ts';
import { runCases } from './run-cases.ts';
import { settlementCases } from './settlement-cases.ts';
import { validatorCases } from './validators-cases.ts';

const cases: Case[] = [
  ...registerCases,
  ...platformCases,
  ...commodityCases,
  ...settlementCases,
  ...challengeCases,
  ...compensationCases,
  ...demandCases,
  ...evaluationCases,
  ...documentCases,
  ...validatorCases,
  ...electionCases,
  ...courtCases,
  ...appealCases,
  ...disputeCases,
  ...rulingCases,
  ...challengeListCases,
  ...historyCases,
  ...governanceCases,
  ...proposalCases,
  ...emissionCases,
  ...membershipCases,
];

describe('handlers of the subgraph (gnd test)', function () {
  this.timeout(900_000);
  let failures: Map<string, string | undefined>;

  before(async function () {
    needGraphNode(this);
    failures = await runCases(cases);
  });

  for (const { name } of cases) {
    it(name, () => {
      const failure = failures.get(name);
      if (failure !== undefined) throw new Error(failure);
    });
  }
});
