import { and, desc, eq } from 'drizzle-orm';
import { concat, type Hex, keccak256, slice, stringToHex } from 'viem';
import { chainTime } from '../../chain/chain-head.ts';
import { planTransaction } from '../../chain/outbox/plan-transaction.ts';
import { chainTransactions } from '../../chain/outbox/tables.ts';
import type { Relay } from '../../relay.ts';
import { type PaymentProvider, type ProviderStatus, WebhookRefused } from '../provider.ts';
import { transferCall } from './erc3009.ts';
import { stablecoinAuthorizations } from './tables.ts';
import { readTokenDomain, type TokenDomain } from './token-domain.ts';

/** Less is of no use: the buyer has to sign and the transaction has to be mined (seconds). */
const SHORTEST = 10 * 60;

export const paymentPurpose = (paymentId: string) => `payment/${paymentId}`;
const refundPurpose = (refundId: string) => `refund/${refundId}`;

/**
 * The settlement asset itself: the buyer signs an ERC-3009 authorization, the relay has it mined. Its reference is the authorization's nonce,
 * which comes from the payment's id: one payment takes money once, whatever happens.
 */
export function createStablecoinProvider({ chain, db }: Pick<Relay, 'chain' | 'db'>): PaymentProvider {
  let domain: Promise<TokenDomain> | undefined;
  const { asset } = chain.contracts;
  const operator = chain.operator.address;

  function tokenDomain(): Promise<TokenDomain> {
    domain ??= readTokenDomain(chain.client, chain.chainId, asset).catch((error: unknown) => {
      domain = undefined;
      throw error;
    });
    return domain;
  }

  return {
    name: 'stablecoin',
    async create({ paymentId, amount, buyer, expiresAt }) {
      const nonce = nonceOf(paymentId);
      const seconds = Math.max(SHORTEST, expiresAt - Math.floor(Date.now() / 1000));
      const wanted = { paymentId, from: buyer, value: amount, nonce, validBefore: (await chainTime(db)) + seconds };
      await db.insert(stablecoinAuthorizations).values(wanted).onConflictDoNothing();
      const { validBefore } = await findAuthorization(nonce);
      return {
        reference: nonce,
        action: {
          kind: 'stablecoin-authorization',
          domain: await tokenDomain(),
          from: buyer,
          to: operator,
          value: amount.toString(),
          validAfter: 0,
          validBefore,
          nonce,
        },
      };
    },
    verifyWebhook() {
      throw new WebhookRefused('The chain sends no webhooks.');
    },
    async fetchStatus(reference) {
      const { paymentId, value } = await findAuthorization(reference as Hex);
      const found = await findTransaction(paymentPurpose(paymentId));
      const status = found === null ? 'pending' : STATUS[found.state];
      return { status, amount: value, failure: status === 'failed' ? (found?.error?.name ?? 'reverted') : null };
    },
    async refund({ refundId, amount, buyer }) {
      const purpose = refundPurpose(refundId);
      await planTransaction(db, {
        purpose,
        sender: 'operator',
        to: asset,
        data: transferCall(buyer, amount),
        patient: true,
      });
      return { reference: purpose, status: 'submitted', failure: null };
    },
    async fetchRefund(reference) {
      const found = await findTransaction(reference);
      const status = found === null ? 'pending' : STATUS[found.state];
      return {
        status: status === 'pending' ? 'submitted' : status,
        failure: status === 'failed' ? (found?.error?.name ?? 'reverted') : null,
      };
    },
    async cancel(reference) {
      return (await findAuthorization(reference as Hex)).signature === null;
    },
  };

  async function findAuthorization(nonce: Hex) {
    const [row] = await db.select().from(stablecoinAuthorizations).where(eq(stablecoinAuthorizations.nonce, nonce));
    if (row === undefined) throw new Error(`there is no authorization ${nonce}`);
    return row;
  }

  async function findTransaction(purpose: string) {
    const [row] = await db
      .select()
      .from(chainTransactions)
      .where(and(eq(chainTransactions.purpose, purpose)))
      .orderBy(desc(chainTransactions.id))
      .limit(1);
    return row ?? null;
  }
}

const STATUS = {
  planned: 'pending',
  sent: 'pending',
  mined: 'succeeded',
  done: 'succeeded',
  failed: 'failed',
} as const satisfies Record<string, Exclude<ProviderStatus['status'], 'cancelled'>>;

/** A key of 24 bytes with the sequence 0: right for tokens with ordered nonces per key and for those where any bytes will do. */
function nonceOf(paymentId: string): Hex {
  return concat([slice(keccak256(stringToHex(`payment ${paymentId}`)), 0, 24), '0x0000000000000000']);
}
