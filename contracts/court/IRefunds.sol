// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title IRefunds
/// @notice An arbitrator that says what it has paid back of a dispute's fees. ERC-792 does not, so that who opened several disputes could not
/// tell whose fees came back.
interface IRefunds {
    /// @return amount Of the coins with which the dispute was created, how many were credited to who created it again. Never falls.
    function refundOf(uint256 disputeId) external view returns (uint256 amount);
}
