import type { Listing } from '../../relay/api/catalogue.ts';
import type { Random } from '../cycle/random.ts';
import { worldRandom } from '../seed/world-random.ts';
import type { Resident, ResidentTester } from './cast.ts';
import { chooseNominee } from './choose-nominee.ts';
import { isOnSale, type LotFacts } from './lot-facts.ts';
import { HALVES, type Moment, type Settings } from './settings.ts';

/** An order that somebody is going to place. */
export interface Purchase {
  readonly buyer: Resident;
  readonly listing: Listing;
  readonly quantity: number;
  readonly nomineeId: number;
  /** 1 for the second order of one buyer in one epoch. */
  readonly attempt: 0 | 1;
}

/** A consumer buys a lot in a half so often, in parts per 10,000. */
const APPETITE_BPS = 700;
/** Kept for those who measure. */
const RESERVED_UNITS = 15;
/** Lots sell so many units when no visitor buys; see {@link toppingUp}. */
const USUAL_SALES = 45;
/** What nobody here can afford to buy and bond for (10^−6). */
const DEAREST = 2_000_000_000n;

/** What residents want of a lot in this half of the epoch: a matter of chance, but always the same. */
export function purchasesOf(settings: Settings, listing: Listing, moment: Moment): Purchase[] {
  const lot = settings.chain.lots.get(listing.lotId);
  if (lot === undefined || !isOnSale(lot, moment.epoch) || BigInt(listing.unitPrice) > DEAREST) return [];
  return [...testersPurchases(settings, listing, lot, moment), ...consumersPurchases(settings, listing, lot, moment)];
}

function testersPurchases(settings: Settings, listing: Listing, lot: LotFacts, moment: Moment): Purchase[] {
  const extra = isLastHalf(lot, moment) ? toppingUp(listing) : 0;
  return settings.cast.testers.flatMap((buyer) => {
    if (isSellerOf(buyer, lot)) return [];
    const random = streamOf(buyer, lot);
    const wants = buyingHalf(lot, random) === halfOf(moment);
    const nomineeId = chooseNominee(settings.chain, lot, buyer.id, random);
    const order = (quantity: number, attempt: 0 | 1): Purchase => ({ buyer, listing, quantity, nomineeId, attempt });
    return [...(wants ? [order(1, 0)] : []), ...(extra > 0 ? [order(extra, 1)] : [])];
  });
}

/**
 * Weight in a round grows with the purchase. When somebody has bought far more than people here usually do, the testers buy more
 * as well in the last half of the sale, so that his report does not outweigh theirs and the lot can be proven.
 */
function toppingUp({ units, available }: Listing): number {
  return Math.min(Math.ceil(Math.max(0, units - available - USUAL_SALES) / 8), Math.floor(available / RESERVED_UNITS));
}

function consumersPurchases(settings: Settings, listing: Listing, lot: LotFacts, moment: Moment): Purchase[] {
  let left = listing.available - RESERVED_UNITS;
  return settings.cast.consumers.flatMap((buyer) => {
    const random = streamOf(buyer, lot).fork(`half ${halfOf(moment)}`);
    const quantity = random.integer(1, 3);
    // One order of a buyer in an epoch: its nonce names lot and epoch.
    const isHungry = random.chance(APPETITE_BPS) && !boughtBefore(buyer, lot, moment);
    if (!isHungry || quantity > left) return [];
    left -= quantity;
    return { buyer, listing, quantity, nomineeId: chooseNominee(settings.chain, lot, 0, random), attempt: 0 };
  });
}

function boughtBefore(buyer: Resident, lot: LotFacts, { epoch, half }: Moment): boolean {
  return Array.from({ length: half }, (_, earlier) => epoch * HALVES + earlier).some((at) => {
    const random = streamOf(buyer, lot).fork(`half ${at}`);
    random.integer(1, 3);
    return random.chance(APPETITE_BPS);
  });
}

/** Halves since epoch 0. */
function halfOf({ epoch, half }: Moment): number {
  return epoch * HALVES + half;
}

function isLastHalf({ startEpoch, epochs }: LotFacts, moment: Moment): boolean {
  return halfOf(moment) === (startEpoch + epochs) * HALVES - 1;
}

/** A visitor may offer a lot late in its first epoch, so nobody decides for that one. */
function buyingHalf({ startEpoch, epochs }: LotFacts, random: Random): number {
  const last = (startEpoch + epochs) * HALVES - 1;
  const first = epochs > 1 ? (startEpoch + 1) * HALVES : last;
  return random.integer(Math.min(first, last), last);
}

function isSellerOf({ key }: ResidentTester, { producer }: LotFacts): boolean {
  return key.address.toLowerCase() === producer.toLowerCase();
}

function streamOf({ name }: Resident, { lotId }: LotFacts): Random {
  return worldRandom().fork(`${name} and lot ${lotId}`);
}
