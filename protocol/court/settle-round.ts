import { BPS_DENOMINATOR } from '../math/bps.ts';
import type { Ballot } from './ballots.ts';
import type { CourtParameters } from './court-parameters.ts';
import type { Ruling } from './ruling.ts';

/** A round of a dispute whose ruling is final. */
export interface SettledRound {
  ballots: readonly Ballot[];
  /** of the appeal that led to the round; null in the first */
  appeal: { bond: bigint; appealedChoice: number } | null;
}

/** Amounts in the smallest unit, each account's own; coins are the chain's. */
export interface RoundShares {
  /** for each seat of the jury */
  seats: { coins: bigint; tokens: bigint; lost: bigint }[];
  /** back to who paid the round's fees */
  payer: bigint;
  treasury: { coins: bigint; tokens: bigint };
}

/**
 * Shares out a round's fees, losses and bond.
 * @param final the ruling of the dispute, of its latest round with a jury
 * @param available CTT that can be taken from the juror on a seat
 */
export function settleRound(
  parameters: CourtParameters,
  { ballots, appeal }: SettledRound,
  final: Ruling,
  available: (seat: number) => bigint,
): RoundShares {
  const isCoherent = (ballot: Ballot) => ballot.state === 'revealed' && ballot.choice === final.choice;
  const coherent = BigInt(ballots.filter(isCoherent).length);
  const losses = ballots.map((ballot, seat) => {
    const due = isCoherent(ballot) ? 0n : penaltyOf(parameters, ballot, final);
    return min(due, available(seat));
  });
  const tokens = losses.reduce((sum, lost) => sum + lost, 0n);
  const fees = parameters.feePerJuror * BigInt(ballots.length);
  const isWon = appeal !== null && appeal.appealedChoice !== final.choice;
  const bond = appeal?.bond ?? 0n;
  if (coherent === 0n) {
    return {
      seats: losses.map((lost) => ({ coins: 0n, tokens: 0n, lost })),
      payer: fees + (isWon ? bond : 0n),
      treasury: { coins: isWon ? 0n : bond, tokens },
    };
  }
  const coins = fees + (isWon ? 0n : bond);
  let rest = { coins: coins % coherent, tokens: tokens % coherent };
  const seats = ballots.map((ballot, seat) => {
    const lost = losses[seat] as bigint;
    if (!isCoherent(ballot)) return { coins: 0n, tokens: 0n, lost };
    const share = { coins: coins / coherent + rest.coins, tokens: tokens / coherent + rest.tokens, lost };
    // What rounding left went to the first one.
    rest = { coins: 0n, tokens: 0n };
    return share;
  });
  return { seats, payer: isWon ? bond : 0n, treasury: { coins: 0n, tokens: 0n } };
}

function penaltyOf(parameters: CourtParameters, ballot: Ballot, { decided }: Ruling): bigint {
  const { lockPerSeat, silentBps, incoherentBps } = parameters;
  if (ballot.state !== 'revealed') return (lockPerSeat * BigInt(silentBps)) / BPS_DENOMINATOR;
  return decided ? (lockPerSeat * BigInt(incoherentBps)) / BPS_DENOMINATOR : 0n;
}

function min(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
