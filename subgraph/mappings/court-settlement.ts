// Who gets fees, losses and bonds of the court.
import { Address, BigInt } from '@graphprotocol/graph-ts';
import { getAccount } from '../entities/account';
import { decideBond } from '../entities/appeal';
import { getCandidate } from '../entities/candidate';
import { courtOf, creditTreasury } from '../entities/court';
import { getCourtDispute, updateRuling } from '../entities/court-dispute';
import { newCourtDisputeChange } from '../entities/court-dispute-change';
import { creditCoins, newCourtMovement } from '../entities/court-movement';
import { getCourtRound, juryOf } from '../entities/court-round';
import { idOf } from '../entities/id';
import { getJurorSeat, releaseJuror } from '../entities/juror-seat';
import { setInt } from '../entities/set-int';
import {
  BondDecided,
  Refunded,
  RoundSettled,
  RoundVoided,
  SeatPenalised,
  TreasuryCollected,
  Withdrawn,
} from '../generated/Court/Court';
import { Account, Candidate, CourtParameters, CourtRound, JurorSeat } from '../generated/schema';

const ZERO = BigInt.zero();
const BPS = BigInt.fromI32(10_000);

/** What was paid for the round goes back by {handleRefunded}. */
export function handleRoundVoided(event: RoundVoided): void {
  const round = getCourtRound(event.params.disputeId, event.params.round);
  round.stage = 'VOID';
  round.seed = event.params.seed;
  round.drawnAt = event.block.timestamp;
  round.fees = ZERO;
  round.settled = true;
  round.settledAt = event.block.timestamp;
  round.save();
  decideBond(round, 'RETURNED');
  const dispute = getCourtDispute(event.params.disputeId);
  dispute.settledRounds++;
  updateRuling(dispute, round);
  dispute.save();
  newCourtDisputeChange(event, dispute.id, round.id, 'VOID').save();
}

export function handleRefunded(event: Refunded): void {
  const account = getAccount(event.params.account);
  creditCoins(event, 'REFUNDED', account, idOf(event.params.disputeId), event.params.amount);
}

/** The candidate's slash came just before; where the parameters ask for nothing there is none. */
export function handleSeatPenalised(event: SeatPenalised): void {
  const given = event.params;
  const candidate = getCandidate(given.candidateId);
  const juror = getJurorSeat(given.disputeId, given.round, given.seat);
  juror.coherence = given.silent ? 'SILENT' : 'INCOHERENT';
  juror.penalty = given.taken;
  if (!penaltyOf(event, juror).isZero()) juror.slash = candidate.lastSlash;
  juror.save();
  if (given.silent) candidate.silentVotes++;
  else candidate.incoherentVotes++;
  candidate.save();
}

/** What a seat is to cost by the parameters of its dispute, whether or not there is so much to take. */
function penaltyOf(event: SeatPenalised, juror: JurorSeat): BigInt {
  const parameters = CourtParameters.load(getCourtDispute(event.params.disputeId).parameters)!;
  const bps = event.params.silent ? parameters.silentBps : parameters.incoherentBps;
  return juror.lock.times(BigInt.fromI32(bps)).div(BPS);
}

/** {handleRoundSettled} of the same transaction follows. */
export function handleBondDecided(event: BondDecided): void {
  const given = event.params;
  const round = getCourtRound(given.disputeId, given.round);
  if (given.to.equals(Address.zero())) decideBond(round, 'JURORS');
  else if (given.to.equals(event.address)) {
    decideBond(round, 'TREASURY');
    creditTreasury(event, given.bond, ZERO);
  } else {
    decideBond(round, 'RETURNED');
    creditCoins(event, 'BOND_RETURNED', getAccount(given.to), round.dispute, given.bond);
  }
}

export function handleRoundSettled(event: RoundSettled): void {
  const given = event.params;
  const ruling = given.ruling.toI32();
  const round = getCourtRound(given.disputeId, given.round);
  round.settled = true;
  round.settledAt = event.block.timestamp;
  setInt(round, 'coherent', given.coherent.toI32());
  round.coins = given.coins;
  round.tokens = given.tokens;
  round.save();
  const dispute = getCourtDispute(given.disputeId);
  setInt(dispute, 'ruling', ruling);
  dispute.settledRounds++;
  dispute.save();
  newCourtDisputeChange(event, dispute.id, round.id, 'SETTLED').save();
  payJury(event, round, ruling);
  if (!given.coherent.isZero()) return;
  const payer = getAccount(Address.fromBytes(round.payer));
  creditCoins(event, 'FEES_RETURNED', payer, round.dispute, given.coins);
  creditTreasury(event, ZERO, given.tokens);
}

/** Equal parts for those who voted for the ruling; the first one gets what is left over, too. */
function payJury(event: RoundSettled, round: CourtRound, ruling: i32): void {
  const coherent = event.params.coherent;
  const others = coherent.minus(BigInt.fromI32(1));
  const coinsEach = coherent.isZero() ? ZERO : event.params.coins.div(coherent);
  const tokensEach = coherent.isZero() ? ZERO : event.params.tokens.div(coherent);
  let coins = event.params.coins.minus(coinsEach.times(others));
  let tokens = event.params.tokens.minus(tokensEach.times(others));
  const jury = juryOf(round);
  for (let i = 0; i < jury.length; i++) {
    const juror = jury[i];
    if (juror.state == 'REVEALED' && juror.choice == ruling) {
      pay(event, juror, coins, tokens);
      coins = coinsEach;
      tokens = tokensEach;
    } else if (juror.coherence == 'OPEN') {
      juror.coherence = 'SPARED';
      juror.save();
    }
    releaseJuror(juror);
  }
}

function pay(event: RoundSettled, juror: JurorSeat, coins: BigInt, tokens: BigInt): void {
  juror.coherence = 'COHERENT';
  juror.coins = coins;
  juror.tokens = tokens;
  juror.save();
  const candidate = Candidate.load(juror.candidate)!;
  candidate.coherentVotes++;
  candidate.save();
  const account = Account.load(juror.account)!;
  account.courtCoins = account.courtCoins.plus(coins);
  account.courtTokens = account.courtTokens.plus(tokens);
  account.save();
  const movement = newCourtMovement(event, juror.seat, 'EARNED', account.id, coins, tokens);
  movement.dispute = juror.dispute;
  movement.jurorSeat = juror.id;
  movement.save();
}

/* PAID OUT */

export function handleCourtWithdrawn(event: Withdrawn): void {
  const account = getAccount(event.params.account);
  account.courtCoins = account.courtCoins.minus(event.params.coins);
  account.courtTokens = account.courtTokens.minus(event.params.tokens);
  account.save();
  newCourtMovement(event, 0, 'WITHDRAWAL', account.id, event.params.coins, event.params.tokens).save();
}

export function handleTreasuryCollected(event: TreasuryCollected): void {
  const court = courtOf(event);
  court.treasuryCoins = court.treasuryCoins.minus(event.params.coins);
  court.treasuryTokens = court.treasuryTokens.minus(event.params.tokens);
  court.save();
}
