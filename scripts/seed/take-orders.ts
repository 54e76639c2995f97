import { type Address, type Hex, keccak256, stringToHex } from 'viem';
import { epochStart } from '../../protocol/clock/epoch-start.ts';
import { buyerSalt } from '../../protocol/secrets/derive-salt.ts';
import { buyerCommitment } from '../../protocol/settlement/buyer-commitment.ts';
import { commissionOf } from '../../protocol/settlement/commission-of.ts';
import { feeOf } from '../../protocol/settlement/fee-of.ts';
import { NOBODY, nominate } from '../cycle/nominate.ts';
import type { Random } from '../cycle/random.ts';
import { localSalt } from '../local/report.ts';
import { presentEpoch } from './catalogue/lots.ts';
import { orderNonce } from './order-nonce.ts';
import { orderTimes } from './order-times.ts';
import type { Person, Tester } from './people.ts';
import type { Lot, Sale, World } from './world.ts';

const FEWEST_STRANGERS = 12;
const MOST_STRANGERS = 22;
const RECOMMENDED_BPS = 3_500;
const COLLUDERS_QUANTITY = 10;
/** Qualities (0 … 256) that differ by less look alike to buyers. */
const RECORD_STEP = 16;

interface Buyer {
  /** Different for every order of a lot. */
  name: string;
  address: Address;
  /** `null`: a stranger, whose keys nobody has. */
  person: Person | null;
  tester: Tester | null;
  quantity: number;
  /** Experiencer whom he names in any case. */
  nomineeId?: number;
}

/** Draws the orders that are placed in an epoch for all lots on sale. */
export function takeOrders(world: World, epoch: number): void {
  for (const lot of world.lots) {
    const { startEpoch, epochs } = lot.seed;
    if (epoch < startEpoch || epoch >= startEpoch + epochs) continue;
    const random = world.random.fork(`orders of lot ${lot.lotId} in epoch ${epoch}`);
    const buyers = [...testersBuying(world, lot, epoch), ...consumersBuying(world, random), ...strangers(random)];
    for (const buyer of buyers) world.sales.push(order(world, lot, epoch, buyer, random));
    for (const buyer of colludersBuying(world, lot)) {
      world.sales.push(order(world, lot, epoch, buyer, random.fork(buyer.name)));
    }
  }
}

/** Every experiencer buys one unit of every lot, some time while it is on sale and has a past by now. */
function testersBuying({ random, people }: World, lot: Lot, epoch: number): Buyer[] {
  const { startEpoch, epochs } = lot.seed;
  const last = Math.min(startEpoch + epochs, Math.max(presentEpoch, startEpoch + 1)) - 1;
  return people.experiencers
    .filter(({ id }) => random.fork(`experiencer ${id} buys lot ${lot.lotId}`).integer(startEpoch, last) === epoch)
    .map((tester) => ({ name: tester.key, address: tester.address, person: tester, tester, quantity: 1 }));
}

/** So much that their word weighs more than that of all others together. */
function colludersBuying({ people }: World, { seed }: Lot): Buyer[] {
  if (seed.story !== 'colluded') return [];
  return people.colluders.map((tester) => ({
    name: tester.key,
    address: tester.address,
    person: tester,
    tester,
    quantity: COLLUDERS_QUANTITY,
    nomineeId: tester.id,
  }));
}

function consumersBuying({ people }: World, random: Random): Buyer[] {
  return people.consumers
    .filter(() => random.chance(5_000))
    .map((person) => ({
      name: person.key,
      address: person.address,
      person,
      tester: null,
      quantity: random.integer(1, 3),
    }));
}

function strangers(random: Random): Buyer[] {
  const count = random.integer(FEWEST_STRANGERS, MOST_STRANGERS);
  return Array.from({ length: count }, (_, i) => ({
    name: `stranger ${i}`,
    address: `0x${keccak256(stringToHex(`stranger ${random.uint32()}`)).slice(-40)}` as Address,
    person: null,
    tester: null,
    quantity: random.integer(1, 3),
  }));
}

function order(world: World, lot: Lot, epoch: number, buyer: Buyer, random: Random): Sale {
  const { feeBps, commissionBps } = lot.commodity.seed;
  const sales = lot.seed.unitPrice * BigInt(buyer.quantity);
  const isRecommended = commissionBps > 0 && random.chance(RECOMMENDED_BPS);
  const recommenderId = isRecommended ? random.pick(world.people.recommenders).id : 0;
  const name = `${lot.lotId}/${epoch}/${buyer.name}`;
  const nonce = orderNonce(lot.lotId, epoch, buyer.address);
  const salt: Hex = buyer.person ? buyerSalt(buyer.person.root, lot.lotId, nonce) : localSalt('buyer', name);
  // Delivered and kept in the epoch of the sale or in the next one.
  const settledLater = random.integer(0, 1);
  const receipt = {
    platformId: world.commune.platformId,
    epoch: epoch + settledLater,
    orderId: keccak256(stringToHex(`order ${name}`)),
    lotId: lot.lotId,
    quantity: buyer.quantity,
    sales,
    fee: feeOf(sales, feeBps),
    commission: commissionOf(sales, commissionBps, recommenderId),
    recommenderId,
    nomineeId:
      buyer.nomineeId ?? nominate({ experiencerId: buyer.tester?.id ?? NOBODY }, {}, candidates(world), random),
    buyerCommitment: buyerCommitment(buyer.address, salt),
  };
  const times = orderTimes(epochStart(world.commune.clock, epoch), settledLater === 1, random);
  return { lot, receipt, buyer: buyer.address, tester: buyer.tester, salt, nonce, times };
}

function candidates({ people, records }: World) {
  return people.experiencers.map(({ id }) => {
    const qualities = records.get(id) ?? [];
    const mean = qualities.reduce((sum, quality) => sum + quality, 0) / Math.max(1, qualities.length);
    return { id, score: Math.round(mean / RECORD_STEP) };
  });
}
