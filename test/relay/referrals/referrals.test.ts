import { expect } from 'chai';
import { eq } from 'drizzle-orm';
import { type Hex, pad, toHex } from 'viem';
import {
  EVERY_COMMODITY,
  type ReferralGrant,
  referralGrantTypedData,
} from '../../../protocol/referrals/referral-grant.ts';
import { commissionOf } from '../../../protocol/settlement/commission-of.ts';
import type { ReferralLink } from '../../../relay/api/referrals.ts';
import { chainTime } from '../../../relay/chain/chain-head.ts';
import { followChain } from '../../../relay/chain/follow-chain.ts';
import { forgetClicks } from '../../../relay/referrals/record-click.ts';
import { referralClicks } from '../../../relay/referrals/tables.ts';
import { accountIndex } from '../../../scripts/local/accounts.ts';
import { sent } from '../../../scripts/local/deploy-local.ts';
import { localKey } from '../../../scripts/local/keys.ts';
import {
  openTestServer,
  placeTestOrder,
  stockTestLot,
  type TestServer,
  UNIT_PRICE,
} from '../../support/relay-server.ts';
import { COMMISSION_BPS, openRelayWorld, type RelayWorld } from '../../support/relay-world.ts';

const DAY = 24 * 60 * 60;

describe('referrals', function () {
  this.timeout(60_000);
  const recommender = localKey(accountIndex.firstRecommender);
  const second = localKey(accountIndex.firstRecommender + 1);
  let world: RelayWorld;
  let server: TestServer;
  let lotId: number;
  let buyer: string;
  let own: string;
  let nonces = 0;

  before(async () => {
    world = await openRelayWorld(0);
    const { account } = world.commune.actor(accountIndex.firstRecommender + 1);
    await sent(
      world.commune,
      'register',
      world.commune.contracts.recommenders.write.register([account.address], { account }),
    );
    server = await openTestServer(world);
    lotId = await stockTestLot(world, server, { units: 1_000 });
    buyer = await server.signIn();
    own = await server.signIn(recommender);
  });
  after(async () => {
    await server.close();
    await world.close();
  });

  const time = () => chainTime(server.relay.db);
  async function grantOf(changes: Partial<ReferralGrant> = {}): Promise<ReferralGrant> {
    nonces += 1;
    const defaults = {
      recommenderId: 1,
      commodityId: EVERY_COMMODITY,
      campaign: '春季 spring',
      nonce: pad(toHex(nonces)),
    };
    return { ...defaults, validUntil: (await time()) + 100 * DAY, ...changes };
  }
  async function submit(grant: ReferralGrant, { as = own, signer = recommender } = {}) {
    const typed = referralGrantTypedData(grant, world.commune.chainId, world.commune.contracts.recommenders.address);
    const signature = await signer.signTypedData(typed);
    const payload = { grant, signature };
    return server.ask<ReferralLink & { code: string }>({ method: 'POST', url: '/referrals/grants', as, payload });
  }
  const link = async (changes: Partial<ReferralGrant> = {}, options?: Parameters<typeof submit>[1]) => {
    const { status, body } = await submit(await grantOf(changes), options);
    if (status !== 201) throw new Error(body.code);
    return body.code;
  };
  const click = (code: string, visitorId: string) =>
    server.ask({ method: 'POST', url: `/referrals/${code}/clicks`, payload: { visitorId } });
  const visitor = () => `visitor-${crypto.randomUUID()}`;
  const referralOf = async (visitorId: string, as = buyer) => {
    const { referral, recommenderId, commission } = await placeTestOrder(server, as, lotId, { visitorId });
    expect(referral?.recommenderId ?? 0).to.equal(recommenderId);
    expect(commission).to.equal(commissionOf(UNIT_PRICE, COMMISSION_BPS, recommenderId).toString());
    return referral?.code ?? null;
  };
  const age = (code: string, seconds: number) =>
    server.relay.pool.query('update referral_clicks set clicked_at = clicked_at - $1 where code = $2', [seconds, code]);

  it('pay the recommender whose link was followed, frozen in the order', async () => {
    const code = await link();
    const who = visitor();
    expect((await click(code, who)).body).to.deep.include({ commodityId: EVERY_COMMODITY, recommenderId: 1 });
    expect(await referralOf(who)).to.equal(code);
    await server.ask({ method: 'DELETE', url: `/referrals/grants/${code}`, as: own });
    const { body } = await server.ask<{ orders: { referral: { code: string } | null }[] }>({
      method: 'GET',
      url: '/orders?limit=1',
      as: buyer,
    });
    expect(body.orders[0]?.referral?.code).to.equal(code);
    expect(await referralOf(who)).to.equal(null);
    expect((await click(code, who)).body.code).to.equal('referral-unknown');
  });

  it('count what a link brought', async () => {
    const code = await link();
    const who = visitor();
    await click(code, who);
    await click(code, who);
    await referralOf(who);
    const cancelled = await placeTestOrder(server, buyer, lotId, { visitorId: who });
    await server.ask({ method: 'POST', url: `/orders/${cancelled.orderId}/cancel`, as: buyer });
    const { body } = await server.ask<{ links: ReferralLink[] }>({ method: 'GET', url: '/referrals/grants', as: own });
    const pendingCommission = commissionOf(UNIT_PRICE, COMMISSION_BPS, 1).toString();
    const shown = body.links.find((one) => one.code === code);
    expect(shown).to.include({ clicks: 2, orders: 1, pendingCommission, settledCommission: '0' });
  });

  it('go to the last valid click within fifteen days', async () => {
    const first = await link();
    const last = await link({ recommenderId: 2 }, { as: await server.signIn(second), signer: second });
    const who = visitor();
    await click(last, who);
    await click(first, who);
    expect(await referralOf(who)).to.equal(first);
    await age(first, 10 * DAY);
    expect(await referralOf(who)).to.equal(last);
    await age(last, 15 * DAY + 60);
    expect(await referralOf(who)).to.equal(first);
    await age(first, 5 * DAY + 60);
    expect(await referralOf(who)).to.equal(null);
    expect(await referralOf(visitor())).to.equal(null);
    expect(await forgetClicks(server.relay, await time())).to.be.greaterThan(0);
    expect(await server.relay.db.select().from(referralClicks).where(eq(referralClicks.code, first))).to.deep.equal([]);
  });

  it('are for the named commodity only', async () => {
    const producer = world.commune.actor(accountIndex.firstProducer);
    const { listCommodity } = await import('../../../scripts/local/offer.ts');
    const terms = { modelId: 1, gtin: 0n, feeBps: 1_500, commissionBps: 500, documentDigest: pad('0x01') };
    const commodityId = await listCommodity(world.commune, producer, terms);
    await stockTestLot({ ...world, commodityId }, server);
    const other = await link({ commodityId });
    const who = visitor();
    await click(other, who);
    expect(await referralOf(who)).to.equal(null);
    const right = await link({ commodityId: world.commodityId });
    await click(right, who);
    await click(other, who);
    expect(await referralOf(who)).to.equal(right);
  });

  it('never pay for own purchases', async () => {
    const code = await link();
    const other = await link({ recommenderId: 2 }, { as: await server.signIn(second), signer: second });
    const who = visitor();
    await click(other, who);
    await click(code, who);
    expect(await referralOf(who, own)).to.equal(other);
  });

  it('end with their grant', async () => {
    const code = await link({ validUntil: (await time()) + 60 });
    const who = visitor();
    await click(code, who);
    await world.commune.connection.networkHelpers.time.increase(120);
    await followChain(server.relay.chain, server.relay.db);
    expect(await referralOf(who)).to.equal(null);
    expect((await click(code, who)).body.code).to.equal('referral-unknown');
  });

  it('need a grant that the recommender himself has signed', async () => {
    const refusal = async (changes: Partial<ReferralGrant>, options?: Parameters<typeof submit>[1]) => {
      const { status, body } = await submit(await grantOf(changes), options);
      return `${status} ${body.code}`;
    };
    expect(await refusal({}, { signer: second })).to.equal('422 grant-invalid');
    expect(await refusal({ recommenderId: 2 })).to.equal('403 recommender-not-yours');
    expect(await refusal({ recommenderId: 99 })).to.equal('403 recommender-not-yours');
    expect(await refusal({}, { as: buyer })).to.equal('403 recommender-not-yours');
    expect(await refusal({ validUntil: 1 })).to.equal('422 grant-expired');
    expect(await refusal({ commodityId: 4_000 })).to.equal('404 commodity-unknown');
    expect(await refusal({ campaign: '十一个汉字就是三十三个字节' })).to.equal('400 validation-failed');
  });

  it('give the same link for the same grant, and no one else can revoke it', async () => {
    const grant = await grantOf();
    const [first, again] = await Promise.all([submit(grant), submit(grant)]);
    expect(again.body.code).to.equal(first.body.code);
    const url = `/referrals/grants/${first.body.code}`;
    expect((await server.ask({ method: 'DELETE', url, as: buyer })).status).to.equal(404);
    expect((await server.ask({ method: 'DELETE', url, as: own })).status).to.equal(204);
    expect((await submit(grant)).body.code).to.equal('referral-unknown');
    const nonce: Hex = grant.nonce;
    expect(nonce).to.have.length(66);
  });
});
