// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ICommodities, LotTerms} from "../commodities/ICommodities.sol";
import {IQualityModels} from "../models/IQualityModels.sol";
import {Settlement} from "../settlement/Settlement.sol";
import {EpochClock} from "../shared/EpochClock.sol";
import {SelfPermit} from "../shared/SelfPermit.sol";
import {IEvaluations, Report, ReportState, Round} from "./IEvaluations.sol";
import {IExperiencePower} from "./IExperiencePower.sol";

/// @title RoundStore
/// @notice What all stages of a round share: its reports, the contracts it depends on, and money that waits to be fetched.
abstract contract RoundStore is IEvaluations, EpochClock, SelfPermit, AccessManaged {
    using SafeERC20 for IERC20;

    uint256 internal constant BPS = 10_000;

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

    mapping(uint32 lotId => Round round) internal _rounds;
    mapping(uint32 lotId => mapping(uint32 experiencerId => Report report)) internal _reports;
    /// @notice What an account can withdraw.
    mapping(address account => uint256 amount) public creditOf;

    constructor(ICommodities commodities_, IQualityModels models_, Settlement settlement_, IExperiencePower power_) {
        commodities = commodities_;
        models = models_;
        settlement = settlement_;
        power = power_;
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
    function collectAuditFund() external {
        address to = settlement.auditFund();
        require(to != address(0), NoRecipient());
        uint256 amount = auditFundAccrued;
        auditFundAccrued = 0;
        emit AuditFundCollected(to, amount);
        asset.safeTransfer(to, amount);
    }

    /// @inheritdoc IEvaluations
    function roundOf(uint32 lotId) external view returns (Round memory) {
        return _rounds[lotId];
    }

    /// @inheritdoc IEvaluations
    function reportOf(uint32 lotId, uint32 experiencerId) external view returns (Report memory) {
        return _reports[lotId][experiencerId];
    }

    function _ownLot(uint32 lotId) internal view returns (LotTerms memory terms) {
        terms = commodities.termsOf(lotId);
        require(terms.evaluations == address(this), ForeignLot(lotId, terms.evaluations));
    }

    function _checkWindow(uint32 lotId, uint48 from, uint48 until) internal view {
        require(block.timestamp >= from && block.timestamp < until, OutsideWindow(lotId, from, until));
    }

    function _checkState(uint32 lotId, uint32 experiencerId, ReportState given, ReportState needed) internal pure {
        require(given == needed, WrongReportState(lotId, experiencerId, given, needed));
    }
}
