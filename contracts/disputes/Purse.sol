// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IArbitrator} from "@kleros/erc-792/contracts/IArbitrator.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Address} from "@openzeppelin/contracts/utils/Address.sol";
import {ISettlement} from "../settlement/ISettlement.sol";
import {SelfPermit} from "../shared/SelfPermit.sol";
import {IDisputes} from "./IDisputes.sol";
import {Ledger} from "./Ledgers.sol";

/// @title Purse
/// @notice Money and coins that wait to be fetched.
abstract contract Purse is IDisputes, SelfPermit {
    using SafeERC20 for IERC20;

    ISettlement public immutable settlement;

    Ledger internal _ledger;
    /// @notice Contracts that were ever appointed to rule on cases.
    mapping(IArbitrator arbitrator => bool known) public isArbitrator;
    /// @notice Coins that an arbitrator paid back, as long as nobody has reclaimed them.
    mapping(IArbitrator arbitrator => uint256 coins) public returnedBy;

    constructor(ISettlement settlement_) {
        settlement = settlement_;
    }

    /// @notice Takes what an arbitrator pays back, such as fees of a jury that could not be drawn.
    receive() external payable {
        _takeBack(IArbitrator(msg.sender));
    }

    /// @inheritdoc IDisputes
    function withdraw(address account) external returns (uint256 amount) {
        amount = _ledger.creditOf[account];
        require(amount > 0, NothingToWithdraw(account));
        _ledger.creditOf[account] = 0;
        emit CreditWithdrawn(account, amount);
        asset.safeTransfer(account, amount);
    }

    /// @inheritdoc IDisputes
    function withdrawCoins(address payable account) external returns (uint256 amount) {
        amount = _ledger.coinsOf[account];
        require(amount > 0, NothingToWithdraw(account));
        _ledger.coinsOf[account] = 0;
        emit CoinsWithdrawn(account, amount);
        Address.sendValue(account, amount);
    }

    /// @inheritdoc IDisputes
    function collectAuditFund() external {
        address to = settlement.auditFund();
        require(to != address(0), NoRecipient());
        uint256 amount = _ledger.auditFund;
        _ledger.auditFund = 0;
        emit AuditFundCollected(to, amount);
        asset.safeTransfer(to, amount);
    }

    /// @inheritdoc IDisputes
    function creditOf(address account) external view returns (uint256) {
        return _ledger.creditOf[account];
    }

    /// @inheritdoc IDisputes
    function coinsOf(address account) external view returns (uint256) {
        return _ledger.coinsOf[account];
    }

    /// @notice Accrued for the audit fund and not collected yet.
    function auditFundAccrued() external view returns (uint256) {
        return _ledger.auditFund;
    }

    function _takeBack(IArbitrator by) private {
        require(isArbitrator[by], NotArbitrator(msg.sender));
        returnedBy[by] += msg.value;
        emit FeesReturned(by, msg.value);
    }
}
