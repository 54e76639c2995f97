import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { buildSubgraph } from '../../subgraph/build.ts';
import { contractKeys, dataSources, type SubgraphDeployment } from '../../subgraph/tools/deployment.ts';
import { fileDeployment } from '../../subgraph/tools/file-deployment.ts';
import { networkDeployment } from '../../subgraph/tools/network-deployment.ts';

const addressOf = (i: number) => `0x${(i + 1).toString(16).padStart(40, '0')}` as const;
const deployment: SubgraphDeployment = {
  network: 'optimism',
  startBlock: 5,
  addresses: Object.fromEntries(contractKeys.map((key, i) => [key, addressOf(i)])) as SubgraphDeployment['addresses'],
};
const known = Object.fromEntries(
  contractKeys.map((key, i) => [dataSources[key], { address: addressOf(i), startBlock: 9 - i }]),
);

describe('npm run build:subgraph', function () {
  this.timeout(300_000);
  const folder = mkdtempSync(join(tmpdir(), 'subgraph-build-'));
  after(() => rmSync(folder, { recursive: true }));

  it('writes network, addresses and start block into the manifest', async () => {
    const { manifest } = await buildSubgraph(deployment, folder);
    const text = readFileSync(manifest, 'utf8');
    for (const address of Object.values(deployment.addresses)) expect(text).to.include(address);
    expect(text.match(/startBlock: 5$/gm)?.length).to.equal(contractKeys.length);
    expect(text)
      .to.include('network: optimism')
      .and.not.to.match(/localhost|c0de00/);
    const built = readFileSync(join(dirname(manifest), 'build', 'subgraph.yaml'), 'utf8');
    expect(built).to.equal(text);
    const [, module = ''] = /file: (\S+\.wasm)/.exec(built) ?? [];
    expect(existsSync(join(dirname(manifest), 'build', module)), module).to.equal(true);
  });

  it('gives the same folder for the same deployment and another one for any other', async () => {
    const first = await buildSubgraph(deployment, folder);
    expect(await buildSubgraph(deployment, folder)).to.deep.equal(first);
    const later = await buildSubgraph({ ...deployment, startBlock: 6 }, folder);
    const elsewhere = await buildSubgraph({ ...deployment, network: 'base' }, folder);
    expect(new Set([first.folder, later.folder, elsewhere.folder]).size).to.equal(3);
  });

  it('takes a public deployment from networks.json, from its first block on', () => {
    const found = networkDeployment('base', { base: known });
    const startBlock = 9 - (contractKeys.length - 1);
    expect(found).to.deep.equal({ network: 'base', startBlock, addresses: deployment.addresses });
  });

  it('says what is missing of a network', () => {
    expect(() => networkDeployment('sepolia')).to.throw(
      /no address and start block of QualityModels on sepolia: deploy/,
    );
    expect(() => networkDeployment('moon')).to.throw(
      /no network "moon", only: localhost, sepolia, optimism, base, arbitrum-one/,
    );
    const zero = { address: `0x${'0'.repeat(40)}`, startBlock: 1 };
    expect(() => networkDeployment('base', { base: { ...known, Settlement: zero } })).to.throw(
      /valid address of Settlement/,
    );
    expect(() => networkDeployment('base', { base: { ...known, Platforms: undefined } })).to.throw(
      /of Platforms on base/,
    );
  });

  it('reads deployment.json, and says what is wrong with one', () => {
    const file = join(folder, 'deployment.json');
    const write = (value: unknown) => writeFileSync(file, JSON.stringify(value));
    write({ contracts: deployment.addresses, startBlock: 5 });
    expect(fileDeployment('optimism', file)).to.deep.equal(deployment);
    write({ contracts: { ...deployment.addresses, power: '0x12' } });
    expect(() => fileDeployment('optimism', file)).to.throw(/no address of power/);
    expect(() => fileDeployment('optimism', join(folder, 'none.json'))).to.throw(/cannot be read/);
  });
});
