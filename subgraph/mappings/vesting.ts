import { BigInt } from '@graphprotocol/graph-ts';
import { logId } from '../entities/id';
import { getProtocol } from '../entities/protocol';
import { ERC20Released, OwnershipTransferred, VestingScheduled } from '../generated/FounderVesting/FounderVesting';
import { VestingRelease, VestingWallet } from '../generated/schema';

export function handleVestingScheduled(event: VestingScheduled): void {
  const wallet = new VestingWallet(event.address);
  wallet.owner = event.params.founder;
  wallet.start = event.params.start;
  wallet.cliff = event.params.cliff;
  wallet.end = event.params.end;
  wallet.released = BigInt.zero();
  wallet.save();
}

/** The first owner is named before the wallet is scheduled; {handleVestingScheduled} has him, too. */
export function handleVestingTransferred(event: OwnershipTransferred): void {
  const wallet = VestingWallet.load(event.address);
  if (wallet == null) return;
  wallet.owner = event.params.newOwner;
  wallet.save();
}

/** Anybody can send other tokens to a wallet and release them. */
export function handleERC20Released(event: ERC20Released): void {
  const token = getProtocol().token;
  if (token === null || !event.params.token.equals(token)) return;
  const wallet = VestingWallet.load(event.address)!;
  wallet.released = wallet.released.plus(event.params.amount);
  wallet.save();
  const release = new VestingRelease(logId(event));
  release.wallet = wallet.id;
  release.owner = wallet.owner;
  release.amount = event.params.amount;
  release.timestamp = event.block.timestamp;
  release.blockNumber = event.block.number;
  release.transactionHash = event.transaction.hash;
  release.save();
}
