// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {ISettlement} from "../settlement/ISettlement.sol";
import {AssetTransfers} from "../shared/AssetTransfers.sol";
import {Bounds} from "../shared/Bounds.sol";
import {SelfPermit} from "../shared/SelfPermit.sol";
import {IPlatforms, Platform} from "./IPlatforms.sol";
import {PlatformRegistry} from "./PlatformRegistry.sol";

/// @title PlatformBonds
/// @notice What platforms put up. It leaves slowly, later than everything it stands behind can be challenged; and slashes take
/// less than a quarter of it in one epoch, so that a stolen key or a mistake costs a platform a part and not all.
abstract contract PlatformBonds is PlatformRegistry, SelfPermit {
    using SafeERC20 for IERC20;

    /// @dev Epochs after the start of a statement's own in which its leaves can be demanded: nothing is possible later.
    uint32 internal constant DEMAND_EPOCHS = 9;
    /// @dev More than {DEMAND_EPOCHS}, so that the statements of the epochs before and after the request still can be posted.
    uint32 private constant WITHDRAWAL_EPOCHS = 12;
    uint32 private constant MIN_BOND_NOTICE_EPOCHS = 5;
    /// @dev A case takes at most an eighth of the bond, and none is settled in an epoch in which an eighth was taken.
    uint256 private constant SLASH_DIVISOR = 8;
    /// @dev What a lost case costs at least: a fortieth of the bond.
    uint256 private constant LEAST_PENALTY_DIVISOR = 40;
    /// @dev What is lost for a receipt that was not settled, as a multiple of the money it kept back: cheating does not pay where
    /// more than one of eleven such receipts are challenged.
    uint256 private constant PENALTY_FACTOR = 10;
    uint72 private constant LOWEST_MIN_BOND = 1e8;
    uint72 private constant HIGHEST_MIN_BOND = 1e12;
    ISettlement public immutable settlement;

    uint72 private _minBond = 10_000e6;
    uint72 private _nextMinBond = 10_000e6;
    uint32 private _nextMinBondFrom;

    constructor(ISettlement settlement_) {
        settlement = settlement_;
    }

    /// @inheritdoc IPlatforms
    function setMinBond(uint72 amount) external restricted {
        Bounds.check("minBond", amount, LOWEST_MIN_BOND, HIGHEST_MIN_BOND);
        _minBond = uint72(minBond());
        (_nextMinBond, _nextMinBondFrom) = (amount, currentEpoch() + MIN_BOND_NOTICE_EPOCHS);
        emit MinBondSet(amount, _nextMinBondFrom);
    }

    /// @inheritdoc IPlatforms
    function depositBond(uint32 platformId, uint72 amount) external {
        Platform storage platform = _platform(platformId);
        uint72 bond = platform.bond + amount;
        platform.bond = bond;
        emit BondDeposited(platformId, msg.sender, amount, bond);
        AssetTransfers.pull(asset, msg.sender, amount);
    }

    /// @inheritdoc IPlatforms
    function requestWithdrawal(uint32 platformId, uint72 amount) external {
        Platform storage platform = _own(platformId);
        require(amount <= platform.bond, BondExceeded(amount, platform.bond));
        uint32 leaveEpoch = amount == 0 ? 0 : currentEpoch() + WITHDRAWAL_EPOCHS;
        (platform.leaving, platform.leaveEpoch) = (amount, leaveEpoch);
        emit BondWithdrawalRequested(platformId, amount, leaveEpoch);
    }

    /// @inheritdoc IPlatforms
    function withdrawBond(uint32 platformId) external returns (uint256 amount) {
        Platform storage platform = _own(platformId);
        (uint72 leaving, uint32 leaveEpoch, uint72 bond) = (platform.leaving, platform.leaveEpoch, platform.bond);
        require(leaving > 0, NoWithdrawalRequested(platformId));
        require(currentEpoch() >= leaveEpoch, WithdrawalNotDue(platformId, leaveEpoch));
        uint24 cases = platform.openCases;
        require(cases == 0, CasesOpen(platformId, cases));
        amount = Math.min(leaving, bond);
        bond -= uint72(amount);
        (platform.leaving, platform.leaveEpoch, platform.bond) = (0, 0, bond);
        emit BondWithdrawn(platformId, msg.sender, amount, bond);
        asset.safeTransfer(msg.sender, amount);
    }

    /// @inheritdoc IPlatforms
    function collectAudit(uint32 platformId) external returns (uint256 amount) {
        Platform storage platform = _platform(platformId);
        address to = settlement.auditFund();
        amount = platform.auditAccrued;
        require(amount > 0, NothingToCollect(platformId));
        require(to != address(0), ISettlement.NoRecipient());
        platform.auditAccrued = 0;
        emit AuditCollected(platformId, to, amount);
        asset.safeTransfer(to, amount);
    }

    /// @inheritdoc IPlatforms
    function recordStatement(uint32 platformId, address operator, uint32 epoch) external {
        require(msg.sender == address(settlement), NotSettlement(msg.sender));
        Platform storage platform = _platforms[platformId];
        require(platform.operator != address(0), PlatformNotAdmitted(platformId));
        require(platform.operator == operator, NotOperator(platformId, operator));
        // What it sold before it was suspended it settles: a suspension takes nothing from payees, and excuses nobody.
        if (platform.suspended && suspendedSince(platformId) < epochStart(epoch))
            revert PlatformIsSuspended(platformId);
        (uint256 cover, uint256 required) = (coverOf(platformId, epoch), minBond());
        require(cover >= required, BondTooLow(platformId, cover, required));
        platform.statementsUntil = epoch + 1;
    }

    /// @inheritdoc IPlatforms
    function coverOf(uint32 platformId, uint32 epoch) public view returns (uint256) {
        Platform storage platform = _platforms[platformId];
        (uint256 bond, uint256 leaving) = (platform.bond, platform.leaving);
        if (leaving == 0 || platform.leaveEpoch >= uint256(epoch) + DEMAND_EPOCHS) return bond;
        return Math.saturatingSub(bond, leaving);
    }

    /// @inheritdoc IPlatforms
    function minBond() public view returns (uint256) {
        return currentEpoch() >= _nextMinBondFrom ? _nextMinBond : _minBond;
    }

    /// @dev Takes what a lost case costs from the bond: what was `owed` to payees, and a penalty for what was kept back; both cut
    /// in proportion where they exceed what one case may take, so that a platform that owes itself gets no more out than others.
    /// @return amount What the bond lost.
    /// @return compensation Its part for payees.
    /// @return reward Half of the penalty, for the challenger; the rest accrues for the audit fund.
    function _slash(
        Platform storage platform,
        uint256 owed,
        uint256 keptBack
    ) internal returns (uint256 amount, uint256 compensation, uint256 reward) {
        uint32 epoch = currentEpoch();
        (uint256 bond, uint256 slashed) = (platform.bond, platform.slashed);
        if (platform.slashEpoch != epoch) slashed = 0;
        // Few values of 73 bits and small factors, and parts of `bond`: nothing overflows.
        unchecked {
            uint256 whole = bond + slashed;
            uint256 limit = (whole + SLASH_DIVISOR - 1) / SLASH_DIVISOR;
            require(slashed < limit || bond == 0, SlashingCapReached(epoch + 1));
            uint256 due = (whole + LEAST_PENALTY_DIVISOR - 1) / LEAST_PENALTY_DIVISOR;
            if (PENALTY_FACTOR * keptBack > due) due = PENALTY_FACTOR * keptBack;
            due += owed;
            amount = due < limit ? due : limit;
            if (amount > bond) amount = bond;
            if (owed > 0) compensation = (amount * owed) / due;
            reward = (amount - compensation) / 2;
            // Grows until it is collected, which anyone may do: cut to its lane it would be lost.
            whole = SafeCast.toUint72(platform.auditAccrued + amount - compensation - reward);
            // All four are in one slot: nothing between them, so that it is written once.
            platform.bond = uint72(bond - amount);
            platform.slashed = uint72(slashed + amount);
            platform.slashEpoch = epoch;
            platform.auditAccrued = uint72(whole);
        }
    }
}
