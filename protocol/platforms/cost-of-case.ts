import { ProtocolError } from '../error.ts';
import { ceilDiv } from '../math/ceil-div.ts';
import type { Receipt } from '../settlement/receipt.ts';

/** A case takes at most an eighth of the bond, and none is settled in an epoch in which an eighth was taken. */
const SLASH_DIVISOR = 8n;
/** What a lost case costs at least: a fortieth of the bond. */
const LEAST_PENALTY_DIVISOR = 40n;
/** The penalty for a receipt that was not settled, as a multiple of the money it kept back. */
const PENALTY_FACTOR = 10n;

/** What a lost case takes from the bond and where it goes, in the smallest unit of the settlement asset. */
export interface CaseCost {
  /** what the bond loses: the sum of the other three */
  amount: bigint;
  /** to payees of a receipt that was not settled */
  compensation: bigint;
  /** half of the penalty, rounded down: to the challenger */
  reward: bigint;
  /** to the audit fund */
  audit: bigint;
}

/**
 * What a lost case costs a platform. The epoch's limit is an eighth of what the bond was when the epoch began; where a case would
 * take more, compensation and penalty are cut alike.
 *
 * @param bond before the case
 * @param slashed in this epoch already
 * @param owed to the payees of a receipt that was not settled; 0 for other kinds of cases
 * @param keptBack fee and commission of the case's receipts; 0 for a demand
 * @throws ProtocolError `SlashingCapReached` when the case has to wait for the next epoch
 */
export function costOfCase(terms: { bond: bigint; slashed: bigint; owed: bigint; keptBack: bigint }): CaseCost {
  const { bond, slashed, owed, keptBack } = terms;
  const whole = bond + slashed;
  const limit = ceilDiv(whole, SLASH_DIVISOR);
  if (slashed >= limit && bond > 0n) throw new ProtocolError('SlashingCapReached', { slashed, limit });
  const due = owed + max(PENALTY_FACTOR * keptBack, ceilDiv(whole, LEAST_PENALTY_DIVISOR));
  const amount = min(due, min(limit, bond));
  const compensation = owed === 0n ? 0n : (amount * owed) / due;
  const reward = (amount - compensation) / 2n;
  return { amount, compensation, reward, audit: amount - compensation - reward };
}

/** What a platform kept back when it did not settle a receipt. */
export function keptBackOf({ fee, commission }: Pick<Receipt, 'fee' | 'commission'>): bigint {
  return fee + commission;
}

const max = (a: bigint, b: bigint): bigint => (a > b ? a : b);
const min = (a: bigint, b: bigint): bigint => (a < b ? a : b);
