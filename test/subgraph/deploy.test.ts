import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { CID } from 'multiformats/cid';
import * as Digest from 'multiformats/hashes/digest';
import type { Address } from 'viem';
import { deploySubgraph } from '../../subgraph/deploy.ts';
import { type ContractKey, contractKeys, type SubgraphDeployment } from '../../subgraph/tools/deployment.ts';

/** Of the names that the content store gives. */
const RAW = 0x55;
const SHA2_256 = 0x12;
const ADDRESS: Address = '0x1234567890123456789012345678901234567890';
const deployment: SubgraphDeployment = {
  network: 'sepolia',
  startBlock: 77,
  addresses: Object.fromEntries(contractKeys.map((key) => [key, ADDRESS])) as Record<ContractKey, Address>,
};

function cidOf(body: string): string {
  return CID.createV1(RAW, Digest.create(SHA2_256, createHash('sha256').update(body).digest())).toString();
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('latin1');
}

describe('npm run deploy:subgraph', function () {
  this.timeout(300_000);
  const uploads: string[] = [];
  const calls: { method: string; params: Record<string, string> }[] = [];
  let url: string;

  /** Stands for graph-node's administration and its content store. */
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    response.setHeader('content-type', 'application/json');
    if (request.url?.startsWith('/api/v0/add')) {
      uploads.push(body);
      response.end(JSON.stringify({ Name: 'file', Hash: cidOf(body), Size: '1' }));
    } else if (request.url?.startsWith('/api/v0/pin/add')) {
      const pinned = new URL(request.url, url).searchParams.get('arg');
      response.end(JSON.stringify({ Pins: [pinned] }));
    } else {
      const call = JSON.parse(body);
      calls.push(call);
      response.end(JSON.stringify({ jsonrpc: '2.0', id: call.id, result: { playground: '/', queries: '/' } }));
    }
  });

  before(async () => {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => new Promise((done) => server.close(done)));

  it('uploads the subgraph of the deployment and tells graph-node of it', async () => {
    await deploySubgraph(deployment, { node: url, ipfs: `${url}/api/v0`, name: 'commune', version: 'v1' });
    expect(calls.map(({ method }) => method)).to.deep.equal(['subgraph_create', 'subgraph_deploy']);
    expect(calls[1]?.params).to.include({ name: 'commune', version_label: 'v1' });
    const manifest = uploads.find((body) => body.includes('dataSources:'));
    expect(manifest?.split(ADDRESS).length).to.equal(contractKeys.length + 1);
    expect(manifest).to.include('network: sepolia').and.to.include('startBlock: 77');
    expect(manifest).not.to.include('localhost');
    expect(calls[1]?.params.ipfs_hash).to.equal(cidOf(manifest ?? ''));
  });
});
