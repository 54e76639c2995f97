import { Address, BigInt, Bytes, ethereum } from '@graphprotocol/graph-ts';
import { Account, CreditMovement } from '../generated/schema';
import { logId } from './id';

const ZERO = BigInt.zero();

export function getAccount(address: Address): Account {
  const known = Account.load(address);
  if (known != null) return known;
  const account = new Account(address);
  account.settlementCredit = ZERO;
  account.evaluationsCredit = ZERO;
  account.rewardCredit = ZERO;
  account.equivocationCredit = ZERO;
  account.slashRewardsEarned = ZERO;
  account.challengePledgeCredit = ZERO;
  account.demandPledgeCredit = ZERO;
  account.expertEarned = ZERO;
  account.commissionsEarned = ZERO;
  account.validatorRewards = ZERO;
  account.courtCoins = ZERO;
  account.courtTokens = ZERO;
  account.disputesCredit = ZERO;
  account.disputesCoins = ZERO;
  account.bountiesEarned = ZERO;
  account.mined = ZERO;
  return account;
}

/** The account's id; it exists from then on. */
export function accountId(address: Address): Bytes {
  const account = getAccount(address);
  account.save();
  return account.id;
}

/** A movement of an account's credit with the contract that emitted `event`; the caller adds what is behind it and saves. */
export function newCreditMovement(event: ethereum.Event, account: Bytes, kind: string, amount: BigInt): CreditMovement {
  return newSecondCreditMovement(event, logId(event), account, kind, amount);
}

/** {newCreditMovement} with an id of its own, for an event that moves two credits. */
export function newSecondCreditMovement(
  event: ethereum.Event,
  id: Bytes,
  account: Bytes,
  kind: string,
  amount: BigInt,
): CreditMovement {
  const movement = new CreditMovement(id);
  movement.account = account;
  movement.contract = event.address;
  movement.kind = kind;
  movement.amount = amount;
  movement.timestamp = event.block.timestamp;
  movement.blockNumber = event.block.number;
  movement.transactionHash = event.transaction.hash;
  return movement;
}

/** An account that was right in a case; the caller credits it where the bounty waits, and saves. */
export function creditBounty(address: Address, bounty: BigInt): Account {
  const account = getAccount(address);
  account.bountiesEarned = account.bountiesEarned.plus(bounty);
  return account;
}
