// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title ISeats
/// @notice What the court needs of the validators: who sits in a term, and to take from a self-bond what a judgment costs.
/// The seats of a term never change once it has begun, so that a draw is a pure function of them.
interface ISeats {
    /// @notice Candidates who sit in a term, in a fixed order; empty before the first election.
    /// @dev A term for which no solution was accepted keeps the seats of the term before.
    function seatsOf(uint32 term) external view returns (uint16[] memory candidateIds);

    /// @notice The account of a candidate; the same for ever.
    function accountOf(uint16 candidateId) external view returns (address);

    /// @notice Number of the term that contains the current block.
    function currentTerm() external view returns (uint32);

    /// @notice Takes up to `amount` CTT from a candidate's self-bond (also from what is unbonding) and sends it to the caller, which must be
    /// an appointed court; nothing, and marks nobody, if it was one and is no longer. Never reverts for lack of bond.
    /// @return taken What there was of it.
    function slash(uint16 candidateId, uint256 amount) external returns (uint256 taken);
}
