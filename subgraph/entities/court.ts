import { Address, BigInt, Bytes, ethereum } from '@graphprotocol/graph-ts';
import { CourtOpened, ParametersSet } from '../generated/Court/Court';
import { Court, CourtParameters } from '../generated/schema';
import { bigEndian } from './id';

const ZERO = BigInt.zero();

/** The court that emitted an event. */
export function courtOf(event: ethereum.Event): Court {
  return Court.load(event.address)!;
}

export function newCourt(event: CourtOpened): Court {
  const windows = event.params.windows;
  const court = new Court(event.address);
  court.seats = event.params.seats;
  court.token = event.params.token;
  court.evidenceWindow = windows.evidence.toI32();
  court.commitWindow = windows.commit.toI32();
  court.revealWindow = windows.reveal.toI32();
  court.appealWindow = windows.appeal.toI32();
  court.seedDelay = windows.seedDelay.toI32();
  court.treasuryCoins = ZERO;
  court.treasuryTokens = ZERO;
  court.disputeCount = 0;
  court.openDisputes = 0;
  return court;
}

/** Id of the court's parameters of a version, a uint16. */
export function parametersId(version: i32): Bytes {
  return bigEndian(version, 4);
}

export function recordParameters(event: ParametersSet): Bytes {
  const given = event.params.parameters;
  const parameters = new CourtParameters(parametersId(event.params.version));
  parameters.version = event.params.version;
  parameters.feePerJuror = given.feePerJuror;
  parameters.lockPerSeat = given.lockPerSeat;
  parameters.incoherentBps = given.incoherentBps;
  parameters.silentBps = given.silentBps;
  parameters.appealBondBps = given.appealBondBps;
  parameters.timestamp = event.block.timestamp;
  parameters.blockNumber = event.block.number;
  parameters.transactionHash = event.transaction.hash;
  parameters.save();
  return parameters.id;
}

export function creditTreasury(event: ethereum.Event, coins: BigInt, tokens: BigInt): void {
  const court = courtOf(event);
  court.treasuryCoins = court.treasuryCoins.plus(coins);
  court.treasuryTokens = court.treasuryTokens.plus(tokens);
  court.save();
}

/** Whether an arbitrator is the court that is indexed. */
export function isCourt(arbitrator: Address): boolean {
  return Court.load(arbitrator) != null;
}
