import type { Hex } from 'viem';
import { buyerSalt } from '../../protocol/secrets/derive-salt.ts';
import { buyerCommitment } from '../../protocol/settlement/buyer-commitment.ts';
import type { Catalogue } from '../../relay/api/catalogue.ts';
import type { Order, OrderRequest } from '../../relay/api/orders.ts';
import type { Payment } from '../../relay/api/payments.ts';
import { orderNonce } from '../seed/order-nonce.ts';
import type { Resident } from './cast.ts';
import { inParallel } from './in-parallel.ts';
import type { Moment, Settings } from './settings.ts';
import { type Purchase, purchasesOf } from './wishes.ts';

const WIDTH = 16;
const GOOD_CARD = '4242424242424242';

/** Everybody buys what he wants in this half of the epoch. Doing it twice buys nothing twice. */
export async function buy(settings: Settings, moment: Moment): Promise<number> {
  const { relay, memory, failed } = settings;
  const { listings } = await relay.request<Catalogue>('/catalogue?sellable=true&limit=200');
  const purchases = listings
    .flatMap((listing) => purchasesOf(settings, listing, moment))
    .filter((purchase) => !memory.placed.has(nonceOf(purchase, moment.epoch)));
  let bought = 0;
  await inParallel(
    purchases,
    WIDTH,
    async (purchase) => {
      await place(settings, purchase, moment.epoch);
      bought += 1;
    },
    ({ buyer, listing }, error) => failed(`${buyer.name} buys lot ${listing.lotId}`, error),
  );
  return bought;
}

function nonceOf({ listing, buyer, attempt }: Purchase, epoch: number): Hex {
  return orderNonce(listing.lotId, epoch, buyer.key.address, attempt);
}

async function place({ relay, memory }: Settings, purchase: Purchase, epoch: number): Promise<void> {
  const { buyer, listing, quantity, nomineeId } = purchase;
  const nonce = nonceOf(purchase, epoch);
  const order: OrderRequest = {
    lotId: listing.lotId,
    quantity,
    nomineeId,
    buyerCommitment: buyerCommitment(buyer.key.address, buyerSalt(buyer.root, listing.lotId, nonce)),
    commitmentNonce: nonce,
    unitPrice: listing.unitPrice,
  };
  const { orderId } = await relay.request<Order>('/orders', {
    method: 'POST',
    as: buyer.key,
    body: order,
    idempotencyKey: nonce,
  });
  await pay({ relay }, buyer, orderId, nonce);
  memory.placed.add(nonce);
}

async function pay({ relay }: Pick<Settings, 'relay'>, buyer: Resident, orderId: string, nonce: string): Promise<void> {
  const { action } = await relay.request<Payment>(`/orders/${orderId}/payment`, {
    method: 'POST',
    as: buyer.key,
    body: { provider: 'test' },
    idempotencyKey: `pay-${nonce}`,
  });
  if (action?.kind === 'test-card') await relay.post(action.url, { card: GOOD_CARD });
}
