// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {Values} from "../shared/Values.sol";
import {Bounties} from "./Bounties.sol";
import {IEvaluations, Report, ReportState, Round, RoundState} from "./IEvaluations.sol";
import {Outcomes} from "./Outcomes.sol";
import {Scoring} from "./Scoring.sol";

/// @title Rewards
/// @notice Scores of reports, winners of a round, and what everybody gets.
abstract contract Rewards is Bounties {
    using SafeERC20 for IERC20;

    uint256 private constant UNREVEALED_PENALTY_DIVISOR = 10;

    mapping(uint32 lotId => mapping(uint8 rank => Bucket bucket)) private _buckets;

    /// @inheritdoc IEvaluations
    function score(uint32 lotId, uint32[] calldata experiencerIds) external {
        Round storage round = _rounds[lotId];
        (RoundState state, uint32 scoringEpoch, bool overturned) = (round.state, round.scoringEpoch, round.overturned);
        require(state == RoundState.Final, RoundNotFinal(lotId, state));
        uint48 from = epochStart(scoringEpoch);
        _checkWindow(lotId, from, from + epochLength);
        require(experiencerIds.length > 0, NoReports());
        bool changed;
        for (uint256 i; i < experiencerIds.length; ++i) {
            if (_score(round, lotId, experiencerIds[i], overturned)) changed = true;
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
            (uint8 winningBucket, uint128 shares, uint32 winners) = Outcomes.winners(_buckets[lotId]);
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
        } else if (_isSlashed(_rounds[lotId], report)) {
            require(_rounds[lotId].closed, RoundNotClosed(lotId));
            penalty = bond;
            _slash(lotId, experiencerId, bond);
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
    function bucketOf(uint32 lotId, uint8 bucket) external view returns (Bucket memory) {
        return _buckets[lotId][bucket];
    }

    /// @inheritdoc IEvaluations
    function rewardOf(uint32 lotId, uint32 experiencerId) external view returns (uint256) {
        Round storage round = _rounds[lotId];
        Report storage report = _reports[lotId][experiencerId];
        return round.closed && _isWinner(round, report) ? _reward(round, report) : 0;
    }

    /// @dev Whether anything changed. Fees nominated after a first scoring are added as a difference, so that whoever scores
    /// early cannot cut anybody's reward.
    function _score(Round storage round, uint32 lotId, uint32 experiencerId, bool overturned) private returns (bool) {
        Report storage report = _reports[lotId][experiencerId];
        ReportState state = report.state;
        bool first = state == ReportState.Revealed;
        if (!first) _checkState(lotId, experiencerId, state, ReportState.Scored);
        uint256 nominated = Math.min(settlement.nominatedOf(lotId, experiencerId), type(uint64).max);
        uint256 before = report.nominated;
        if (!first && nominated == before) return false;
        (uint256 accuracy, uint256 quality) = first
            ? _assess(round, Values.wrap(report.payload), overturned)
            : (report.accuracy, report.quality);
        (report.accuracy, report.quality) = (uint16(accuracy), uint16(quality));
        (report.nominated, report.state) = (uint64(nominated), ReportState.Scored);
        uint256 earned;
        uint256 shares;
        // Nominations only grow, fit 64 bits, and scores are at most 256.
        unchecked {
            earned = (nominated * accuracy) / Scoring.ONE - (before * accuracy) / Scoring.ONE;
            shares = (nominated - before) * quality * quality;
        }
        _addToBucket(lotId, quality, first ? report.weight : 0, shares);
        emit ReportScored(lotId, experiencerId, accuracy, quality, nominated, earned);
        if (earned > 0) power.mint(experiencerId, earned);
        return true;
    }

    function _assess(
        Round storage round,
        Values reported,
        bool overturned
    ) private view returns (uint256 accuracy, uint256 quality) {
        (Values consensus, uint256 tolerances) = (round.consensus, round.tolerances);
        if (overturned && Scoring.isFar(reported, consensus, tolerances)) return (0, 0);
        return Scoring.assess(reported, consensus, tolerances, round.basis);
    }

    /// @dev Nobody is slashed by a majority: only where a court put another consensus in the place of the reporters'.
    function _isSlashed(Round storage round, Report storage report) private view returns (bool) {
        return round.overturned && Scoring.isFar(Values.wrap(report.payload), round.consensus, round.tolerances);
    }

    function _slash(uint32 lotId, uint32 experiencerId, uint256 bond) private {
        (address challenger, uint256 bounty, ) = _share(lotId, bond);
        emit ReportSlashed(lotId, experiencerId, challenger, bond, bounty);
    }

    /// @param weight Of a report that is new in the bucket, 0 for one that only got more shares.
    function _addToBucket(uint32 lotId, uint256 quality, uint256 weight, uint256 shares) private {
        Bucket storage stored = _buckets[lotId][Scoring.bucketOf(quality)];
        Bucket memory bucket = stored;
        if (weight > 0) {
            bucket.weight += uint96(weight);
            ++bucket.count;
        }
        bucket.shares += uint128(shares);
        (stored.weight, stored.shares, stored.count) = (bucket.weight, bucket.shares, bucket.count);
    }

    function _isWinner(Round storage round, Report storage report) private view returns (bool) {
        return
            report.state >= ReportState.Scored &&
            round.shares > 0 &&
            report.quality > 0 &&
            Scoring.bucketOf(report.quality) >= round.winningBucket;
    }

    function _reward(Round storage round, Report storage report) private view returns (uint256) {
        uint256 share = uint256(report.nominated) * report.quality * report.quality;
        return Math.min((uint256(report.nominated) * round.kappaBps) / BPS, (round.prize * share) / round.shares);
    }

    /// @dev What a revealed report earns, booked as paid.
    function _settleReward(uint32 lotId, Report storage report) private returns (uint256 reward) {
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
