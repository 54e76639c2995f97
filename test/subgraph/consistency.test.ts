import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { root } from '../../scripts/checks/tool.ts';
import { deployLocal } from '../../scripts/local/deploy-local.ts';
import { seed } from '../../scripts/seed/seed.ts';
import type { World } from '../../scripts/seed/world.ts';
import { type LocalChain, openChain } from '../../scripts/stack/chain/open-chain.ts';
import { SUBGRAPH_NAME } from '../../scripts/stack/graph/network.ts';
import { freePort } from '../../scripts/stack/ports.ts';
import { type SubgraphHealth, subgraphHealth } from '../../subgraph/status.ts';
import { readApiSchema } from '../../subgraph/tools/api-schema.ts';
import { contractKeys, type SubgraphDeployment } from '../../subgraph/tools/deployment.ts';
import { type GraphNode, needGraphNode, startGraphNode } from '../support/graph-node.ts';
import { countEvents, countStates, inLines, missingIn } from './coverage.ts';
import { exampleQueries } from './example-queries.ts';
import { ask, entityTypes, readIndex } from './index-reader.ts';
import { accountKinds } from './kinds/accounts.ts';
import { caseKinds } from './kinds/cases.ts';
import { commodityKinds } from './kinds/commodities.ts';
import { all, type Context } from './kinds/context.ts';
import { courtKinds } from './kinds/court.ts';
import { disputeKinds } from './kinds/disputes.ts';
import { documentKinds } from './kinds/documents.ts';
import { electionKinds } from './kinds/elections.ts';
import { emissionKinds } from './kinds/emission.ts';
import { experienceKinds } from './kinds/experience.ts';
import { governanceKinds } from './kinds/governance.ts';
import { historyKinds } from './kinds/histories.ts';
import { lotKinds } from './kinds/lots.ts';
import { membershipKinds } from './kinds/memberships.ts';
import { modelKinds } from './kinds/models.ts';
import { platformKinds } from './kinds/platforms.ts';
import { proposalKinds } from './kinds/proposals.ts';
import { protocolKinds } from './kinds/protocol.ts';
import { settlementKinds } from './kinds/settlement.ts';
import { slashKinds } from './kinds/slashes.ts';
import { validatorKinds } from './kinds/validators.ts';
import type { Crowd } from './long-run/crowd.ts';
import { longRun } from './long-run/long-run.ts';

const GENESIS = Date.UTC(2026, 0, 5) / 1000;
const KILL_GRAPH_NODE_IN = 4;
const KILL_POSTGRES_IN = 9;
const CATCH_UP_MS = 300_000;
const POLL_MS = 250;

const assertions = {
  ...protocolKinds,
  ...accountKinds,
  ...modelKinds,
  ...commodityKinds,
  ...lotKinds,
  ...platformKinds,
  ...settlementKinds,
  ...caseKinds,
  ...slashKinds,
  ...experienceKinds,
  ...documentKinds,
  ...validatorKinds,
  ...electionKinds,
  ...courtKinds,
  ...disputeKinds,
  ...historyKinds,
  ...governanceKinds,
  ...proposalKinds,
  ...emissionKinds,
  ...membershipKinds,
};

/**
 * What is not there when the run ends: its tally windows are over, its lots are the same from one to the next, and there are enough
 * validators for every jury. `test/subgraph/handlers` has all of it.
 */
const NEVER_STATES = [
  'Case.state COLLECTING',
  'Commodity.standing MIXED',
  'CourtDisputeChange.kind VOID',
  'CourtRound.stage VOID',
  'Round.state TALLIED',
];
const NEVER_EVENTS = ['court.RoundVoided'];

