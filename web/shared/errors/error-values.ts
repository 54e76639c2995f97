import type { AbiParameter } from 'viem';
import { type Hex, hexToString } from 'viem';
import { type Phase as CourtPhase, PHASES } from '../../../protocol/court/phase-at.ts';
import { shortHex } from '../format/short-hex.ts';

/** Arguments that are money, by error; all other uint arguments are counts and numbers. */
const AMOUNTS: Readonly<Record<string, readonly string[]>> = {
  BondExceeded: ['amount', 'bond'],
  BondTooLow: ['bond', 'required'],
  CompensationTooHigh: ['amount', 'owed'],
  CommissionsOutOfRange: ['commissions', 'max'],
  DepositExhausted: ['needed', 'remaining'],
  ERC20InsufficientAllowance: ['allowance', 'needed'],
  ERC20InsufficientBalance: ['balance', 'needed'],
  FeeNotAtRate: ['given', 'expected'],
  PriceAboveMaximum: ['price', 'maxPrice'],
  FeesOutOfRange: ['fees', 'min', 'max'],
  ImplausibleTotals: ['sales', 'fees', 'commissions'],
  ShortTransfer: ['expected', 'received'],
};
/** Arguments in CTT. */
const TOKENS: Readonly<Record<string, readonly string[]>> = {
  FoundersShareMismatch: ['given', 'expected'],
  SelfBondTooLow: ['bond', 'required'],
  StakeExceeded: ['amount', 'left'],
  StakeTooSmall: ['stake', 'smallest'],
  SupportLowered: ['given', 'queued'],
};
/** Arguments in experience power. */
const POWERS: Readonly<Record<string, readonly string[]>> = {
  GovernorInsufficientProposerVotes: ['votes', 'threshold'],
  PowerTooLow: ['power', 'required'],
};
/** Arguments in the chain's coin. */
const COINS: Readonly<Record<string, readonly string[]>> = {
  ArbitrationUnderpaid: ['given', 'cost'],
  FeeTooLow: ['given', 'needed'],
  InsufficientBalance: ['balance', 'needed'],
  PledgeNotInGwei: ['given'],
  PledgeTooLow: ['given', 'required'],
};
const RATES: Readonly<Record<string, readonly string[]>> = {
  CommissionAboveCap: ['commissionBps', 'cap'],
  RateOutOfBounds: ['given', 'min', 'max'],
};
/** Times that are not a uint48. */
const TIMES = ['deadline', 'validAfter', 'validBefore'];
/** Positions are counted from 0 in code and from 1 by people. */
const POSITIONS = ['index', 'parameter', 'round', 'seat'];
/** Contracts call the same argument differently; the sentence knows one of the names. */
const SAME: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  BondTooLow: { given: 'bond', needed: 'required' },
};
const PLURALS: Readonly<Record<string, readonly string[]>> = {
  CasesOpen: ['cases'],
  ClaimCount: ['given'],
  NotEnoughReports: ['reports'],
  ValueCount: ['given'],
  WinnersLeft: ['winners'],
};
/** Numbers that name something are written without separators. */
const NAMES =
  /(Id|^id|Epoch|^epoch|gtin|Ordinal|revision|latest|freeFrom|sweepFrom|tokenId|earliest|checkDigit|seedBlock|term|next|previous|winner|mintedUntil)$/;
const REPORT_STATES = ['none', 'committed', 'revealed', 'scored', 'claimed'] as const;
/** In the order of the governor's enum. */
const PROPOSAL_STATES = [
  'pending',
  'active',
  'canceled',
  'defeated',
  'succeeded',
  'queued',
  'expired',
  'executed',
] as const;
const CASE_STATES = ['none', 'collecting', 'pending', 'ruled', 'closed'] as const;

export interface ValueFormat {
  /** In what the called contract takes. */
  readonly amount: (value: bigint) => string;
  readonly token: (value: bigint) => string;
  readonly power: (value: bigint) => string;
  readonly coin: (wei: bigint) => string;
  readonly bps: (value: number) => string;
  readonly number: (value: bigint) => string;
  readonly dateTime: (seconds: bigint) => string;
  readonly account: (address: Hex) => string;
  readonly reportState: (state: (typeof REPORT_STATES)[number]) => string;
  readonly caseState: (state: (typeof CASE_STATES)[number]) => string;
  readonly courtPhase: (phase: CourtPhase) => string;
  readonly proposalState: (state: (typeof PROPOSAL_STATES)[number]) => string;
}

/** What the sentence of an error calls one of its arguments. */
export function argumentName(errorName: string, name = ''): string {
  return SAME[errorName]?.[name] ?? name;
}

/** The arguments of a custom error as a reader wants them, by name. */
export function errorValues(
  errorName: string,
  inputs: readonly AbiParameter[],
  args: readonly unknown[],
  format: ValueFormat,
): Record<string, string | number> {
  return Object.fromEntries(
    inputs.map(({ name: written, type }, i) => {
      const name = argumentName(errorName, written);
      return [name, formatValue(errorName, name, type, args[i], format)];
    }),
  );
}

function formatValue(errorName: string, name: string, type: string, value: unknown, format: ValueFormat) {
  if (type === 'address') return format.account(value as Hex);
  if (type === 'bytes20' || type === 'bytes12' || (type === 'bytes32' && name === 'name')) {
    return hexToString(value as Hex).replace(/\0+$/, '');
  }
  if (type.startsWith('bytes')) return shortHex(value as Hex);
  if (!/^u?int/.test(type)) return String(value);
  const number = BigInt(value as number | bigint);
  if (errorName === 'WrongReportState' && type === 'uint8') {
    return format.reportState(REPORT_STATES[Number(number)] ?? 'none');
  }
  if (errorName === 'WrongCaseState' && type === 'uint8')
    return format.caseState(CASE_STATES[Number(number)] ?? 'none');
  if (errorName === 'WrongPhase') return format.courtPhase(PHASES[Number(number)] ?? 'final');
  if (errorName === 'GovernorUnexpectedProposalState' && type === 'uint8') {
    return format.proposalState(PROPOSAL_STATES[Number(number)] ?? 'pending');
  }
  if (type === 'uint48' || TIMES.includes(name)) return format.dateTime(number);
  if (AMOUNTS[errorName]?.includes(name)) return format.amount(number);
  if (TOKENS[errorName]?.includes(name)) return format.token(number);
  if (POWERS[errorName]?.includes(name)) return format.power(number);
  if (COINS[errorName]?.includes(name)) return format.coin(number);
  if (RATES[errorName]?.includes(name)) return format.bps(Number(number));
  if (PLURALS[errorName]?.includes(name)) return Number(number);
  if (POSITIONS.includes(name)) return String(number + 1n);
  return NAMES.test(name) ? String(number) : format.number(number);
}
