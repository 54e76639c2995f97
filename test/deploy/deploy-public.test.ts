import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import hre, { network } from 'hardhat';
import { checkChain, publicExpectations, report } from '../../scripts/deploy/check/check-chain.ts';
import { deployPublic } from '../../scripts/deploy/deploy-public.ts';
import { parseOptions } from '../../scripts/deploy/options.ts';
import { type DeploymentParameters, readParameters } from '../../scripts/deploy/parameters.ts';
import { profiles } from '../../scripts/deploy/profiles.ts';
import type { Connection } from '../../scripts/local/deploy-local.ts';
import { type LocalChain, openChain } from '../../scripts/stack/chain/open-chain.ts';
import { freePort } from '../support/free-port.ts';

const GENESIS = 1_790_000_000;
const DEPLOYMENT = 'test-of-deploying';
const journal = join(hre.config.paths.ignition, 'deployments', DEPLOYMENT);
/** The node goes away after so many receipts. */
const INTERRUPTED_AFTER = 30;

describe('deploying to a public chain', () => {
  let chain: LocalChain;
  let connection: Connection;
  let parameters: DeploymentParameters;

  before(async () => {
    rmSync(journal, { recursive: true, force: true });
    chain = await openChain(await freePort(), GENESIS, async () => {});
    // Over HTTP, as on every other chain: only then Ignition keeps a journal.
    const override = { url: chain.rpcUrl };
    connection = (await network.create({ network: 'localhost', override })) as unknown as Connection;
    const asset = await chain.connection.viem.deployContract('FaucetToken');
    const [, operator, signer, founders, guardian] = (await chain.connection.viem.getWalletClients()).map(
      ({ account }) => account.address as string,
    );
    parameters = {
      ...{ asset: asset.address as string, genesis: GENESIS, platformEndpoint: 'https://relay.example' },
      platformOperator: operator ?? '',
      platformSigner: signer ?? '',
      founders: founders ?? '',
      guardian: guardian ?? '',
    };
  });
  after(async () => {
    await connection.close();
    await chain.close();
    rmSync(journal, { recursive: true, force: true });
  });

  it('goes on where it was interrupted, and leaves nothing to the deployer', async () => {
    const { publicClient } = { publicClient: await chain.connection.viem.getPublicClient() };
    const { provider } = connection;
    const { request } = provider;
    let confirmed = 0;
    provider.request = (async (call: { method: string }) => {
      const isReceipt = call.method === 'eth_getTransactionReceipt';
      if (isReceipt && ++confirmed > INTERRUPTED_AFTER) throw new Error('the node is away');
      return request.call(provider, call);
    }) as typeof provider.request;
    const outcome = await deployPublic(connection, parameters, DEPLOYMENT, false).then(
      () => 'deployed',
      (error: Error) => error.message,
    );
    expect(outcome).to.contain('the node is away');
    const before = await publicClient.getBlockNumber({ cacheTime: 0 });
    provider.request = request;

    const deployed = await deployPublic(connection, parameters, DEPLOYMENT, false);
    expect(await publicClient.getBlockNumber({ cacheTime: 0 }), 'sent afterwards').to.satisfy(
      (now: bigint) => now > before,
    );
    // The asset has block 1.
    expect(deployed.startBlock).to.equal(2);
    const lines: string[] = [];
    const findings = await checkChain(connection, deployed, profiles.production, publicExpectations);
    expect(
      report(findings, (line) => lines.push(line)),
      lines.join('\n'),
    ).to.equal(0);
    expect(lines).to.have.length(findings.length);

    const height = await publicClient.getBlockNumber({ cacheTime: 0 });
    expect(await deployPublic(connection, parameters, DEPLOYMENT, false), 'a third time').to.deep.equal(deployed);
    expect(await publicClient.getBlockNumber({ cacheTime: 0 })).to.equal(height);
  });
});

describe('what a deployment is asked', () => {
  const folder = mkdtempSync(join(tmpdir(), 'deployment-'));
  after(() => rmSync(folder, { recursive: true }));

  const ADDRESS = '0x00000000000000000000000000000000000000A1';
  const good = {
    ...{ asset: ADDRESS, platformOperator: ADDRESS, platformSigner: ADDRESS, founders: ADDRESS, guardian: ADDRESS },
    ...{ genesis: GENESIS, platformEndpoint: 'https://relay.example' },
  };

  function read(content: unknown, now = GENESIS + 1): DeploymentParameters {
    const file = join(folder, 'parameters.json');
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    return readParameters(file, now);
  }

  it('is read from a file', () => {
    expect(read(good)).to.deep.equal(good);
    expect(read({ ...good, seedDelay: 128 }).seedDelay).to.equal(128);
  });

  it('names everything that is wrong in the file', () => {
    const { founders: _, ...without } = good;
    expect(() => read({ ...without, asset: '0x1', guardian: `0x${'0'.repeat(40)}`, extra: 1 })).to.throw(
      /asset: has to be an address[\s\S]*founders[\s\S]*guardian: has to be an address[\s\S]*extra/,
    );
    expect(() => read({ ...good, platformEndpoint: 'http://relay.example' })).to.throw(/platformEndpoint: .*https/);
    expect(() => read('{')).to.throw(/cannot be read/);
    expect(() => read(good, GENESIS - 1)).to.throw(/genesis is in the future; today's first second is \d+/);
  });

  it('is a network that is known', () => {
    expect(parseOptions(['--network', 'base', '--parameters', 'a.json'], 'usage')).to.deep.equal({
      ...{ network: 'base', parameters: 'a.json' },
    });
    expect(() => parseOptions(['--network', 'mainnet'], 'usage')).to.throw(/one of sepolia, optimism, base, arbitrum/);
    expect(() => parseOptions(['--wrong'], 'usage')).to.throw(/wrong[\s\S]*usage/);
  });
});
