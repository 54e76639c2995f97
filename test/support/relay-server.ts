import { randomBytes } from 'node:crypto';
import type { InjectOptions } from 'light-my-request';
import { type Hex, keccak256, stringToHex, toHex, zeroHash } from 'viem';
import type { PrivateKeyAccount } from 'viem/accounts';
import { createSiweMessage } from 'viem/siwe';
import { buyerCommitment } from '../../protocol/settlement/buyer-commitment.ts';
import type { Order, OrderRequest } from '../../relay/api/orders.ts';
import type { Payment } from '../../relay/api/payments.ts';
import type { Problem } from '../../relay/api/problem.ts';
import { followChain } from '../../relay/chain/follow-chain.ts';
import { runTick } from '../../relay/jobs/run-tick.ts';
import { createProviders } from '../../relay/payments/create-providers.ts';
import type { Relay } from '../../relay/relay.ts';
import { buildApp } from '../../relay/server/app.ts';
import { accountIndex } from '../../scripts/local/accounts.ts';
import { sent } from '../../scripts/local/deploy-local.ts';
import { localKey } from '../../scripts/local/keys.ts';
import { offerLot } from '../../scripts/local/offer.ts';
import { openTestRelay, type RelayWorld } from './relay-world.ts';

export const UNIT_PRICE = 12_500_000n;
export const DOMAIN = 'shop.example';
const LOT_BOND = 200_000_000n;
const DOCUMENT = keccak256(stringToHex('document'));

/** What a client of the relay gets. */
export interface Answer<Body> {
  status: number;
  headers: Record<string, unknown>;
  body: Body;
}

/** A relay with its HTTP side, asked without sockets. */
export interface TestServer {
  relay: Relay;
  app: Awaited<ReturnType<typeof buildApp>>;
  ask<Body = Problem>(request: InjectOptions & { as?: string; key?: string }): Promise<Answer<Body>>;
  /** Signs in and gives the token. */
  signIn(account?: PrivateKeyAccount): Promise<string>;
  /** Takes in the chain and runs every job that is due. */
  tick(): Promise<void>;
  close(): Promise<void>;
}

export async function openTestServer(world: RelayWorld, env: Record<string, string> = {}): Promise<TestServer> {
  const { close: closeBase, ...base } = await openTestRelay(world, { RELAY_ORIGINS: `https://${DOMAIN}`, ...env });
  const relay: Relay = { ...base, providers: createProviders(base) };
  const app = await buildApp(relay);
  await followChain(relay.chain, relay.db);

  async function ask<Body>({
    as,
    key,
    ...request
  }: InjectOptions & { as?: string; key?: string }): Promise<Answer<Body>> {
    const headers = {
      ...(as !== undefined && { authorization: `Bearer ${as}` }),
      ...(key !== undefined && { 'idempotency-key': key }),
      ...request.headers,
    };
    const answer = await app.inject({ ...request, headers });
    const isJson = /json/.test(String(answer.headers['content-type']));
    return { status: answer.statusCode, headers: answer.headers, body: (isJson ? answer.json() : answer.body) as Body };
  }

  return {
    relay,
    app,
    ask,
    signIn: async (account = localKey(accountIndex.firstConsumer)) => {
      const message = await siweMessage(ask, account, world.deployment.chainId);
      const signature = await account.signMessage({ message });
      const request = { method: 'POST', url: '/auth/session', payload: { message, signature } } as const;
      const { status, body } = await ask<{ token: string }>(request);
      if (status !== 201) throw new Error(`signing in failed: ${JSON.stringify(body)}`);
      return body.token;
    },
    tick: async () => {
      const ticked = await runTick(relay, { wait: true, maxRounds: 30, waitMs: 2_000 });
      const failures = Object.entries(ticked?.failures ?? {});
      if (failures.length > 0) throw new Error(`jobs failed: ${JSON.stringify(failures)}`);
    },
    close: async () => {
      await app.close();
      await closeBase();
    },
  };
}

export async function siweMessage(
  ask: TestServer['ask'],
  account: PrivateKeyAccount,
  chainId: number,
  changes: Partial<Parameters<typeof createSiweMessage>[0]> = {},
): Promise<string> {
  const { body } = await ask<{ nonce: string }>({ method: 'POST', url: '/auth/nonce' });
  return createSiweMessage({
    address: account.address,
    chainId,
    domain: DOMAIN,
    uri: `https://${DOMAIN}/login`,
    nonce: body.nonce,
    version: '1',
    ...changes,
  });
}

