import { BigInt } from '@graphprotocol/graph-ts';
import { getAccount } from '../entities/account';
import { getEmission, getEmissionEpoch, getMinedRound, newEmission } from '../entities/emission';
import { recordAppointment } from '../entities/governance';
import { idOf, logId, pairId } from '../entities/id';
import {
  EmissionStarted,
  RoundRegistered,
  TreasuryAppointed,
  TreasuryMined,
  WorkMined,
} from '../generated/Emission/Emission';
import { MinedRound, MiningClaim, TreasuryMint } from '../generated/schema';

const ZERO = BigInt.zero();

/* WORK */

export function handleRoundRegistered(event: RoundRegistered): void {
  const given = event.params;
  const epoch = getEmissionEpoch(given.epoch);
  epoch.shares = given.epochShares;
  epoch.roundCount++;
  epoch.save();
  const round = new MinedRound(idOf(given.lotId));
  round.lot = round.id;
  round.epoch = epoch.id;
  round.evaluations = given.evaluations;
  round.shares = given.shares;
  round.mined = ZERO;
  round.claimCount = 0;
  round.registeredAt = event.block.timestamp;
  round.blockNumber = event.block.number;
  round.transactionHash = event.transaction.hash;
  round.save();
  const emission = getEmission();
  emission.rounds++;
  emission.save();
}

export function handleWorkMined(event: WorkMined): void {
  const given = event.params;
  const amount = given.amount;
  const account = getAccount(given.account);
  account.mined = account.mined.plus(amount);
  account.save();
  const round = getMinedRound(given.lotId);
  round.mined = round.mined.plus(amount);
  round.claimCount++;
  round.save();
  const epoch = getEmissionEpoch(given.epoch);
  epoch.mined = epoch.mined.plus(amount);
  epoch.save();
  const emission = getEmission();
  emission.workMined = emission.workMined.plus(amount);
  emission.claims++;
  emission.save();
  const experiencer = idOf(given.experiencerId);
  const claim = new MiningClaim(pairId(round.id, experiencer));
  claim.round = round.id;
  claim.experiencer = experiencer;
  claim.account = account.id;
  claim.amount = amount;
  claim.timestamp = event.block.timestamp;
  claim.blockNumber = event.block.number;
  claim.transactionHash = event.transaction.hash;
  claim.save();
}

/* TREASURY */

export function handleEmissionStarted(event: EmissionStarted): void {
  newEmission(event.params.firstEpoch.toI32()).save();
}

export function handleTreasuryMined(event: TreasuryMined): void {
  const given = event.params;
  const mint = new TreasuryMint(logId(event));
  mint.treasury = given.treasury;
  mint.fromEpoch = given.from.toI32();
  mint.untilEpoch = given.until.toI32();
  mint.amount = given.amount;
  mint.timestamp = event.block.timestamp;
  mint.blockNumber = event.block.number;
  mint.transactionHash = event.transaction.hash;
  mint.save();
  const emission = getEmission();
  emission.treasuryUntil = mint.untilEpoch;
  emission.treasuryMined = emission.treasuryMined.plus(mint.amount);
  emission.save();
}

export function handleEmissionTreasuryAppointed(event: TreasuryAppointed): void {
  recordAppointment(event, 0, 'treasury', event.params.treasury, true);
  const emission = getEmission();
  emission.treasury = event.params.treasury;
  emission.save();
}
