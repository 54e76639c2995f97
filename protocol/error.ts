/** Every fact this package can find broken; contracts use the same names where they have the same check. */
export type ProtocolErrorCode =
  | 'BadAmount'
  | 'BadBase'
  | 'BadBytes'
  | 'BadCid'
  | 'BadCommodityLink'
  | 'BadEdgeCount'
  | 'BadEdgesLength'
  | 'BadGtinCheckDigit'
  | 'BadGtinDigits'
  | 'BadGtinLength'
  | 'BadHeader'
  | 'BadInteger'
  | 'BadLegalRange'
  | 'BadLotCode'
  | 'BadOrderFile'
  | 'BadTime'
  | 'BadTolerance'
  | 'BadVoterIds'
  | 'BadWeight'
  | 'CommissionWithoutRecommender'
  | 'DuplicateOrder'
  | 'EdgeNotNominated'
  | 'EmptyEdge'
  | 'EmptyPage'
  | 'LanesOutOfOrder'
  | 'LeafExists'
  | 'NoReceipts'
  | 'NoWeight'
  | 'NotCanonicalisable'
  | 'NotRunning'
  | 'PositionOutsideTree'
  | 'PowerTooLow'
  | 'ProofLength'
  | 'SelfBondTooLow'
  | 'SlashingCapReached'
  | 'SolutionNotBetter'
  | 'StakeExceeded'
  | 'SumsNegative'
  | 'SumsOverflow'
  | 'SupportLowered'
  | 'TooManyPages'
  | 'TooManyValues'
  | 'TreeTooDeep'
  | 'UnknownCandidate'
  | 'UnknownLot'
  | 'UnknownNominee'
  | 'UnknownOrder'
  | 'UnknownRecommender'
  | 'UnusedLane'
  | 'VoterNotListed'
  | 'VotersOutOfOrder'
  | 'WinnerWithoutSupport'
  | 'WinnersOutOfOrder'
  | 'WrongEpoch'
  | 'WrongPlatform'
  | 'WrongWinnerCount';

/** A broken fact with the values that show it, so a caller can react to `code` and a reader can see why. */
export class ProtocolError extends Error {
  readonly code: ProtocolErrorCode;
  readonly values: Readonly<Record<string, unknown>>;

  constructor(code: ProtocolErrorCode, values: Record<string, unknown> = {}) {
    const shown = Object.entries(values).map(([name, value]) => `${name}: ${String(value)}`);
    super(`${code}(${shown.join(', ')})`);
    this.name = 'ProtocolError';
    this.code = code;
    this.values = values;
  }
}