/** Offers a lot with so many units in the present epoch and, unless told otherwise, names its price. */
export async function stockTestLot(
  { commune, commodityId }: RelayWorld,
  server: TestServer,
  {
    units = 100,
    lotCode = `LOT-${toHex(randomBytes(4)).slice(2)}`,
    startEpoch = 0,
    epochs = 2,
    price = UNIT_PRICE,
  } = {},
): Promise<number> {
  const producer = commune.actor(accountIndex.firstProducer);
  const claims = { openClaims: [1_000], sealedValues: [500] };
  const lot = { commodityId, revision: 1, lotCode, units, startEpoch, epochs, documentDigest: DOCUMENT, ...claims };
  // Every open lot needs its part of the commodity's bond.
  const { account } = producer;
  await sent(commune, 'bond', commune.contracts.commodities.write.topUpBond([commodityId, LOT_BOND], { account }));
  const { lotId } = await offerLot(commune, producer, lot);
  await followChain(server.relay.chain, server.relay.db);
  if (price > 0n) {
    const as = await server.signIn(localKey(accountIndex.firstProducer));
    const payload = { unitPrice: price.toString() };
    const { status, body } = await server.ask({ method: 'PUT', url: `/catalogue/${lotId}/price`, as, payload });
    if (status !== 200) throw new Error(`the price was refused: ${JSON.stringify(body)}`);
  }
  return lotId;
}

export const randomKey = () => randomBytes(16).toString('hex');
export const randomHash = (): Hex => toHex(randomBytes(32));

/** A purchase of one unit; the salt stays here, as it stays in the buyer's browser. */
export function orderRequest(lotId: number, changes: Partial<OrderRequest> = {}): OrderRequest {
  return {
    lotId,
    quantity: 1,
    nomineeId: 0,
    buyerCommitment: buyerCommitment(localKey(accountIndex.firstConsumer).address, randomHash()),
    commitmentNonce: zeroHash,
    unitPrice: UNIT_PRICE.toString(),
    ...changes,
  };
}

export async function placeTestOrder(
  { ask }: TestServer,
  as: string,
  lotId: number,
  changes: Partial<OrderRequest> = {},
): Promise<Order> {
  const payload = orderRequest(lotId, changes);
  const { status, body } = await ask<Order>({ method: 'POST', url: '/orders', as, key: randomKey(), payload });
  if (status !== 201) throw new Error(`the order was refused: ${JSON.stringify(body)}`);
  return body;
}

export async function startTestPayment(
  { ask }: TestServer,
  as: string,
  orderId: Hex,
  provider: Payment['provider'] = 'test',
): Promise<Payment> {
  const request = { method: 'POST', url: `/orders/${orderId}/payment`, as, key: randomKey() } as const;
  const { status, body } = await ask<Payment>({ ...request, payload: { provider } });
  if (status !== 201) throw new Error(`the payment was refused: ${JSON.stringify(body)}`);
  return body;
}

/** The buyer gives his card to the test provider; what comes of it, webhooks tell. */
export async function giveTestCard({ ask }: TestServer, { action }: Payment, card: string): Promise<void> {
  if (action?.kind !== 'test-card') throw new Error('not a payment with a card');
  const { pathname } = new URL(action.url);
  const { status, body } = await ask({ method: 'POST', url: pathname, payload: { card } });
  if (status !== 202) throw new Error(`the card was refused: ${JSON.stringify(body)}`);
}

export async function readOrder({ ask }: TestServer, as: string, orderId: Hex): Promise<Order> {
  const { body } = await ask<Order>({ method: 'GET', url: `/orders/${orderId}`, as });
  return body;
}

/** Lets jobs run until an order is in a state, for at most some seconds. */
export async function untilOrder(server: TestServer, as: string, orderId: Hex, state: Order['state']): Promise<Order> {
  for (let i = 0; i < 100; i++) {
    await server.tick();
    const order = await readOrder(server, as, orderId);
    if (order.state === state) return order;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`the order is still ${(await readOrder(server, as, orderId)).state}`);
}
