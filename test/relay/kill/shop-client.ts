import { randomUUID } from 'node:crypto';
import type { Hex, PrivateKeyAccount } from 'viem';
import { createSiweMessage } from 'viem/siwe';
import type { Order } from '../../../relay/api/orders.ts';
import type { Payment } from '../../../relay/api/payments.ts';
import { receiveTypes } from '../../../relay/payments/stablecoin/erc3009.ts';
import { RELAY_KEY, type RelayProcess } from './relay-process.ts';

const PATIENCE_MS = 60_000;
const SERVER_ERROR = 500;

export interface Answer {
  status: number;
  body: Record<string, unknown>;
}

/** A browser of a buyer who does not give up: what was not answered is sent again, with the same idempotency key. */
export class ShopClient {
  readonly #relay: RelayProcess;
  readonly #account: PrivateKeyAccount;
  readonly #chainId: number;
  #token = '';

  constructor(relay: RelayProcess, account: PrivateKeyAccount, chainId: number) {
    this.#relay = relay;
    this.#account = account;
    this.#chainId = chainId;
  }

  async send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const until = Date.now() + PATIENCE_MS;
    for (;;) {
      const answer = await this.#once(method, path, body, headers);
      if (answer !== null && answer.status < SERVER_ERROR) return answer;
      if (Date.now() > until) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
      await new Promise((done) => setTimeout(done, 50));
      await this.#relay.ready();
    }
  }

  async #once(method: string, path: string, body: unknown, headers: Record<string, string>): Promise<Answer | null> {
    try {
      const response = await fetch(`${this.#relay.url}${path}`, {
        method,
        headers: {
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(this.#token !== '' && { authorization: `Bearer ${this.#token}` }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, body: text === '' ? {} : JSON.parse(text) };
    } catch {
      return null;
    }
  }

  /** A nonce that was used when the answer got lost needs another one: signing in is tried as a whole. */
  async signIn(): Promise<void> {
    for (let tries = 0; tries < 5; tries++) {
      const { nonce } = (await this.send('POST', '/auth/nonce')).body;
      const message = createSiweMessage({
        address: this.#account.address,
        chainId: this.#chainId,
        domain: 'localhost',
        nonce: String(nonce),
        uri: 'http://localhost/',
        version: '1',
      });
      const signature = await this.#account.signMessage({ message });
      const { status, body } = await this.send('POST', '/auth/session', { message, signature });
      if (status === 201) {
        this.#token = String(body.token);
        return;
      }
    }
    throw new Error('cannot sign in');
  }

  async order(request: Record<string, unknown>): Promise<Order> {
    const { status, body } = await this.send('POST', '/orders', request, { 'idempotency-key': randomUUID() });
    if (status !== 201) throw new Error(`order: ${status} ${JSON.stringify(body)}`);
    return body as Order;
  }

  async find(orderId: Hex): Promise<Order> {
    return (await this.send('GET', `/orders/${orderId}`)).body as Order;
  }

  async pay(orderId: Hex, provider: 'test' | 'stablecoin'): Promise<Payment> {
    const key = { 'idempotency-key': randomUUID() };
    const { status, body } = await this.send('POST', `/orders/${orderId}/payment`, { provider }, key);
    if (status !== 201) throw new Error(`payment: ${status} ${JSON.stringify(body)}`);
    return body as Payment;
  }

  /** Gives a card, or signs the transfer. */
  async complete({ action, paymentId }: Payment, card = ''): Promise<void> {
    if (action?.kind === 'test-card') {
      const path = new URL(action.url, this.#relay.url).pathname;
      // Given already, when the answer got lost: 409.
      await this.send('POST', path, { card });
    } else if (action?.kind === 'stablecoin-authorization') {
      const { domain, from, to, value, validAfter, validBefore, nonce } = action;
      const signature = await this.#account.signTypedData({
        domain,
        types: receiveTypes,
        primaryType: 'ReceiveWithAuthorization',
        message: {
          from,
          to,
          value: BigInt(value),
          validAfter: BigInt(validAfter),
          validBefore: BigInt(validBefore),
          nonce,
        },
      });
      const { status, body } = await this.send('POST', `/payments/${paymentId}/authorization`, { signature });
      if (status !== 202) throw new Error(`authorization: ${status} ${JSON.stringify(body)}`);
    } else {
      throw new Error(`nothing to do for the payment: ${JSON.stringify(action)}`);
    }
  }

  /** Lets the relay do everything that is due. */
  async tick(): Promise<void> {
    for (let tries = 0; tries < 100; tries++) {
      const { status, body } = await this.send('POST', '/admin/tick', undefined, { 'x-relay-key': RELAY_KEY });
      if (status !== 200) throw new Error(`tick: ${status} ${JSON.stringify(body)}`);
      if (body.pending === false) return;
      await new Promise((done) => setTimeout(done, 100));
    }
    throw new Error('the relay is never done');
  }
}
