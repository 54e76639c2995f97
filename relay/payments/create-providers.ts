import type { Relay } from '../relay.ts';
import type { PaymentProvider, PaymentProviders } from './provider.ts';
import { createStablecoinProvider } from './stablecoin/stablecoin-provider.ts';
import { createStripeProvider } from './stripe/stripe-provider.ts';
import { createTestProvider } from './test/test-provider.ts';

/** The ways to pay that this relay's configuration allows. */
export function createProviders(relay: Omit<Relay, 'providers'>): PaymentProviders {
  const { config } = relay;
  const providers: PaymentProvider[] = [createStablecoinProvider(relay)];
  if (config.local) providers.unshift(createTestProvider(relay));
  if (config.stripe !== null) providers.push(createStripeProvider(config));
  return new Map(providers.map((provider) => [provider.name, provider]));
}
