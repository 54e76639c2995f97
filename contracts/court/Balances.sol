// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Address} from "@openzeppelin/contracts/utils/Address.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {CourtRules} from "./CourtRules.sol";
import {ICourt} from "./ICourt.sol";

/// @title Balances
/// @notice What the court owes. Nothing is ever sent but to who withdraws.
abstract contract Balances is CourtRules {
    using SafeERC20 for IERC20;

    struct Balance {
        uint128 coins;
        uint128 tokens;
    }

    mapping(address account => Balance balance) private _balances;
    Balance private _treasuryBalance;

    /// @inheritdoc ICourt
    function withdraw(address payable account) external returns (uint256 coins, uint256 tokens) {
        (coins, tokens) = _take(_balances[account]);
        require(coins > 0 || tokens > 0, NothingToWithdraw(account));
        emit Withdrawn(account, coins, tokens);
        _pay(account, coins, tokens);
    }

    /// @inheritdoc ICourt
    function collectTreasury() external returns (uint256 coins, uint256 tokens) {
        address to = treasury;
        require(to != address(0), NoTreasury());
        (coins, tokens) = _take(_treasuryBalance);
        require(coins > 0 || tokens > 0, NothingToWithdraw(to));
        emit TreasuryCollected(to, coins, tokens);
        _pay(payable(to), coins, tokens);
    }

    /// @inheritdoc ICourt
    function balanceOf(address account) external view returns (uint256 coins, uint256 tokens) {
        Balance storage balance = _balances[account];
        return (balance.coins, balance.tokens);
    }

    /// @inheritdoc ICourt
    function treasuryBalance() external view returns (uint256 coins, uint256 tokens) {
        return (_treasuryBalance.coins, _treasuryBalance.tokens);
    }

    function _credit(address account, uint256 coins, uint256 tokens) internal {
        _add(_balances[account], coins, tokens);
    }

    function _creditTreasury(uint256 coins, uint256 tokens) internal {
        _add(_treasuryBalance, coins, tokens);
    }

    /// @dev Keeps what was paid beyond the cost for the caller.
    function _refundExcess(uint256 disputeId, uint256 cost) internal {
        require(msg.value >= cost, ArbitrationUnderpaid(msg.value, cost));
        if (msg.value > cost) _refund(disputeId, msg.sender, msg.value - cost);
    }

    function _refund(uint256 disputeId, address account, uint256 amount) internal {
        _credit(account, amount, 0);
        emit Refunded(disputeId, account, amount);
    }

    function _add(Balance storage balance, uint256 coins, uint256 tokens) private {
        if (coins > 0) balance.coins = SafeCast.toUint128(balance.coins + coins);
        if (tokens > 0) balance.tokens = SafeCast.toUint128(balance.tokens + tokens);
    }

    function _take(Balance storage balance) private returns (uint256 coins, uint256 tokens) {
        (coins, tokens) = (balance.coins, balance.tokens);
        (balance.coins, balance.tokens) = (0, 0);
    }

    function _pay(address payable account, uint256 coins, uint256 tokens) private {
        if (tokens > 0) token.safeTransfer(account, tokens);
        if (coins > 0) Address.sendValue(account, coins);
    }
}
