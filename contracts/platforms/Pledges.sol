// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Address} from "@openzeppelin/contracts/utils/Address.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {EpochClock} from "../shared/EpochClock.sol";
import {Case, CaseState, IPledges} from "./IPledges.sol";

/// @title Pledges
/// @notice Keeps what challengers pledge.
abstract contract Pledges is IPledges, EpochClock {
    /// @inheritdoc IPledges
    mapping(address account => uint256 amount) public pledgeOf;
    /// @dev One above what a platform has won, so that no answer pays for a new slot; 0 before the first.
    mapping(uint32 platformId => uint256 amountAndOne) private _won;

    /// @inheritdoc IPledges
    function withdrawPledge(address payable account) external returns (uint256 amount) {
        amount = pledgeOf[account];
        require(amount > 0, NothingToWithdraw(account));
        pledgeOf[account] = 0;
        emit PledgeWithdrawn(account, amount);
        Address.sendValue(account, amount);
    }

    /// @inheritdoc IPledges
    function collectPledges(uint32 platformId) external returns (uint256 amount) {
        address to = _operatorOf(platformId);
        amount = pledgesWonBy(platformId);
        require(amount > 0, NothingToWithdraw(to));
        _won[platformId] = 1;
        emit PledgesCollected(platformId, to, amount);
        Address.sendValue(payable(to), amount);
    }

    /// @inheritdoc IPledges
    function pledgesWonBy(uint32 platformId) public view returns (uint256) {
        return Math.saturatingSub(_won[platformId], 1);
    }

    /// @inheritdoc IPledges
    function answerWindow() public view returns (uint32) {
        return epochLength / 2;
    }

    /// @inheritdoc IPledges
    function casePledge() public view virtual returns (uint256);

    /// @dev Reverts for an unknown platform.
    function _operatorOf(uint32 platformId) internal view virtual returns (address);

    function _expectPledges(uint32 platformId) internal {
        _won[platformId] = 1;
    }

    /// @dev Opens a case with the value of the call as its pledge.
    function _pledge(Case storage opened) internal returns (uint48 deadline) {
        uint256 required = casePledge();
        require(msg.value >= required, PledgeTooLow(msg.value, required));
        uint256 inGwei = msg.value / 1 gwei;
        require(msg.value % 1 gwei == 0 && inGwei <= type(uint40).max, PledgeNotInGwei(msg.value));
        deadline = uint48(block.timestamp) + answerWindow();
        opened.challenger = msg.sender;
        opened.deadline = deadline;
        opened.pledgeGwei = uint40(inGwei);
        opened.state = CaseState.Open;
    }

    function _pledgeToPlatform(uint32 platformId, Case storage closed) internal {
        _won[platformId] = pledgesWonBy(platformId) + uint256(closed.pledgeGwei) * 1 gwei + 1;
    }

    function _pledgeBack(Case storage closed) internal {
        pledgeOf[closed.challenger] += uint256(closed.pledgeGwei) * 1 gwei;
    }

    function _isOpen(Case storage one) internal view returns (bool) {
        return one.state == CaseState.Open;
    }

    function _checkInTime(Case storage one) internal view {
        require(block.timestamp <= one.deadline, AnswerTooLate(one.deadline));
    }

    function _checkOverdue(Case storage one) internal view {
        require(block.timestamp > one.deadline, AnswerStillDue(one.deadline));
    }
}
