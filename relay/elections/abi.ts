import { parseAbi } from 'viem';

const ERRORS = [
  'error OutsideElection(uint32 term, uint48 from, uint48 until)',
  'error SolutionNotBetter((uint8 winners, uint96 least, uint96 sum, uint256 squares) given, (uint8 winners, uint96 least, uint96 sum, uint256 squares) queued)',
  'error SupportLowered(uint256 given, uint256 queued)',
] as const;

/** What solving an election needs of the elections contract. */
export const electionsAbi = parseAbi([
  'function validators() view returns (address)',
  'function genesis() view returns (uint48)',
  'function epochLength() view returns (uint32)',
  'function outcomeOf(uint32 elected) view returns ((uint8 winners, uint96 least, uint96 sum, uint256 squares) score, bytes32 voterRoot)',
  'function submit(uint32 term, uint16[] winners, bytes voters, bytes edges)',
  'function beginDraft(uint32 term, uint16[] winners)',
  'function addPage(bytes voters, bytes edges)',
  'function finishDraft()',
  ...ERRORS,
]);

/** … and of the contract that keeps bonds and nominations. */
export const validatorsAbi = parseAbi([
  'function candidateCount() view returns (uint16)',
  'function voterCount() view returns (uint32)',
  'function rulesAt(uint32 term) view returns ((uint8 seats, uint96 minSelfBond, uint96 minPower) rules)',
  'function standingAt(uint32 term, uint16 candidateId) view returns ((bool running, uint16 commissionBps, uint96 bond, uint256 power) standing)',
  'function votersAt(uint32 term, bytes ids) view returns (uint256[] stakes, uint256[] targets)',
]);
