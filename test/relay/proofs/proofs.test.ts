import { expect } from 'chai';
import type { Hex } from 'viem';
import { createSiweMessage } from 'viem/siwe';
import { leafProof, purchaseProof } from '../../../relay/api/statements.ts';
import { runTick } from '../../../relay/jobs/run-tick.ts';
import { treesOf } from '../../../relay/proofs/statement-trees.ts';
import { buildApp } from '../../../relay/server/app.ts';
import type { App } from '../../../relay/server/typed.ts';
import { statements } from '../../../relay/statements/tables.ts';
import { accountIndex } from '../../../scripts/local/accounts.ts';
import { localKey } from '../../../scripts/local/keys.ts';
import { now, toEpoch } from '../../../scripts/local/time.ts';
import {
  offerTestLot,
  openRelayWorld,
  openTestRelay,
  type RelayWorld,
  settleReceipts,
  testReceipt,
} from '../../support/relay-world.ts';

const TICK = { wait: true, maxRounds: 20, waitMs: 2_000 };

describe('proofs', function () {
  this.timeout(180_000);
  let world: RelayWorld;
  let relay: Awaited<ReturnType<typeof openTestRelay>>;
  let app: App;
  const receipts = Array.from({ length: 9 }, (_, i) => ({ nomineeId: i % 3, recommenderId: i % 2 }));

  before(async () => {
    world = await openRelayWorld(0);
    relay = await openTestRelay(world);
    app = await buildApp(relay);
    const { lotId } = await offerTestLot(world, 'LOT', 0);
    await runTick(relay, TICK);
    const given = receipts.map((fields, i) => testReceipt(world.commune, `order ${i}`, { ...fields, lotId }));
    await settleReceipts(relay, given, await now(world.commune));
  });
  after(async () => {
    await app.close();
    await relay.close();
    await world.close();
  });

  const get = async (url: string, token = '') => {
    const answer = await app.inject({ url, headers: token === '' ? {} : { authorization: `Bearer ${token}` } });
    return { status: answer.statusCode, body: answer.json() };
  };

  async function signIn(index: number): Promise<string> {
    const account = localKey(index);
    const { nonce } = (await app.inject({ method: 'POST', url: '/auth/nonce' })).json();
    const site = { domain: 'localhost', uri: 'http://localhost/', version: '1' } as const;
    const message = createSiweMessage({ ...site, address: account.address, chainId: world.commune.chainId, nonce });
    const payload = { message, signature: await account.signMessage({ message }) };
    return (await app.inject({ method: 'POST', url: '/auth/session', payload })).json().token;
  }

  const nodes = (path: { hash: Hex; sums: string }[]) => path.map(({ hash, sums }) => ({ hash, sums: BigInt(sums) }));

  it('are not given before the statement is on chain', async () => {
    const { status, body } = await get('/proofs/lots/0/0');
    expect([status, body.code]).to.deep.equal([409, 'statement-not-posted']);
  });

  it('of a purchase are for its buyer, and the contract takes them', async () => {
    await toEpoch(world.commune, 1);
    await runTick(relay, TICK);
    const path = `/proofs/purchases/${testReceipt(world.commune, 'order 4').orderId}`;
    expect((await get(path)).body.code).to.equal('session-required');
    expect((await get(path, await signIn(accountIndex.firstConsumer))).body.code).to.equal('receipt-unknown');
    const { receipt, proof } = purchaseProof.parse((await get(path, await signIn(accountIndex.platform))).body);
    const { sales, fee, commission } = receipt;
    await world.commune.contracts.settlement.read.checkPurchase([
      { ...receipt, sales: BigInt(sales), fee: BigInt(fee), commission: BigInt(commission) },
      {
        receiptIndex: proof.receiptIndex,
        receiptPath: nodes(proof.receiptPath),
        nomineePath: nodes(proof.nomineePath),
        lotPath: nodes(proof.lotPath),
      },
    ]);
  });

  it('of leaves open them on chain, also from trees that were built again', async () => {
    const { settlement } = world.commune.contracts;
    const { account } = world.commune.actor(accountIndex.keeper);
    await toEpoch(world.commune, 3);
    await world.commune.connection.networkHelpers.mine();
    treesOf(relay).clear();
    const proofOf = async (url: string) => {
      const { inner, siblings } = leafProof.parse((await get(url)).body);
      return [{ ...inner, sums: BigInt(inner.sums) }, nodes(siblings)] as const;
    };
    await settlement.write.openLot([1, 0, 0, ...(await proofOf('/proofs/lots/0/0'))], { account });
    await settlement.write.openNominee([1, 0, 0, 2, ...(await proofOf('/proofs/nominees/0/0/2'))], { account });
    await settlement.write.openRecommender([1, 0, 1, ...(await proofOf('/proofs/recommenders/0/1'))], { account });
    expect((await get('/proofs/nominees/0/0/77')).body.code).to.equal('leaf-unknown');
  });

  it('come with the order file that they are computed from', async () => {
    const answer = await app.inject({ url: '/statements/0/orders' });
    expect(answer.statusCode).to.equal(200);
    const lines = answer.body.trim().split('\n');
    expect(lines).to.have.length(1 + receipts.length);
    const { dataCid } = (await get('/statements/0')).body;
    expect((await app.inject({ url: `/documents/${dataCid}` })).body).to.equal(answer.body);
    expect((await get('/statements/99')).body.code).to.equal('statement-unknown');
  });

  it('are refused rather than wrong when the trees do not lead to the root of the statement', async () => {
    await relay.db.update(statements).set({ lotRoot: `0x${'ab'.repeat(32)}` });
    treesOf(relay).clear();
    const problem = await treesOf(relay)
      .get(0)
      .catch((error: Error) => error.name);
    expect(problem).to.equal('StatementMismatch');
  });
});
