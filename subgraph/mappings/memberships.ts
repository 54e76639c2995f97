import { BigInt } from '@graphprotocol/graph-ts';
import { accountId } from '../entities/account';
import { MEMBERSHIP_KINDS } from '../entities/enums';
import { newParameterChange, recordAppointment } from '../entities/governance';
import { bigEndian, logId, wordOf } from '../entities/id';
import {
  MembershipPaid,
  PaymentsCollected,
  PriceSet,
  SubscriptionUpdate,
  TreasuryAppointed,
} from '../generated/Memberships/Memberships';
import { Membership, MembershipCollection, MembershipPayment, MembershipPrice } from '../generated/schema';

const ZERO = BigInt.zero();

/* MEMBERS */

/** Who has no membership joins by this, whoever has one renews it. */
export function handleMembershipPaid(event: MembershipPaid): void {
  const given = event.params;
  let membership = Membership.load(wordOf(given.tokenId));
  if (membership == null) {
    membership = new Membership(wordOf(given.tokenId));
    membership.tokenId = given.tokenId;
    membership.account = accountId(given.account);
    membership.kind = MEMBERSHIP_KINDS[given.kind];
    membership.cancelled = false;
    membership.paid = ZERO;
    membership.joinedAt = event.block.timestamp;
  } else if (membership.cancelled) {
    membership.cancelled = false;
    membership.joinedAt = event.block.timestamp;
  }
  membership.expiresAt = given.expiration;
  membership.paid = membership.paid.plus(given.amount);
  membership.save();
  const payment = new MembershipPayment(logId(event));
  payment.membership = membership.id;
  payment.payer = given.payer;
  payment.years = given.yearCount.toI32();
  payment.amount = given.amount;
  payment.expiresAt = given.expiration;
  payment.timestamp = event.block.timestamp;
  payment.blockNumber = event.block.number;
  payment.transactionHash = event.transaction.hash;
  payment.save();
}

/** Payments tell more of every other one. */
export function handleSubscriptionUpdate(event: SubscriptionUpdate): void {
  if (!event.params.expiration.isZero()) return;
  const membership = Membership.load(wordOf(event.params.tokenId))!;
  membership.cancelled = true;
  membership.expiresAt = event.block.timestamp;
  membership.save();
}

/* GOVERNANCE */

export function handlePriceSet(event: PriceSet): void {
  const given = event.params;
  const price = new MembershipPrice(bigEndian(given.kind, 1));
  price.kind = MEMBERSHIP_KINDS[given.kind];
  price.before = given.previous;
  price.price = given.current;
  price.effectiveAt = given.effectiveAt;
  price.save();
  const change = newParameterChange(event, 0, 'membershipPrice', given.previous, given.current);
  change.scope = price.kind;
  if (price.effectiveAt.gt(event.block.timestamp)) change.fromTime = price.effectiveAt;
  change.save();
}

export function handlePaymentsCollected(event: PaymentsCollected): void {
  const collection = new MembershipCollection(logId(event));
  collection.treasury = event.params.treasury;
  collection.amount = event.params.amount;
  collection.timestamp = event.block.timestamp;
  collection.blockNumber = event.block.number;
  collection.transactionHash = event.transaction.hash;
  collection.save();
}

export function handleMembershipTreasuryAppointed(event: TreasuryAppointed): void {
  recordAppointment(event, 0, 'treasury', event.params.treasury, true);
}
