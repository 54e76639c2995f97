import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { cidFromDigest } from '../../protocol/documents/cid-from-digest.ts';
import type { Catalogue } from '../../relay/api/catalogue.ts';
import type { Order } from '../../relay/api/orders.ts';
import type { Problem } from '../../relay/api/problem.ts';
import type { StatementSummary } from '../../relay/api/statements.ts';
import type { ControlState, FaucetAnswer, MeasurementAnswer } from '../../scripts/control/api.ts';
import { ACCOUNT_COUNT } from '../../scripts/local/accounts.ts';
import { lots as catalogue, presentEpoch } from '../../scripts/seed/catalogue/lots.ts';
import { visitorPersona } from '../../scripts/seed/catalogue/roles.ts';
import { LOT_STATES } from '../../scripts/start/lot-states.ts';
import { type LocalWorld, startLocalWorld } from './local-world.ts';
import { Visitor } from './visitor.ts';

const HONEY = 3;
const CODE = 'VISIT-01';
/** In the order of the honey model's parameters. */
const TRUTH = [718, 20, 178, 58, 118, 150];
const PRICE = 20_000_000n;

describe('a visitor walks through a whole cycle', function () {
  this.timeout(300_000);
  let local: LocalWorld;
  let producer: Visitor;
  let buyer: Visitor;
  let isLate = false;

  before(async () => {
    local = await startLocalWorld();
    producer = new Visitor(local, ACCOUNT_COUNT - 2);
    buyer = new Visitor(local, ACCOUNT_COUNT - 1);
  });

  after(() => local?.stop());

  async function call<Answer>(path: string, body?: unknown): Promise<{ status: number; answer: Answer & Problem }> {
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const response = await fetch(`${local.controlUrl}${path}`, body === undefined ? {} : init);
    return { status: response.status, answer: (await response.json()) as Answer & Problem };
  }

  async function go(to: 'next-phase' | 'next-epoch'): Promise<ControlState> {
    expect((await call('/clock', { to })).status).to.equal(202);
    for (;;) {
      const { answer } = await call<ControlState>('/state');
      if (!answer.busy) {
        expect(answer.error).to.equal(null);
        return answer;
      }
      expect(answer.step).to.have.all.keys('en', 'zh-Hans');
      await sleep(100);
    }
  }

  const lotOf = (lotId: number) => local.commune.contracts.commodities.read.lotOf([lotId]);
  const sealed = async (values: number[]) => {
    const parameters = await local.commune.contracts.models.read.parametersOf([HONEY, 1]);
    return values.filter((_, i) => parameters[i]?.isSealed);
  };

  it('asks for money and the time', async () => {
    const { answer: state } = await call<ControlState>('/state');
    expect(state).to.include({ epoch: presentEpoch, phase: 'first', busy: false, step: null, error: null });
    for (const { key } of [producer, buyer]) {
      const { status, answer } = await call<FaucetAnswer>('/faucet', { address: key.address });
      expect(status).to.equal(200);
      expect(answer.asset).to.equal('10000000000');
      expect(BigInt(answer.gas) > 10n ** 18n).to.equal(true);
    }
  });

  it('finds the history in the relay', async () => {
    const get = async (path: string) => fetch(`${local.relayUrl}${path}`);
    const { statements } = (await (await get('/statements')).json()) as { statements: StatementSummary[] };
    const posted = statements.filter(({ status }) => status === 'posted' || status === 'opened');
    expect(posted.map(({ epoch }) => epoch).sort()).to.deep.equal([...local.world.statements.keys()]);
    for (const { epoch, dataDigest, leaves, openedLeaves, orders } of posted) {
      const file = Buffer.from(await (await get(`/statements/${epoch}/orders`)).arrayBuffer());
      expect(`0x${createHash('sha256').update(file).digest('hex')}`).to.equal(dataDigest);
      expect(local.world.documents.blocks.has(cidFromDigest(dataDigest ?? '0x'))).to.equal(true);
      expect(orders).to.equal(local.world.statements.get(epoch)?.receipts.length);
      expect(openedLeaves).to.equal(epoch <= presentEpoch - 2 ? leaves : 0);
    }
    const { listings } = (await (await get('/catalogue?sellable=true')).json()) as Catalogue;
    expect(listings.length).to.equal(8);
    for (const { lotId, name, modelName, unitPrice, units, available } of listings) {
      expect(name?.en).to.equal(local.world.lots[lotId]?.commodity.seed.document.name.en);
      expect(modelName).not.to.equal(null);
      expect(unitPrice).to.equal(String(local.world.lots[lotId]?.seed.unitPrice));
      expect(available).to.be.within(1, units);
    }
  });

  it('hears what is wrong with a request', async () => {
    const cases: [path: string, body: unknown, status: number, code: string, detail: RegExp][] = [
      ['/clock', { to: 'yesterday' }, 400, 'validation-failed', /to: must be "next-phase"/],
      ['/clock', { to: 1 }, 422, 'clock-backward', /later/],
      ['/clock', { to: 9_999_999_999 }, 422, 'clock-too-far', /26 epochs/],
      ['/faucet', { address: '0x12' }, 400, 'validation-failed', /address: must be an address/],
      ['/truth', { commodityId: 1, lotCode: 'x' }, 400, 'validation-failed', /values/],
      ['/truth', { commodityId: 999, lotCode: 'x', values: [1] }, 404, 'commodity-unknown', /999/],
      ['/truth', { commodityId: 2, lotCode: 'x', values: [1] }, 422, 'parameter-count', /6 parameters/],
      ['/truth', { commodityId: 2, lotCode: 'BH.YH/01', values: TRUTH }, 409, 'truth-fixed', /committed/],
      ['/nowhere', {}, 404, 'route-unknown', /POST \/local\/nowhere/],
      [
        '/measurement?lotId=999&address=0x0000000000000000000000000000000000000001',
        undefined,
        404,
        'lot-unknown',
        /999/,
      ],
      ['/measurement?lotId=x', undefined, 400, 'validation-failed', /lotId/],
    ];
    for (const [path, body, status, code, detail] of cases) {
      const { status: given, answer } = await call(path, body);
      expect(given, path).to.equal(status);
      expect(answer).to.include({ status, code, type: `urn:commune:problem:${code}` });
      expect(answer.detail).to.match(detail);
    }
    const form = await fetch(`${local.controlUrl}/clock`, { method: 'POST', body: '{"to":"next-epoch"}' });
    expect(form.status).to.equal(415);
    expect(form.headers.get('content-type')).to.include('application/problem+json');
  });

  it('can put himself into the place of an experiencer who has purchases to report on', async () => {
    const persona = local.world.people.experiencers.find(({ key }) => key === visitorPersona);
    if (persona === undefined) throw new Error('no persona');
    const visitor = new Visitor(local, persona.index);
    const isReady = (order: Order) => order.statement?.status === 'posted' || order.statement?.status === 'opened';
    const isOpen = ({ lotId }: Order) => local.world.lots[lotId]?.seed.stage === 'running';
    const ready = (await visitor.orders()).filter((order) => isReady(order) && isOpen(order));
    expect(ready.length).to.be.at.least(3);
    for (const order of ready) {
      const path = `/measurement?lotId=${order.lotId}&address=${persona.address}`;
      const { answer } = await call<MeasurementAnswer>(path);
      await visitor.commit(order, persona.id, answer.values);
      const report = await local.commune.contracts.evaluations.read.reportOf([order.lotId, persona.id]);
      expect(report.state).to.equal(1);
    }
  });

  let commodityId: number;
  let lotId: number;
  let experiencerId: number;

  it('offers a lot as a producer, with its truth and a price', async () => {
    await producer.approve();
    commodityId = await producer.listCommodity(HONEY);
    const truth = { commodityId, lotCode: CODE, values: TRUTH };
    expect((await call('/truth', truth)).status).to.equal(200);
    lotId = await producer.offerLot({
      modelId: HONEY,
      commodityId,
      code: CODE,
      startEpoch: presentEpoch,
      values: TRUTH,
    });
    // The relay takes in the chain by itself.
    for (let i = 0; i < 100; i++) {
      const listing = await producer.namePrice(lotId, PRICE).catch(() => null);
      if (listing !== null) {
        expect(listing.sellable).to.equal(true);
        return;
      }
      await sleep(100);
    }
    expect.fail('the relay does not know the lot');
  });

  let orderId: `0x${string}`;

  it('buys very much of it as an experiencer who trusts himself', async () => {
    await buyer.approve();
    experiencerId = await buyer.registerAsExperiencer();
    await sleep(1_500);
    ({ orderId } = await buyer.buy(lotId, 60, experiencerId));
  });

  it('moves on an epoch, alone', async () => {
    const [first, second] = await Promise.all([
      call('/clock', { to: 'next-epoch' }),
      call('/clock', { to: 'next-epoch' }),
    ]);
    expect([first.status, second.status].sort()).to.deep.equal([202, 409]);
    while ((await call<ControlState>('/state')).answer.busy) await sleep(100);
    const { answer: state } = await call<ControlState>('/state');
    expect(state).to.include({ epoch: presentEpoch + 1, phase: 'first', error: null });
    const order = await buyer.order(orderId);
    expect(order.state).to.equal('Settled');
    expect(order.statement?.status).to.equal('posted');
  });

  let values: number[];
  let document: Uint8Array;

  it('measures and commits to what he found', async () => {
    const path = `/measurement?lotId=${lotId}&address=${buyer.key.address}`;
    ({ values } = (await call<MeasurementAnswer>(path)).answer);
    expect((await call<MeasurementAnswer>(path)).answer.values).to.deep.equal(values);
    expect(values).not.to.deep.equal(TRUTH);
    document = await buyer.commit(await buyer.order(orderId), experiencerId, values);
    const late = await call('/truth', { commodityId, lotCode: CODE, values: TRUTH });
    expect(late.status).to.equal(409);
  });

  it('reveals and unseals in the closing epoch', async () => {
    for (let epoch = presentEpoch + 2; epoch <= presentEpoch + 4; epoch++) {
      expect((await go('next-epoch')).epoch).to.equal(epoch);
    }
    await producer.unseal(lotId, commodityId, CODE, await sealed(TRUTH));
    await buyer.reveal(lotId, experiencerId, values, document);
    isLate = true;
  });

  it('gets a verdict from enough residents, and is paid', async () => {
    expect(isLate).to.equal(true);
    expect((await go('next-phase')).phase).to.equal('second');
    await go('next-epoch');
    await go('next-epoch');
    const { state, gradeBps } = await lotOf(lotId);
    expect(LOT_STATES[state]).to.equal('Trusted');
    expect(gradeBps).to.be.above(9_000);
    const { evaluations } = local.commune.contracts;
    const round = await evaluations.read.roundOf([lotId]);
    expect(round.revealed).to.be.at.least(9);
    expect(round.effectiveReports).to.be.at.least(700);
    const reward = await evaluations.read.rewardOf([lotId, experiencerId]);
    expect(reward > 0n).to.equal(true);
    const before = await buyer.balance();
    const { fee, bondMultiple } = await evaluations.read.reportOf([lotId, experiencerId]);
    await buyer.claim(lotId, experiencerId);
    expect((await buyer.balance()) - before).to.equal(reward + fee * BigInt(bondMultiple));
    expect(await local.commune.contracts.power.read.getVotes([buyer.key.address])).not.to.equal(0n);
  });

  it('leaves a world that goes on', async () => {
    const { commodities, evaluations } = local.commune.contracts;
    const count = await commodities.read.lotCount();
    const all = await Promise.all(Array.from({ length: count }, (_, id) => lotOf(id)));
    const sellable = await Promise.all(all.map((_, id) => commodities.read.isSellable([id])));
    expect(sellable.filter((is) => is).length).to.be.at.least(6);
    expect(count).to.be.above(local.world.lots.length + 5);
    for (const [id, { state, startEpoch, epochs }] of all.entries()) {
      const isOver = startEpoch + epochs + 4 <= presentEpoch + 6;
      const isLie = catalogue[id]?.story === 'colluded';
      if (isOver) expect(LOT_STATES[state], `lot ${id}`).to.be.oneOf(isLie ? ['Suspended'] : ['Trusted', 'Flagged']);
    }
    const { revealed } = await evaluations.read.roundOf([8]);
    expect(revealed).to.be.at.least(9);
    expect(local.said).to.deep.equal([]);
  });
});
