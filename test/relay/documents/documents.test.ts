import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { cidFromDigest } from '../../../protocol/documents/cid-from-digest.ts';
import { sniff } from '../../../relay/documents/sniff.ts';
import { documentOwners, documents } from '../../../relay/documents/tables.ts';
import { accountIndex } from '../../../scripts/local/accounts.ts';
import { localKey } from '../../../scripts/local/keys.ts';
import { openTestServer, type TestServer } from '../../support/relay-server.ts';
import { openRelayWorld, type RelayWorld } from '../../support/relay-world.ts';

const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), randomBytes(64)]);
const JPEG = Buffer.from('ffd8ffe000104a464946', 'hex');
const WEBP = Buffer.from('RIFF\x10\x00\x00\x00WEBPVP8 ', 'latin1');
const PDF = Buffer.from('%PDF-1.7\n');
const JSON_DOCUMENT = Buffer.from('{"name":{"en":"Rice","zh-Hans":"大米"},"n":1}');

interface Stored {
  cid: string;
  digest: `0x${string}`;
  size: number;
  mime: string;
}

describe('documents', function () {
  this.timeout(60_000);
  let world: RelayWorld;
  let server: TestServer;
  let as: string;

  before(async () => {
    world = await openRelayWorld(0);
    server = await openTestServer(world);
    as = await server.signIn();
  });
  after(async () => {
    await server.close();
    await world.close();
  });

  const upload = (payload: Buffer, mime: string, token: string | undefined = as) =>
    server.ask<Stored & { code?: string }>({
      method: 'POST',
      url: '/documents',
      ...(token !== '' && { as: token }),
      headers: { 'content-type': mime },
      payload,
    });
  const raw = (url: string, method: 'GET' | 'POST' = 'GET') => server.app.inject({ method, url });

  it('come back byte for byte under the hash of their bytes, and cannot run in a browser', async () => {
    for (const [bytes, mime] of [
      [PNG, 'image/png'],
      [JPEG, 'image/jpeg'],
      [WEBP, 'image/webp'],
      [PDF, 'application/pdf'],
      [JSON_DOCUMENT, 'application/json'],
    ] as const) {
      const { status, body } = await upload(bytes, mime);
      expect(status, mime).to.equal(201);
      const digest = `0x${createHash('sha256').update(bytes).digest('hex')}`;
      expect(body).to.deep.equal({ cid: cidFromDigest(body.digest), digest, size: bytes.length, mime });
      const answer = await raw(`/documents/${body.cid}`);
      expect(answer.rawPayload.equals(bytes)).to.equal(true);
      expect(answer.headers['content-type']).to.equal(mime);
      expect(answer.headers['cache-control']).to.include('immutable');
      expect(answer.headers['x-content-type-options']).to.equal('nosniff');
      expect(answer.headers['content-security-policy']).to.match(/^sandbox/);
    }
  });

  it('may be readings of instruments and letters, as text in UTF-8', async () => {
    const csv = Buffer.from('\ufefft,温度\r\n0,21.5\r\n');
    for (const mime of ['text/csv', 'text/plain']) {
      const { status, body } = await upload(csv, mime);
      expect(status, mime).to.equal(201);
      const answer = await raw(`/documents/${body.cid}`);
      expect(answer.rawPayload.equals(csv)).to.equal(true);
      // Stored once, as what it was first.
      expect(answer.headers['content-type']).to.equal('text/csv; charset=utf-8');
      expect(answer.headers['content-security-policy']).to.match(/^sandbox/);
    }
    for (const bytes of [Buffer.from([0x61, 0xff]), Buffer.from('a\0b'), Buffer.from('\u001b[31m')]) {
      expect((await upload(bytes, 'text/plain')).body.code).to.equal('document-kind');
    }
  });

  it('are stored once, whoever sends them', async () => {
    const bytes = Buffer.from(`{"same":"${randomBytes(8).toString('hex')}"}`);
    const other = await server.signIn(localKey(accountIndex.firstConsumer + 1));
    const answers = await Promise.all([as, other, as, other].map((token) => upload(bytes, 'application/json', token)));
    expect(new Set(answers.map(({ body }) => body.cid)).size).to.equal(1);
    const rows = await server.relay.db.select().from(documents);
    expect(rows.filter(({ cid }) => cid === answers[0]?.body.cid)).to.have.length(1);
    expect(readdirSync(server.relay.documents.workFolder)).to.deep.equal([]);
  });

  it('are what they say they are', async () => {
    const codes = async (bytes: Buffer, mime: string) => {
      const { status, body } = await upload(bytes, mime);
      return `${status} ${body.code}`;
    };
    expect(await codes(Buffer.from('<script>alert(1)</script>'), 'image/png')).to.equal('415 document-kind');
    expect(await codes(PNG, 'application/json')).to.equal('415 document-kind');
    expect(await codes(PNG, 'image/jpeg')).to.equal('415 document-kind');
    expect(await codes(Buffer.from('{"open":'), 'application/json')).to.equal('415 document-kind');
    expect(await codes(Buffer.from('7'), 'application/json')).to.equal('415 document-kind');
    expect(await codes(Buffer.from('<p>'), 'text/html')).to.equal('415 media-type');
    expect(sniff(Buffer.from([0x7b, 0xff, 0x7d]))).to.equal(null);
  });

  it('need a session and have a size', async () => {
    const without = await upload(PNG, 'image/png', '');
    expect(`${without.status} ${without.body.code}`).to.equal('401 session-required');
    const large = await upload(Buffer.concat([PNG, Buffer.alloc(5 * 1024 * 1024)]), 'image/png');
    expect(`${large.status} ${large.body.code}`).to.equal('413 body-too-large');
  });

  it('of one account have a limit', async () => {
    const collector = localKey(accountIndex.firstConsumer + 2);
    const token = await server.signIn(collector);
    // As if this account had sent almost as much as it may.
    const cid = cidFromDigest(`0x${'22'.repeat(32)}`);
    const much = {
      cid,
      digest: `0x${'22'.repeat(32)}`,
      size: 200 * 1024 * 1024 - PNG.length,
      mime: 'image/png',
    } as const;
    await server.relay.db.insert(documents).values(much);
    await server.relay.db.insert(documentOwners).values({ account: collector.address, cid });
    expect((await upload(PNG, 'image/png', token)).status).to.equal(201);
    const last = await upload(JPEG, 'image/jpeg', token);
    expect(`${last.status} ${last.body.code}`).to.equal('409 document-limit');
    expect((await upload(PNG, 'image/png')).status).to.equal(201);
  });

  it('that are not there, or have no CID, are said to be so', async () => {
    const absent = cidFromDigest(`0x${'00'.repeat(32)}`);
    expect((await raw(`/documents/${absent}`)).json().code).to.equal('document-unknown');
    for (const bad of ['hello', '..%2f..%2fetc%2fpasswd', 'QmUNLLsPACCz1vLxQVkXqqLX5R1X345qqfHbsf67hvA3Nn']) {
      expect((await raw(`/documents/${bad}`)).json().code, bad).to.equal('cid-invalid');
    }
  });

  it('survive what a crash leaves behind', async () => {
    const bytes = Buffer.from(`{"crash":"${randomBytes(8).toString('hex')}"}`);
    const digest = `0x${createHash('sha256').update(bytes).digest('hex')}` as const;
    // The file was moved, its row was not written: nobody sees it, and sending it again completes it.
    const { body } = await upload(bytes, 'application/json');
    await server.relay.pool.query('delete from documents where cid = $1', [body.cid]);
    expect((await raw(`/documents/${body.cid}`)).statusCode).to.equal(404);
    expect((await upload(bytes, 'application/json')).status).to.equal(201);
    expect((await raw(`/documents/${body.cid}`)).statusCode).to.equal(200);
    expect(readFileSync(server.relay.documents.pathOf(digest)).equals(bytes)).to.equal(true);
  });

  it('can be adopted from a file', async () => {
    const bytes = Buffer.from(`{"file":"${randomBytes(8).toString('hex')}"}`);
    const digest = `0x${createHash('sha256').update(bytes).digest('hex')}` as const;
    const file = join(server.relay.documents.workFolder, 'a-file');
    writeFileSync(file, bytes);
    await server.relay.documents.adopt(file, digest, 'application/json');
    expect(existsSync(file)).to.equal(false);
    expect((await raw(`/documents/${cidFromDigest(digest)}`)).rawPayload.equals(bytes)).to.equal(true);
    rmSync(file, { force: true });
  });

  it('are served to graph-node as IPFS would', async () => {
    const { body } = await upload(JSON_DOCUMENT, 'application/json');
    expect((await raw('/api/v0/version', 'POST')).json()).to.have.property('Version');
    for (const path of [`cat?arg=${body.cid}`, `cat?arg=/ipfs/${body.cid}`, `block/get?arg=${body.cid}`]) {
      const answer = await raw(`/api/v0/${path}`, 'POST');
      expect(answer.statusCode, path).to.equal(200);
      expect(answer.rawPayload.equals(JSON_DOCUMENT), path).to.equal(true);
    }
    expect((await raw(`/api/v0/block/stat?arg=${body.cid}`, 'POST')).json()).to.deep.equal({
      Key: body.cid,
      Size: body.size,
    });
    expect((await raw(`/api/v0/files/stat?arg=/ipfs/${body.cid}`, 'POST')).json()).to.include({
      Hash: body.cid,
      Type: 'file',
    });
    const absent = await raw(`/api/v0/cat?arg=${cidFromDigest(`0x${'11'.repeat(32)}`)}`, 'POST');
    expect([absent.statusCode, absent.json().Type]).to.deep.equal([500, 'error']);
    expect((await raw(`/ipfs/${body.cid}`)).rawPayload.equals(JSON_DOCUMENT)).to.equal(true);
    expect((await raw('/ipfs/bafkqaaa')).statusCode).to.equal(200);
    expect((await raw('/ipfs/nothing')).statusCode).to.equal(404);
  });
});