describe('the subgraph after a long random run with two crashes', function () {
  this.timeout(2_400_000);
  let chain: LocalChain;
  let world: World;
  let crowd: Crowd;
  let node: GraphNode;
  let context: Context;

  before(async function () {
    needGraphNode(this);
    chain = await openChain(await freePort(), GENESIS, async () => {});
    world = await seed(await deployLocal(chain.connection));
    node = await startGraphNode(deploymentOf(world), chain.rpcUrl, world.documents.blocks);
    crowd = await longRun(world, async (epoch) => {
      if (epoch === KILL_GRAPH_NODE_IN) node.graphNode.kill('SIGKILL');
      if (epoch !== KILL_POSTGRES_IN) return;
      await node.graphNode.ready();
      node.postgres.kill('SIGKILL');
    });
    await caughtUp();
    await documentsRead();
    context = { index: await readIndex(node.url), commune: world.commune, world, crowd };
  });

  after(async () => {
    await node?.stop();
    await chain?.close();
  });

  async function caughtUp(): Promise<SubgraphHealth> {
    const head = Number(await world.commune.publicClient.getBlockNumber({ cacheTime: 0 }));
    for (let waited = 0; ; waited += POLL_MS) {
      const health = await subgraphHealth(node.statusUrl(), SUBGRAPH_NAME).catch(() => undefined);
      if (health?.isStuck) throw new Error(`indexing failed: ${health.error}`);
      if (health !== undefined && health.block >= head) return health;
      if (waited > CATCH_UP_MS) throw new Error(`block ${health?.block} of ${head} after ${waited / 1000} s`);
      await sleep(POLL_MS);
    }
  }

  /** Documents come in beside the blocks, and so a little later. */
  async function documentsRead(): Promise<void> {
    const served = world.lots.length;
    for (let waited = 0; waited < CATCH_UP_MS; waited += POLL_MS) {
      const { lots, profiles } = await ask<{ lots: unknown[]; profiles: unknown[] }>(
        node.url,
        '{ lots: lotDocuments(first: 1000) { id } profiles: profileDocuments(first: 1000) { id } }',
      );
      if (lots.length >= served && profiles.length > world.people.experiencers.length) return;
      await sleep(POLL_MS);
    }
    throw new Error('the documents were not read');
  }

  for (const kind of entityTypes.map(({ name }) => name.value)) {
    it(`${kind}: as the contracts say`, async () => {
      const assertion = assertions[kind];
      if (assertion === undefined) throw new Error(`nothing is asserted of ${kind}`);
      const rows = all(context, kind);
      expect(rows.length, `${kind}: none, so nothing was compared`).to.be.greaterThan(0);
      await assertion(context, rows);
    });
  }

  it('has no assertions about kinds that do not exist', () => {
    expect(Object.keys(assertions).sort()).to.deep.equal(entityTypes.map(({ name }) => name.value).sort());
  });

  it('has been through every state that a field can have', () => {
    const counts = countStates(context.index);
    for (const line of inLines(counts)) console.log(`      ${line}`);
    expect(missingIn(counts)).to.have.members(NEVER_STATES);
  });

  it('has seen every event that it handles', async () => {
    const counts = await countEvents(world.commune);
    for (const line of inLines(counts)) console.log(`      ${line}`);
    expect(missingIn(counts)).to.have.members(NEVER_EVENTS);
  });

  it('tells its health and how far it has come', async () => {
    const health = await caughtUp();
    expect(health).to.deep.include({ lag: 0, health: 'healthy', error: null, isStuck: false });
    const { _meta } = await ask<{ _meta: { hasIndexingErrors: boolean; block: { number: number } } }>(
      node.url,
      '{ _meta { hasIndexingErrors block { number } } }',
    );
    expect(_meta).to.deep.equal({ hasIndexingErrors: false, block: { number: health.block } });
  });

  it('goes on after another crash at rest', async () => {
    node.graphNode.kill('SIGKILL');
    const { recommenders } = world.commune.contracts;
    const { account } = world.commune.actor(150);
    await recommenders.write.register([account.address], { account });
    await node.graphNode.ready();
    await caughtUp();
    const query = 'query ($id: ID!) { account(id: $id) { recommender { number } } }';
    const data = await ask<{ account: { recommender: { number: number } } }>(node.url, query, {
      id: account.address.toLowerCase(),
    });
    expect(data.account.recommender.number).to.equal(await recommenders.read.idOf([account.address]));
  });

  it('is asked by the schema that types the queries of the web', async () => {
    const committed = readFileSync(join(root, 'subgraph', 'api.graphql'), 'utf8');
    const current = await readApiSchema(node.url);
    expect(current === committed, 'subgraph/api.graphql is old: npm start, then node subgraph/dump-api.ts').to.equal(
      true,
    );
  });

  for (const { title, query, variables } of exampleQueries()) {
    it(`docs/queries.md, ${title}: answers with something`, async () => {
      const data = await ask<Record<string, unknown>>(node.url, query, variables);
      for (const [field, value] of Object.entries(data)) {
        expect(value, field).to.satisfy((found: unknown) => (Array.isArray(found) ? found.length > 0 : found !== null));
      }
    });
  }
});

function deploymentOf({ commune }: World): SubgraphDeployment {
  const addresses = Object.fromEntries(contractKeys.map((key) => [key, commune.contracts[key].address]));
  return { network: 'localhost', startBlock: 0, addresses: addresses as SubgraphDeployment['addresses'] };
}
