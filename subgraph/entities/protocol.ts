import { BigInt, Bytes } from '@graphprotocol/graph-ts';
import { Protocol } from '../generated/schema';

const ID = Bytes.fromHexString('0x00');
const ZERO = BigInt.zero();
/** No event says it; `PlatformBonds` is deployed with it. */
const FIRST_MIN_BOND = BigInt.fromU64(10_000_000_000);
/** Nor these; `ElectionRules` is deployed with them. */
const FIRST_SEATS = 24;
const FIRST_MIN_SELF_BOND = BigInt.fromString('1000000000000000000000');
const FIRST_MIN_POWER = BigInt.fromI32(1_000_000);

export function getProtocol(): Protocol {
  const known = Protocol.load(ID);
  if (known != null) return known;
  const protocol = new Protocol(ID);
  protocol.expertBps = 0;
  protocol.experiencerBps = 0;
  protocol.communeBps = 0;
  protocol.kappaBps = 0;
  protocol.bondMultiple = 0;
  protocol.modelBond = ZERO;
  protocol.commodityBond = ZERO;
  protocol.unsealChargeBps = 0;
  protocol.models = 0;
  protocol.commodities = 0;
  protocol.lots = 0;
  protocol.platforms = 0;
  protocol.recommenders = 0;
  protocol.experiencers = 0;
  protocol.statements = 0;
  protocol.orders = ZERO;
  protocol.sales = ZERO;
  protocol.fees = ZERO;
  protocol.commissions = ZERO;
  protocol.reports = 0;
  protocol.rewards = ZERO;
  protocol.rawPower = ZERO;
  protocol.settlementAuditFund = ZERO;
  protocol.evaluationsAuditFund = ZERO;
  protocol.platformsAuditFund = ZERO;
  protocol.minBond = FIRST_MIN_BOND;
  protocol.receiptChallenges = 0;
  protocol.demands = 0;
  protocol.openCases = 0;
  protocol.slashes = 0;
  protocol.slashed = ZERO;
  protocol.slashRewards = ZERO;
  protocol.compensated = ZERO;
  setElectionTotals(protocol);
  setDisputeTotals(protocol);
  return protocol;
}

function setElectionTotals(protocol: Protocol): void {
  protocol.electionSeats = FIRST_SEATS;
  protocol.minSelfBond = FIRST_MIN_SELF_BOND;
  protocol.minPower = FIRST_MIN_POWER;
  protocol.rulesFromElection = 0;
  protocol.electionSeatsBefore = FIRST_SEATS;
  protocol.minSelfBondBefore = FIRST_MIN_SELF_BOND;
  protocol.minPowerBefore = FIRST_MIN_POWER;
  protocol.candidates = 0;
  protocol.runningCandidates = 0;
  protocol.voters = 0;
  protocol.listedVoters = 0;
  protocol.stake = ZERO;
  protocol.listedStake = ZERO;
  protocol.selfBonds = ZERO;
  protocol.seatSlashed = ZERO;
  protocol.validatorRewards = ZERO;
  protocol.validatorRewardsPaid = ZERO;
  protocol.communeReceived = ZERO;
}

function setDisputeTotals(protocol: Protocol): void {
  protocol.disputesAuditFund = ZERO;
  protocol.challengeBond = ZERO;
  protocol.disputeCases = 0;
  protocol.openDisputeCases = 0;
  protocol.courtDisputes = 0;
  protocol.returnedFees = ZERO;
  protocol.slashedReports = 0;
  protocol.slashedReportBonds = ZERO;
  protocol.charges = ZERO;
  protocol.bounties = ZERO;
}
