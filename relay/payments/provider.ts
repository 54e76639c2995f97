import type { IncomingHttpHeaders } from 'node:http';
import type { Address, Hex } from 'viem';
import type { PaymentAction } from '../api/payments.ts';
import type { RefundStatus } from './tables.ts';

export type ProviderName = 'test' | 'stablecoin' | 'stripe';

/** What a provider is asked to collect. `paymentId` is also the idempotency key: asking twice collects once. */
export interface PaymentOrder {
  readonly paymentId: string;
  readonly orderId: Hex;
  readonly amount: bigint;
  readonly buyer: Address;
  /** Unix seconds, wall clock. */
  readonly expiresAt: number;
}

/** What happened at a provider, in the relay's words; amounts as decimal strings, so that it can be stored. */
export interface ProviderEvent {
  /** Unique at the provider. */
  readonly id: string;
  readonly kind: 'payment-succeeded' | 'payment-failed' | 'payment-cancelled' | 'refund-succeeded' | 'refund-failed';
  /** Of the payment, or of the refund. */
  readonly reference: string;
  readonly amount: string | null;
  readonly failure: string | null;
}

export interface ProviderStatus {
  readonly status: 'pending' | 'succeeded' | 'failed' | 'cancelled';
  readonly amount: bigint | null;
  readonly failure: string | null;
}

/** A way to pay. Every call may be repeated: after a crash the relay asks again. */
export interface PaymentProvider {
  readonly name: ProviderName;
  /** @throws PaymentRefused when this order cannot be paid this way at all */
  create(order: PaymentOrder): Promise<{ reference: string; action: PaymentAction | null }>;
  /**
   * Events of a webhook; none for kinds that do not matter here.
   * @throws WebhookRefused when the signature does not fit the raw body, or is too old
   */
  verifyWebhook(rawBody: Buffer, headers: IncomingHttpHeaders): ProviderEvent[];
  fetchStatus(reference: string): Promise<ProviderStatus>;
  /** `refundId` is the idempotency key. */
  refund(refund: { refundId: string; reference: string; amount: bigint; buyer: Address }): Promise<{
    reference: string;
    status: Exclude<RefundStatus, 'requested'>;
    failure: string | null;
  }>;
  fetchRefund(reference: string): Promise<{ status: Exclude<RefundStatus, 'requested'>; failure: string | null }>;
  /** Stops collecting; false when the money is there or on its way. */
  cancel(reference: string): Promise<boolean>;
}

export type PaymentProviders = ReadonlyMap<ProviderName, PaymentProvider>;

/** This order cannot be paid with this provider; `message` tells the buyer why. */
export class PaymentRefused extends Error {
  override name = 'PaymentRefused';
}

/** A webhook that its provider has not signed. */
export class WebhookRefused extends Error {
  override name = 'WebhookRefused';
}
