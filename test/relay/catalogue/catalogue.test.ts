import { expect } from 'chai';
import { canonicalJson } from '../../../protocol/documents/canonical-json.ts';
import { documentDigest } from '../../../protocol/documents/document-digest.ts';
import type { Catalogue, Listing } from '../../../relay/api/catalogue.ts';
import { followChain } from '../../../relay/chain/follow-chain.ts';
import { accountIndex } from '../../../scripts/local/accounts.ts';
import { localKey } from '../../../scripts/local/keys.ts';
import { listCommodity } from '../../../scripts/local/offer.ts';
import { toEpoch } from '../../../scripts/local/time.ts';
import {
  openTestServer,
  placeTestOrder,
  stockTestLot,
  type TestServer,
  UNIT_PRICE,
} from '../../support/relay-server.ts';
import { COMMISSION_BPS, FEE_BPS, openRelayWorld, type RelayWorld } from '../../support/relay-world.ts';

const RICE = {
  name: { 'zh-Hans': '北岭长粒香大米', en: 'Beiling long-grain rice 100%' },
  brand: { 'zh-Hans': '北岭', en: 'Beiling' },
  description: { 'zh-Hans': '一季稻', en: 'One crop a year' },
};
const GTIN = 9_521_001_000_178n;

describe('the catalogue', function () {
  this.timeout(60_000);
  let world: RelayWorld;
  let server: TestServer;
  let riceLot: number;
  let plainLot: number;

  before(async () => {
    world = await openRelayWorld(0);
    server = await openTestServer(world);
    const terms = { modelId: 1, gtin: GTIN, feeBps: FEE_BPS, commissionBps: COMMISSION_BPS };
    const producer = world.commune.actor(accountIndex.firstProducer);
    const commodityId = await listCommodity(world.commune, producer, {
      ...terms,
      documentDigest: documentDigest(RICE),
    });
    plainLot = await stockTestLot(world, server, { price: 0n, lotCode: 'PLAIN/1' });
    riceLot = await stockTestLot({ ...world, commodityId }, server, { lotCode: 'RICE-2026', units: 40 });
  });
  after(async () => {
    await server.close();
    await world.close();
  });

  const list = async (query = '') => (await server.ask<Catalogue>({ method: 'GET', url: `/catalogue${query}` })).body;
  const found = async (query: string) => (await list(query)).listings.map(({ lotId }) => lotId);

  it('shows what the chain says of a lot, with price and stock', async () => {
    const buyer = await server.signIn();
    await placeTestOrder(server, buyer, riceLot, { quantity: 3 });
    const { listings, total, blockNumber } = await list();
    expect(total).to.equal(2);
    expect(BigInt(blockNumber)).to.equal(await world.commune.publicClient.getBlockNumber());
    const rice = listings.find(({ lotId }) => lotId === riceLot);
    const { genesis, epochLength } = world.commune.clock;
    expect(rice).to.include({
      lotCode: 'RICE-2026',
      gtin: '09521001000178',
      unitPrice: UNIT_PRICE.toString(),
      feeBps: FEE_BPS,
      commissionBps: COMMISSION_BPS,
      units: 40,
      available: 37,
      startEpoch: 0,
      saleEndEpoch: 2,
      saleStartsAt: genesis,
      saleEndsAt: genesis + 2 * epochLength,
      sellable: true,
      producer: localKey(accountIndex.firstProducer).address,
      name: null,
    });
    const plain = await server.ask<Listing>({ method: 'GET', url: `/catalogue/${plainLot}` });
    expect(plain.body).to.include({ sellable: false, unitPrice: '0', available: 100, gtin: null });
    expect((await server.ask({ method: 'GET', url: '/catalogue/77' })).body).to.deep.include({
      code: 'lot-unknown',
      status: 404,
    });
  });

  it('takes names from documents, and finds by words of either language, brand, lot code and GTIN', async () => {
    expect(await found('?q=rice')).to.deep.equal([riceLot]);
    await server.relay.documents.put(Buffer.from(canonicalJson(RICE)), 'application/json');
    const { body } = await server.ask<Listing>({ method: 'GET', url: `/catalogue/${riceLot}` });
    expect(body).to.deep.include(RICE);
    for (const q of ['BEILING grain', '长粒', '北岭 大米', 'rice-2026', '9521001000178', '100%']) {
      expect(await found(`?q=${encodeURIComponent(q)}`), q).to.deep.equal([riceLot]);
    }
    for (const q of ['tea', 'beiling tea', '%', '_']) {
      expect(await found(`?q=${encodeURIComponent(q)}`), q).to.deep.equal(q === '%' ? [riceLot] : []);
    }
    expect(await found('?q=plain')).to.deep.equal([plainLot]);
  });

  it('filters and pages', async () => {
    expect(await found('?sellable=true')).to.deep.equal([riceLot]);
    expect(await found('?sellable=false')).to.deep.equal([plainLot]);
    expect(await found(`?commodityId=${world.commodityId}`)).to.deep.equal([plainLot]);
    expect(await found('?modelId=9')).to.deep.equal([]);
    const page = await list('?limit=1&offset=1');
    expect([page.listings.length, page.total]).to.deep.equal([1, 2]);
    expect((await server.ask({ method: 'GET', url: '/catalogue?limit=0' })).body.code).to.equal('validation-failed');
  });

  it('takes a price from the producer of the lot, until somebody has ordered', async () => {
    const producer = await server.signIn(localKey(accountIndex.firstProducer));
    const stranger = await server.signIn();
    const name = async (as: string, lotId: number, unitPrice: string) => {
      const { status, body } = await server.ask({
        method: 'PUT',
        url: `/catalogue/${lotId}/price`,
        as,
        payload: { unitPrice },
      });
      return status === 200 ? (body as unknown as Listing).unitPrice : body.code;
    };
    expect(await name(stranger, plainLot, '5')).to.equal('not-producer');
    expect(await name(producer, plainLot, '0')).to.equal('price-invalid');
    expect(await name(producer, plainLot, (2n ** 72n).toString())).to.equal('price-invalid');
    expect(await name(producer, plainLot, '1.5')).to.equal('validation-failed');
    expect(await name(producer, plainLot, '5000000')).to.equal('5000000');
    expect(await name(producer, plainLot, '6000000')).to.equal('6000000');
    expect(await name(producer, riceLot, '1')).to.equal('price-fixed');
    expect(await name(producer, riceLot, UNIT_PRICE.toString())).to.equal(UNIT_PRICE.toString());
    expect(await name(producer, 99, '1')).to.equal('lot-unknown');
    const payload = { unitPrice: '1' };
    const without = await server.ask({ method: 'PUT', url: `/catalogue/${plainLot}/price`, payload });
    expect(without.body.code).to.equal('session-required');
  });

  it('follows the clock of the chain', async () => {
    expect(await found('?sellable=true')).to.deep.equal([plainLot, riceLot]);
    await toEpoch(world.commune, 2);
    await world.commune.connection.networkHelpers.mine();
    await followChain(server.relay.chain, server.relay.db);
    expect(await found('?sellable=true')).to.deep.equal([]);
  });
});
