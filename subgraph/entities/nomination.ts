import { BigInt, Bytes } from '@graphprotocol/graph-ts';
import { NomineeOpened } from '../generated/Settlement/Settlement';
import { Experiencer, Nomination } from '../generated/schema';
import { idOf, pairId } from './id';

/**
 * Adds an opened nominee leaf to what is nominated to him on the lot. He may not be registered (yet): then the nomination
 * refers to an experiencer who does not exist, which readers see as null.
 */
export function nominate(event: NomineeOpened, lot: Bytes): Nomination {
  const nominee = idOf(event.params.nomineeId);
  const nomination = getNomination(lot, nominee, event.params.nomineeId);
  nomination.fees = event.params.nominated;
  nomination.orders = nomination.orders.plus(event.params.orders);
  nomination.save();
  const experiencer = Experiencer.load(nominee);
  if (experiencer != null) {
    experiencer.nominatedFees = experiencer.nominatedFees.plus(event.params.fees);
    experiencer.nominatedOrders = experiencer.nominatedOrders.plus(event.params.orders);
    experiencer.save();
  }
  return nomination;
}

/** Adds what a compensation counts for a nominee; no order of his was settled. */
export function nominateByCompensation(lot: Bytes, number: BigInt, added: BigInt, nominated: BigInt): Nomination {
  const nominee = idOf(number);
  const nomination = getNomination(lot, nominee, number);
  nomination.fees = nominated;
  nomination.save();
  const experiencer = Experiencer.load(nominee);
  if (experiencer != null) {
    experiencer.nominatedFees = experiencer.nominatedFees.plus(added);
    experiencer.save();
  }
  return nomination;
}

function getNomination(lot: Bytes, nominee: Bytes, number: BigInt): Nomination {
  const id = pairId(lot, nominee);
  const known = Nomination.load(id);
  if (known != null) return known;
  const nomination = new Nomination(id);
  nomination.lot = lot;
  nomination.experiencer = nominee;
  nomination.nomineeNumber = number;
  nomination.orders = BigInt.zero();
  return nomination;
}
