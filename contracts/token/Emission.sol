// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {Multicall} from "@openzeppelin/contracts/utils/Multicall.sol";
import {BitMaps} from "@openzeppelin/contracts/utils/structs/BitMaps.sol";
import {ICommodities} from "../commodities/ICommodities.sol";
import {Report, ReportState, Round, RoundState} from "../experience/IEvaluations.sol";
import {RoundStore} from "../experience/RoundStore.sol";
import {Scoring} from "../experience/Scoring.sol";
import {EpochClock} from "../shared/EpochClock.sol";
import {CommuneToken} from "./CommuneToken.sol";
import {EmissionSchedule} from "./EmissionSchedule.sol";
import {IEmission, MinedRound} from "./IEmission.sol";

/// @title Emission
/// @notice Mints the CTT that is mined. It believes what the evaluations contract says that Commodities bound to a lot when the lot
/// was offered, and for that lot only; ids belong to the register which that contract uses. So a newly appointed evaluations contract
/// needs nothing here and an old one's rounds run off. Whatever it says, a round's winners get at most the part that was
/// registered for it, so that no epoch ever mints more than its amount.
contract Emission is IEmission, EpochClock, Multicall, AccessManaged {
    using BitMaps for BitMaps.BitMap;

    CommuneToken public immutable token;
    ICommodities public immutable commodities;
    /// @inheritdoc IEmission
    uint32 public immutable firstEpoch;

    /// @inheritdoc IEmission
    address public treasury;
    /// @inheritdoc IEmission
    uint32 public treasuryUntil;
    /// @inheritdoc IEmission
    mapping(uint32 epoch => uint256 shares) public sharesOf;
    mapping(uint32 lotId => MinedRound round) private _rounds;
    mapping(uint32 lotId => BitMaps.BitMap experiencerIds) private _claimed;

    constructor(
        address authority,
        CommuneToken token_,
        ICommodities commodities_,
        address treasury_,
        uint48 genesis_,
        uint32 epochLength_
    ) EpochClock(genesis_, epochLength_) AccessManaged(authority) {
        (token, commodities) = (token_, commodities_);
        firstEpoch = treasuryUntil = currentEpoch();
        treasury = treasury_;
        emit EmissionStarted(firstEpoch);
        emit TreasuryAppointed(treasury_);
    }

    /* MINING */

    /// @inheritdoc IEmission
    function register(uint32 lotId) external {
        require(_rounds[lotId].evaluations == address(0), RoundAlreadyRegistered(lotId));
        address evaluations = commodities.termsOf(lotId).evaluations;
        Round memory round = RoundStore(evaluations).roundOf(lotId);
        // A voided round has shares, too: of a charge, by weight.
        require(round.state == RoundState.Final && round.closed && round.shares > 0, NothingMined(lotId));
        uint32 epoch = round.scoringEpoch;
        require(epoch >= firstEpoch, BeforeEmission(lotId, epoch, firstEpoch));
        (uint48 from, uint48 until) = (epochStart(epoch + 1), epochStart(epoch + 2));
        require(block.timestamp >= from && block.timestamp < until, OutsideRegistration(lotId, from, until));
        _rounds[lotId] = MinedRound(evaluations, epoch, round.winningBucket, round.shares, 0);
        uint256 epochShares = sharesOf[epoch] + round.shares;
        sharesOf[epoch] = epochShares;
        emit RoundRegistered(lotId, epoch, evaluations, round.shares, epochShares);
    }

    /// @inheritdoc IEmission
    function claim(uint32 lotId, uint32 experiencerId) external returns (uint256 amount) {
        MinedRound storage round = _rounds[lotId];
        (address evaluations, uint32 epoch) = (round.evaluations, round.epoch);
        require(evaluations != address(0), RoundNotRegistered(lotId));
        require(currentEpoch() >= epoch + 2, RegistrationOpen(epoch, epochStart(epoch + 2)));
        require(!_claimed[lotId].get(experiencerId), AlreadyMined(lotId, experiencerId));
        uint256 share = _shareOf(round, lotId, experiencerId);
        require(share > 0, NotWinner(lotId, experiencerId));
        _claimed[lotId].set(experiencerId);
        uint256 claimed = round.claimed + share;
        require(claimed <= round.shares, SharesExceeded(lotId, claimed, round.shares));
        round.claimed = uint128(claimed);
        amount = _amountOf(epoch, share);
        address account = RoundStore(evaluations).power().accountOf(experiencerId);
        emit WorkMined(lotId, experiencerId, account, epoch, amount);
        token.mint(account, amount);
    }

    /* TREASURY */

    /// @inheritdoc IEmission
    function mintTreasury() external returns (uint256 amount) {
        uint32 from = treasuryUntil;
        amount = treasuryDue();
        require(amount > 0, NothingDue(from));
        uint32 until = currentEpoch();
        treasuryUntil = until;
        emit TreasuryMined(treasury, from, until, amount);
        token.mint(treasury, amount);
    }

    /// @inheritdoc IEmission
    function appointTreasury(address treasury_) external restricted {
        treasury = treasury_;
        emit TreasuryAppointed(treasury_);
    }

    /* VIEWS */

    /// @inheritdoc IEmission
    function miningOf(uint32 lotId) external view returns (MinedRound memory) {
        return _rounds[lotId];
    }

    /// @inheritdoc IEmission
    function amountsOf(uint32 epoch) external view returns (uint256, uint256) {
        if (epoch < firstEpoch) return (0, 0);
        uint256 elapsed = epoch - firstEpoch;
        return (EmissionSchedule.winnersPart(elapsed), EmissionSchedule.treasuryPart(elapsed));
    }

    /// @inheritdoc IEmission
    function isClaimed(uint32 lotId, uint32 experiencerId) external view returns (bool) {
        return _claimed[lotId].get(experiencerId);
    }

    /// @inheritdoc IEmission
    function minedBy(uint32 lotId, uint32 experiencerId) external view returns (uint256) {
        MinedRound storage round = _rounds[lotId];
        if (round.evaluations == address(0)) return 0;
        return _amountOf(round.epoch, _shareOf(round, lotId, experiencerId));
    }

    /// @inheritdoc IEmission
    function treasuryDue() public view returns (uint256) {
        uint256 due = EmissionSchedule.treasuryTotal(currentEpoch() - firstEpoch);
        return due - EmissionSchedule.treasuryTotal(treasuryUntil - firstEpoch);
    }

    /// @dev Whoever gets a reward of the round by {IEvaluations-rewardOf} has a share, and nobody else.
    function _shareOf(MinedRound storage round, uint32 lotId, uint32 experiencerId) private view returns (uint256) {
        Report memory report = RoundStore(round.evaluations).reportOf(lotId, experiencerId);
        bool won =
            report.state >= ReportState.Scored &&
                report.quality > 0 &&
                Scoring.bucketOf(report.quality) >= round.winningBucket;
        return won ? uint256(report.nominated) * report.quality * report.quality : 0;
    }

    /// @dev Rounded down; what rounding leaves is never minted.
    function _amountOf(uint32 epoch, uint256 share) private view returns (uint256) {
        // Below 2^81 · 2^96.
        return (EmissionSchedule.winnersPart(epoch - firstEpoch) * share) / sharesOf[epoch];
    }
}
