// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title IConflicts
/// @notice An arbitrable contract that implements this (ERC-165) names who must not sit on the jury of a dispute. A court asks only arbitrables
/// that it trusts: any other could name everybody but the jury it wants.
interface IConflicts {
    /// @notice Whether `account` is a party to the dispute. Must not change while the dispute lives, or the draw would not be a pure function
    /// of seed, seats and exclusions.
    /// @param disputeId Of the arbitrator that asks.
    function isConflicted(uint256 disputeId, address account) external view returns (bool);
}
