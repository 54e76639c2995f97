import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { Endings } from '../../scripts/stack/endings.ts';
import { deployToForeign } from '../../scripts/stack/graph/foreign-graph-node.ts';
import { unixfsCid } from '../../scripts/stack/graph/unixfs-cid.ts';
import { freePort } from '../../scripts/stack/ports.ts';
import { parseOptions } from '../../scripts/start/options.ts';

const MANIFEST = `specVersion: 1.3.0
schema:
  file: schema.graphql
dataSources:
- kind: ethereum
  mapping:
    file: A/A.wasm
    abis:
    - name: A
      file: A/A.json
`;

interface Call {
  readonly method: string;
  readonly params: Record<string, string>;
}

describe('graph-node of the user', () => {
  let folder: string;
  let endings: Endings;
  let calls: Call[];
  let admin: string;
  let refusal: string | undefined;

  async function serve(answer: (body: string, url: string) => string): Promise<string> {
    const server: Server = createServer(async (request, response) => {
      response.end(answer(await new Response(request as unknown as ReadableStream).text(), request.url ?? ''));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    endings.add(() => new Promise<void>((done) => server.close(() => done())));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'foreign-'));
    endings = new Endings();
    calls = [];
    refusal = undefined;
    admin = await serve((body) => {
      calls.push(JSON.parse(body));
      const isCreate = calls.at(-1)?.method === 'subgraph_create';
      const message = isCreate ? 'subgraph name already exists: commune' : refusal;
      return JSON.stringify({ jsonrpc: '2.0', id: 1, ...(message ? { error: { message } } : { result: {} }) });
    });
    mkdirSync(join(folder, 'build', 'A'), { recursive: true });
    writeFileSync(join(folder, 'build', 'subgraph.yaml'), MANIFEST);
    writeFileSync(join(folder, 'build', 'schema.graphql'), 'type A @entity { id: ID! }');
    writeFileSync(join(folder, 'build', 'A', 'A.wasm'), Uint8Array.of(0, 1, 2));
    writeFileSync(join(folder, 'build', 'A', 'A.json'), '[]');
  });

  afterEach(async () => {
    await endings.run();
    rmSync(folder, { recursive: true, force: true });
  });

  async function deploy() {
    const ipfsPort = await freePort();
    const relay = await serve((_body, url) => `relay ${url}`);
    const built = { folder, manifest: join(folder, 'subgraph.yaml') };
    await deployToForeign({ query: admin, admin, ipfsPort }, built, relay, endings);
    return (path: string) => fetch(`http://127.0.0.1:${ipfsPort}${path}`, { method: 'POST' });
  }

  it('finds manifest and files by their CIDs, and the documents at the relay', async () => {
    const ipfs = await deploy();
    expect(calls.map(({ method }) => method)).to.deep.equal(['subgraph_create', 'subgraph_deploy']);
    const id = calls[1]?.params.ipfs_hash ?? '';
    expect(id).to.match(/^Qm[1-9A-HJ-NP-Za-km-z]{44}$/);
    const manifest = await (await ipfs(`/api/v0/cat?arg=${id}`)).text();
    const links = [...manifest.matchAll(/file: \{ "\/": "(\/ipfs\/Qm\w{44})" \}/g)].map(([, link]) => link);
    expect(links).to.have.length(3);
    const [schema, wasm] = await Promise.all(links.map((link) => ipfs(`/api/v0/cat?arg=${link}`)));
    expect(await schema?.text()).to.equal('type A @entity { id: ID! }');
    expect([...new Uint8Array((await wasm?.arrayBuffer()) ?? [])]).to.deep.equal([0, 1, 2]);
    expect(await (await ipfs('/api/v0/cat?arg=bafkrei')).text()).to.equal('relay /api/v0/cat?arg=bafkrei');
    expect(await (await ipfs('/api/v0/version')).text()).to.equal('relay /api/v0/version');
  });

  it('is quoted when it refuses', async () => {
    refusal = 'network not supported by registrar: localhost';
    const error = await deploy().then(
      () => undefined,
      (reason: Error) => reason,
    );
    expect(error?.message).to.include(refusal).and.to.include(admin);
  });

  it('names content as IPFS does', () => {
    expect(unixfsCid(Buffer.from('hello world\n'))).to.equal('QmT78zSuBmuS4z925WZfrqQ1qHaJ56DQaTfyMUF7F8ff5o');
  });

  it('is chosen on the command line', () => {
    const options = parseOptions(['--graph-node', 'http://10.0.0.7:9000/', '--ipfs-port', '5002']);
    expect(options).to.deep.include({
      graphNode: { query: 'http://10.0.0.7:9000', admin: 'http://10.0.0.7:8020', ipfsPort: 5002 },
    });
    expect(() => parseOptions(['--graph-node', 'localhost:8000'])).to.throw('needs a URL such as');
  });
});
