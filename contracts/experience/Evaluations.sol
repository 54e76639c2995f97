// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {ICommodities, LotTerms, ScoringBasis} from "../commodities/ICommodities.sol";
import {IQualityModels} from "../models/IQualityModels.sol";
import {PurchaseProof, Receipt} from "../settlement/ISettlement.sol";
import {Settlement} from "../settlement/Settlement.sol";
import {AssetTransfers} from "../shared/AssetTransfers.sol";
import {Bounds} from "../shared/Bounds.sol";
import {EpochClock} from "../shared/EpochClock.sol";
import {Schedule} from "../shared/Schedule.sol";
import {SelfPermit} from "../shared/SelfPermit.sol";
import {Values, ValuesLib} from "../shared/Values.sol";
import {IEvaluations, Report, ReportState, Round, RoundState} from "./IEvaluations.sol";
import {IExperiencePower} from "./IExperiencePower.sol";
import {Scoring} from "./Scoring.sol";

/// @title Evaluations
/// @notice Proof of work by experiencing goods. Holds the bonds of reporters and, from the end of scoring on, the pots.
///
/// Nothing here is decided by a majority's money alone: the consensus is the lower weighted median, which the contract
/// verifies and anybody can propose; rewards are capped by the fees that buyers nominated to the winner; nobody is slashed.
///
/// Purchases are used once without a list of used ones: a receipt names its lot and, by commitment, its buyer; only the buyer
/// can commit with it; an account has one experiencer id forever; and an id reports once on a lot.
///
/// Seam for disputes: a round becomes final in {finalize} and is scored in the epoch stored there, so a dispute only has to
/// hold back that call and name another scoring epoch.
contract Evaluations is IEvaluations, EpochClock, SelfPermit, AccessManaged {
    using SafeERC20 for IERC20;

    /// @notice How far the reports of a lot were counted for one proposed consensus.
    struct Tally {
        uint32 lastId;
        uint32 counted;
        /// Σ weight² of the counted reports.
        uint192 squaredWeights;
        /// Per parameter: weight below the proposed value (low half) and up to it (high half).
        uint256[8] weights;
    }

    uint256 private constant BPS = 10_000;
    uint256 private constant MIN_REPORTS = 5;
    uint256 private constant MIN_EFFECTIVE_REPORTS = 7;
    uint256 private constant UNREVEALED_PENALTY_DIVISOR = 10;
    uint256 private constant WINNING_DIVISOR = 3;
    uint8 private constant TOP_BUCKET = 64;
    uint256 private constant MIN_BOND_MULTIPLE = 2;
    uint256 private constant MAX_BOND_MULTIPLE = 10;
    uint256 private constant MIN_KAPPA_BPS = 5_000;
    uint256 private constant MAX_KAPPA_BPS = 9_000;
    bytes32 private constant REPORT = keccak256("TrustedCommerceCommune.Report");

    ICommodities public immutable commodities;
    IQualityModels public immutable models;
    Settlement public immutable settlement;
    IExperiencePower public immutable power;

    /// @notice Bond of a report as a multiple of the fee of its purchase.
    uint8 public bondMultiple = 6;
    /// @notice κ: cap of a reward as a part of the fees nominated to the winner.
    uint16 public kappaBps = 7_500;
    /// @notice Accrued for the audit fund and not collected yet.
    uint128 public auditFundAccrued;

    mapping(uint32 lotId => Round round) private _rounds;
    mapping(uint32 lotId => mapping(uint32 experiencerId => Report report)) private _reports;
    mapping(uint32 lotId => mapping(uint8 rank => Bucket bucket)) private _buckets;
    /// @dev One for every proposer: a page that skips reports can only spoil the count of whoever sent it.
    mapping(uint32 lotId => mapping(address proposer => mapping(Values consensus => Tally tally))) private _tallies;
    mapping(uint32 experiencerId => mapping(uint32 closingEpoch => uint256 fees)) public committedFeesOf;
    /// @notice What an account can withdraw.
    mapping(address account => uint256 amount) public creditOf;

    constructor(
        address authority,
        IERC20 asset_,
        ICommodities commodities_,
        IQualityModels models_,
        Settlement settlement_,
        IExperiencePower power_,
        uint48 genesis_,
        uint32 epochLength_
    ) EpochClock(genesis_, epochLength_) SelfPermit(asset_) AccessManaged(authority) {
        commodities = commodities_;
        models = models_;
        settlement = settlement_;
        power = power_;
        // For {Settlement-returnToCarry}, which pulls what winners leave over.
        asset_.forceApprove(address(settlement_), type(uint256).max);
        emit BondMultipleSet(0, bondMultiple);
        emit KappaSet(0, kappaBps);
    }

    /* COMMIT AND REVEAL */

    /// @inheritdoc IEvaluations
    function commit(Receipt calldata receipt, PurchaseProof calldata proof, bytes32 salt, bytes32 commitment) external {
        uint32 lotId = receipt.lotId;
        uint32 experiencerId = power.idOf(msg.sender);
        require(experiencerId != 0, NotRegistered(msg.sender));
        require(commitment != 0, NoCommitment());
        require(receipt.fee > 0, NoFee());
        uint32 closing = _checkReporter(lotId, receipt);
        bytes32 buyer = keccak256(abi.encode(msg.sender, salt));
        require(receipt.buyerCommitment == buyer, NotBuyer(receipt.buyerCommitment, buyer));
        Report storage report = _reports[lotId][experiencerId];
        require(report.state == ReportState.None, AlreadyReported(lotId, experiencerId));
        bytes32 digest = settlement.checkPurchase(receipt, proof);

        uint64 fee = SafeCast.toUint64(receipt.fee);
        report.payload = uint256(commitment);
        report.fee = fee;
        report.bondMultiple = bondMultiple;
        report.state = ReportState.Committed;
        committedFeesOf[experiencerId][closing] += fee;
        uint256 bond = uint256(fee) * report.bondMultiple;
        emit ReportCommitted(lotId, experiencerId, commitment, digest, fee, bond);
        AssetTransfers.pull(asset, msg.sender, bond);
    }

    /// @inheritdoc IEvaluations
    function reveal(
        uint32 lotId,
        uint32 experiencerId,
        int32[] calldata values,
        bytes32 evidenceDigest,
        bytes32 salt
    ) external {
        LotTerms memory terms = _ownLot(lotId);
        uint48 from = epochStart(terms.closingEpoch);
        _checkWindow(lotId, from, from + epochLength / 2);
        Report storage report = _reports[lotId][experiencerId];
        _checkState(lotId, experiencerId, report.state, ReportState.Committed);
        require(values.length == terms.parameterCount, ValueCount(values.length, terms.parameterCount));
        Values packed = ValuesLib.pack(values);
        bytes32 given = hashReport(lotId, experiencerId, packed, evidenceDigest, salt);
        require(report.payload == uint256(given), CommitmentMismatch(bytes32(report.payload), given));

        (uint256 power_, uint64 weight) = _weigh(experiencerId, terms.closingEpoch, report.fee);
        report.payload = Values.unwrap(packed);
        report.weight = weight;
        report.state = ReportState.Revealed;
        _addToRound(lotId, terms.parameterCount, weight);
        emit ReportRevealed(lotId, experiencerId, values, evidenceDigest, power_, weight);
    }

    /* TALLY */

    /// @inheritdoc IEvaluations
    function tally(uint32 lotId, int32[] calldata consensus, uint32[] calldata experiencerIds) external {
        Round storage round = _rounds[lotId];
        _checkTally(lotId, round);
        require(consensus.length == round.parameterCount, ValueCount(consensus.length, round.parameterCount));
        Values proposed = ValuesLib.pack(consensus);
        Tally storage stored = _tallies[lotId][msg.sender][proposed];
        Tally memory counting;
        if (stored.counted > 0) counting = stored;
        _count(lotId, proposed, consensus.length, counting, experiencerIds);
        if (counting.counted < round.revealed) {
            (stored.lastId, stored.counted) = (counting.lastId, counting.counted);
            stored.squaredWeights = counting.squaredWeights;
            for (uint256 i; i < consensus.length; ++i) stored.weights[i] = counting.weights[i];
            emit TallyAdvanced(lotId, msg.sender, proposed, counting.counted, round.revealed);
            return;
        }
        uint256 total = round.totalWeight;
        require(
            total * total >= MIN_EFFECTIVE_REPORTS * counting.squaredWeights,
            WeightTooConcentrated(lotId, total, counting.squaredWeights)
        );
        _checkMedian(consensus, counting.weights, total);
        round.state = RoundState.Tallied;
        round.consensus = proposed;
        round.effectiveReports = uint32((100 * total * total) / counting.squaredWeights);
        emit RoundTallied(lotId, consensus, counting.counted, total, round.effectiveReports);
    }

    /// @inheritdoc IEvaluations
    function finalize(uint32 lotId) external {
        LotTerms memory terms = _ownLot(lotId);
        uint32 scoringEpoch = Schedule.scoringEpoch(terms.closingEpoch);
        _checkWindow(lotId, epochStart(scoringEpoch), type(uint48).max);
        Round storage round = _rounds[lotId];
        RoundState state = round.state;
        require(state == RoundState.Open || state == RoundState.Tallied, RoundAlreadyFinal(lotId, state));
        round.scoringEpoch = scoringEpoch;
        uint256 charge;
        int32[] memory base;
        if (!terms.unsealed) {
            round.state = RoundState.Voided;
            charge = _void(lotId, round);
        } else if (state == RoundState.Tallied) {
            round.state = RoundState.Final;
            round.kappaBps = kappaBps;
            base = _learn(lotId, round);
        } else {
            round.state = RoundState.Unproven;
            commodities.concludeUnproven(lotId, round.revealed);
        }
        emit RoundFinalized(lotId, round.state, scoringEpoch, base, charge, round.kappaBps);
    }

    /* SCORE AND PAY */

    /// @inheritdoc IEvaluations
    function score(uint32 lotId, uint32[] calldata experiencerIds) external {
        Round storage round = _rounds[lotId];
        (RoundState state, uint32 scoringEpoch) = (round.state, round.scoringEpoch);
        require(state == RoundState.Final, RoundNotFinal(lotId, state));
        uint48 from = epochStart(scoringEpoch);
        _checkWindow(lotId, from, from + epochLength);
        require(experiencerIds.length > 0, NoReports());
        bool changed;
        for (uint256 i; i < experiencerIds.length; ++i) {
            if (_score(round, lotId, experiencerIds[i])) changed = true;
        }
        require(changed, AlreadyScored(lotId, experiencerIds[0]));
    }

    /// @inheritdoc IEvaluations
    function close(uint32 lotId) external {
        Round storage round = _rounds[lotId];
        RoundState state = round.state;
        require(state != RoundState.Open && state != RoundState.Tallied, RoundNotFinal(lotId, state));
        require(!round.closed, RoundAlreadyClosed(lotId));
        _checkWindow(lotId, epochStart(round.scoringEpoch + 1), type(uint48).max);
        round.closed = true;
        if (state == RoundState.Final) {
            (uint8 winningBucket, uint128 shares, uint32 winners) = _winners(lotId);
            if (shares > 0) {
                (round.winningBucket, round.shares, round.winnersLeft) = (winningBucket, shares, winners);
                round.prize = uint128(settlement.takePot(lotId));
                emit RoundClosed(lotId, round.prize, winningBucket, winners, shares);
                return;
            }
        }
        settlement.carryPot(lotId);
        emit RoundClosed(lotId, 0, 0, 0, 0);
    }

    /// @inheritdoc IEvaluations
    function claim(uint32 lotId, uint32 experiencerId) external {
        Report storage report = _reports[lotId][experiencerId];
        ReportState state = report.state;
        require(state != ReportState.Claimed, AlreadyClaimed(lotId, experiencerId));
        require(state != ReportState.None, WrongReportState(lotId, experiencerId, state, ReportState.Committed));
        uint256 bond = uint256(report.fee) * report.bondMultiple;
        uint256 reward;
        uint256 penalty;
        if (state == ReportState.Committed) {
            uint48 revealEnd = epochStart(_ownLot(lotId).closingEpoch) + epochLength / 2;
            _checkWindow(lotId, revealEnd, type(uint48).max);
            penalty = Math.ceilDiv(bond, UNREVEALED_PENALTY_DIVISOR);
            auditFundAccrued += uint128(penalty);
        } else {
            reward = _settleReward(lotId, report);
        }
        report.state = ReportState.Claimed;
        address account = power.accountOf(experiencerId);
        emit ReportClaimed(lotId, experiencerId, account, bond - penalty, reward, penalty);
        uint256 amount = bond - penalty + reward;
        if (!asset.trySafeTransfer(account, amount)) {
            creditOf[account] += amount;
            emit PaymentCredited(account, amount);
        }
    }

    /// @inheritdoc IEvaluations
    function withdraw(address account) external returns (uint256 amount) {
        amount = creditOf[account];
        require(amount > 0, NothingToWithdraw(account));
        creditOf[account] = 0;
        emit CreditWithdrawn(account, amount);
        asset.safeTransfer(account, amount);
    }

    /// @inheritdoc IEvaluations
    function sweepLeftover(uint32 lotId) external {
        Round storage round = _rounds[lotId];
        bool voided = round.state == RoundState.Voided;
        require(round.closed || voided, RoundNotClosed(lotId));
        require(round.winnersLeft == 0, WinnersLeft(lotId, round.winnersLeft));
        uint256 amount = round.prize - round.paid;
        round.paid = round.prize;
        emit LeftoverSwept(lotId, amount, voided);
        if (voided) auditFundAccrued += uint128(amount);
        else settlement.returnToCarry(lotId, amount);
    }

    /// @inheritdoc IEvaluations
    function collectAuditFund() external {
        address to = settlement.auditFund();
        require(to != address(0), NoRecipient());
        uint256 amount = auditFundAccrued;
        auditFundAccrued = 0;
        emit AuditFundCollected(to, amount);
        asset.safeTransfer(to, amount);
    }

    /* GOVERNANCE */

    /// @notice Sets the bond of reports to come, as a multiple of the fee of their purchase.
    function setBondMultiple(uint8 multiple) external restricted {
        Bounds.check("bondMultiple", multiple, MIN_BOND_MULTIPLE, MAX_BOND_MULTIPLE);
        emit BondMultipleSet(bondMultiple, multiple);
        bondMultiple = multiple;
    }

    /// @notice Sets κ for rounds that become final from now on.
    function setKappa(uint16 bps) external restricted {
        Bounds.check("kappaBps", bps, MIN_KAPPA_BPS, MAX_KAPPA_BPS);
        emit KappaSet(kappaBps, bps);
        kappaBps = bps;
    }

    /* VIEWS */

    /// @inheritdoc IEvaluations
    function roundOf(uint32 lotId) external view returns (Round memory) {
        return _rounds[lotId];
    }

    /// @inheritdoc IEvaluations
    function reportOf(uint32 lotId, uint32 experiencerId) external view returns (Report memory) {
        return _reports[lotId][experiencerId];
    }

    /// @inheritdoc IEvaluations
    function bucketOf(uint32 lotId, uint8 bucket) external view returns (Bucket memory) {
        return _buckets[lotId][bucket];
    }

    /// @inheritdoc IEvaluations
    function rewardOf(uint32 lotId, uint32 experiencerId) external view returns (uint256) {
        Round storage round = _rounds[lotId];
        Report storage report = _reports[lotId][experiencerId];
        return round.closed && _isWinner(round, report) ? _reward(round, report) : 0;
    }

    /// @inheritdoc IEvaluations
    function hashReport(
        uint32 lotId,
        uint32 experiencerId,
        Values values,
        bytes32 evidenceDigest,
        bytes32 salt
    ) public view returns (bytes32) {
        return
            keccak256(
                abi.encode(REPORT, block.chainid, address(this), lotId, experiencerId, values, evidenceDigest, salt)
            );
    }

    /* INTERNAL */

    function _ownLot(uint32 lotId) internal view returns (LotTerms memory terms) {
        terms = commodities.termsOf(lotId);
        require(terms.evaluations == address(this), ForeignLot(lotId, terms.evaluations));
    }

    function _checkReporter(uint32 lotId, Receipt calldata receipt) internal view returns (uint32 closing) {
        LotTerms memory terms = _ownLot(lotId);
        closing = terms.closingEpoch;
        _checkWindow(lotId, epochStart(terms.startEpoch), epochStart(closing));
        require(receipt.epoch >= terms.startEpoch, PurchaseBeforeSale(receipt.epoch, terms.startEpoch));
        // A platform cannot lay the fees of a whole lot, and so all its weight, on one receipt.
        uint256 fee = Math.ceilDiv(uint256(receipt.sales) * terms.feeBps, BPS);
        require(receipt.fee == fee, FeeNotAtRate(lotId, receipt.fee, fee));
        require(
            msg.sender != terms.producer && msg.sender != models.ownerOf(terms.modelId),
            ConflictOfInterest(lotId, msg.sender)
        );
    }

    function _checkWindow(uint32 lotId, uint48 from, uint48 until) internal view {
        require(block.timestamp >= from && block.timestamp < until, OutsideWindow(lotId, from, until));
    }

    function _checkState(uint32 lotId, uint32 experiencerId, ReportState given, ReportState needed) internal pure {
        require(given == needed, WrongReportState(lotId, experiencerId, given, needed));
    }

    /// @dev Power is divided among the lots one works on, in proportion to the fees behind the reports, so neither more lots
    /// nor more identities give more weight.
    function _weigh(
        uint32 experiencerId,
        uint32 closing,
        uint256 fee
    ) internal view returns (uint256 power_, uint64 weight) {
        uint256 committed = committedFeesOf[experiencerId][closing];
        power_ = power.powerAt(experiencerId, epochStart(closing)) + committed;
        weight = uint64(Math.min((power_ * fee) / committed, type(uint64).max));
    }

    function _addToRound(uint32 lotId, uint8 parameterCount, uint256 weight) internal {
        Round storage round = _rounds[lotId];
        round.totalWeight += uint96(weight);
        ++round.revealed;
        round.parameterCount = parameterCount;
    }

    function _checkTally(uint32 lotId, Round storage round) internal view {
        LotTerms memory terms = _ownLot(lotId);
        uint48 from = epochStart(terms.closingEpoch) + epochLength / 2;
        _checkWindow(lotId, from, epochStart(Schedule.scoringEpoch(terms.closingEpoch)));
        require(round.state == RoundState.Open, RoundAlreadyTallied(lotId));
        require(terms.unsealed, ClaimsStillSealed(lotId));
        require(round.revealed >= MIN_REPORTS, NotEnoughReports(lotId, round.revealed, MIN_REPORTS));
    }

    /// @dev Adds every report's weight, per parameter, to the side of the proposed value on which it lies.
    function _count(
        uint32 lotId,
        Values proposed,
        uint256 parameters,
        Tally memory counting,
        uint32[] calldata experiencerIds
    ) internal view {
        uint256 lastId = counting.lastId;
        uint256 squared = counting.squaredWeights;
        for (uint256 k; k < experiencerIds.length; ++k) {
            uint32 experiencerId = experiencerIds[k];
            require(experiencerId > lastId, TallyOrder(uint32(lastId), experiencerId));
            lastId = experiencerId;
            Report storage report = _reports[lotId][experiencerId];
            _checkState(lotId, experiencerId, report.state, ReportState.Revealed);
            uint256 weight = report.weight;
            squared += weight * weight;
            _weighReport(counting.weights, Values.wrap(report.payload), proposed, parameters, weight);
        }
        counting.lastId = uint32(lastId);
        counting.counted += uint32(experiencerIds.length);
        counting.squaredWeights = uint192(squared);
    }

    /// @dev `weights[i] += (value ≤ proposed ? weight << 128 : 0) + (value < proposed ? weight : 0)` for every parameter. The sums
    /// of at most 2^32 weights below 2^64 stay inside their halves.
    function _weighReport(
        uint256[8] memory weights,
        Values values,
        Values proposed,
        uint256 parameters,
        uint256 weight
    ) internal pure {
        assembly ("memory-safe") {
            let end := add(weights, shl(5, parameters))
            for {
                let slot := weights
            } lt(slot, end) {
                slot := add(slot, 0x20)
            } {
                let value := signextend(3, values)
                let limit := signextend(3, proposed)
                let upTo := shl(128, mul(weight, iszero(sgt(value, limit))))
                mstore(slot, add(mload(slot), add(upTo, mul(weight, slt(value, limit)))))
                values := shr(32, values)
                proposed := shr(32, proposed)
            }
        }
    }

    /// @dev R is the lower weighted median if weight(v < R) < ½ ≤ weight(v ≤ R): exactly one reported value is.
    function _checkMedian(int32[] calldata consensus, uint256[8] memory weights, uint256 total) internal pure {
        for (uint256 i; i < consensus.length; ++i) {
            uint256 below = uint128(weights[i]);
            uint256 upTo = weights[i] >> 128;
            require(2 * below < total && total <= 2 * upTo, NotMedian(i, consensus[i], below, upTo, total));
        }
    }

    function _void(uint32 lotId, Round storage round) internal returns (uint256 charge) {
        charge = commodities.concludeSealed(lotId);
        if (round.revealed == 0) {
            auditFundAccrued += uint128(charge);
        } else {
            round.prize = uint128(charge);
            round.shares = round.totalWeight;
            round.winnersLeft = round.revealed;
        }
    }

    /// @dev Records the twin and keeps what scoring needs; gives what was known before of every parameter.
    function _learn(uint32 lotId, Round storage round) internal returns (int32[] memory) {
        Values consensus = round.consensus;
        ScoringBasis memory basis = commodities.concludeProven(
            lotId,
            consensus,
            round.revealed,
            round.effectiveReports
        );
        round.tolerances = basis.tolerances;
        round.basis = Scoring.basisOf(basis.base, consensus, basis.tolerances, basis.weights);
        // So that no scorer pays for the epoch's checkpoint of the total.
        power.prepareEpoch();
        return basis.base.unpack(round.parameterCount);
    }

    /// @dev Whether anything changed. Fees nominated after a first scoring are added as a difference, so that whoever scores
    /// early cannot cut anybody's reward.
    function _score(Round storage round, uint32 lotId, uint32 experiencerId) internal returns (bool) {
        Report storage report = _reports[lotId][experiencerId];
        ReportState state = report.state;
        bool first = state == ReportState.Revealed;
        if (!first) _checkState(lotId, experiencerId, state, ReportState.Scored);
        uint256 nominated = Math.min(settlement.nominatedOf(lotId, experiencerId), type(uint64).max);
        uint256 before = report.nominated;
        if (!first && nominated == before) return false;
        (uint256 accuracy, uint256 quality) = first
            ? _assess(round, Values.wrap(report.payload))
            : (report.accuracy, report.quality);
        (report.accuracy, report.quality) = (uint16(accuracy), uint16(quality));
        (report.nominated, report.state) = (uint64(nominated), ReportState.Scored);
        uint256 earned;
        unchecked {
            earned = (nominated * accuracy) / Scoring.ONE - (before * accuracy) / Scoring.ONE;
        }
        _addToBucket(lotId, quality, first ? report.weight : 0, (nominated - before) * quality * quality);
        emit ReportScored(lotId, experiencerId, accuracy, quality, nominated, earned);
        if (earned > 0) power.mint(experiencerId, earned);
        return true;
    }

    function _assess(Round storage round, Values reported) internal view returns (uint256 accuracy, uint256 quality) {
        return Scoring.assess(reported, round.consensus, round.tolerances, round.basis);
    }

    /// @param weight Of a report that is new in the bucket, 0 for one that only got more shares.
    function _addToBucket(uint32 lotId, uint256 quality, uint256 weight, uint256 shares) internal {
        Bucket storage stored = _buckets[lotId][Scoring.bucketOf(quality)];
        Bucket memory bucket = stored;
        if (weight > 0) {
            bucket.weight += uint96(weight);
            ++bucket.count;
        }
        bucket.shares += uint128(shares);
        (stored.weight, stored.shares, stored.count) = (bucket.weight, bucket.shares, bucket.count);
    }

    /// @dev The best buckets that together hold at least a third of the scored weight.
    function _winners(uint32 lotId) internal view returns (uint8 lowest, uint128 shares, uint32 winners) {
        mapping(uint8 => Bucket) storage buckets = _buckets[lotId];
        uint256 scored;
        for (uint8 b; b <= TOP_BUCKET; ++b) scored += buckets[b].weight;
        uint256 held;
        for (lowest = TOP_BUCKET + 1; lowest > 1 && (held == 0 || WINNING_DIVISOR * held < scored);) {
            Bucket storage bucket = buckets[--lowest];
            held += bucket.weight;
            shares += bucket.shares;
            winners += bucket.count;
        }
    }

    function _isWinner(Round storage round, Report storage report) internal view returns (bool) {
        return
            report.state >= ReportState.Scored &&
            round.shares > 0 &&
            report.quality > 0 &&
            Scoring.bucketOf(report.quality) >= round.winningBucket;
    }

    function _reward(Round storage round, Report storage report) internal view returns (uint256) {
        uint256 share = uint256(report.nominated) * report.quality * report.quality;
        return Math.min((uint256(report.nominated) * round.kappaBps) / BPS, (round.prize * share) / round.shares);
    }

    /// @dev What a revealed report earns, booked as paid.
    function _settleReward(uint32 lotId, Report storage report) internal returns (uint256 reward) {
        Round storage round = _rounds[lotId];
        RoundState state = round.state;
        if (state == RoundState.Unproven) return 0;
        if (state == RoundState.Voided) {
            reward = (uint256(round.prize) * report.weight) / round.shares;
        } else {
            require(round.closed, RoundNotClosed(lotId));
            if (!_isWinner(round, report)) return 0;
            reward = _reward(round, report);
        }
        --round.winnersLeft;
        round.paid += uint128(reward);
    }
}
