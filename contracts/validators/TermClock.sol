// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {EpochClock} from "../shared/EpochClock.sol";

/// @title TermClock
/// @notice Epochs gathered in terms. The election for a term takes place in the last epoch before it: where that epoch starts,
/// its snapshot is frozen, and its solutions are taken until the term begins.
abstract contract TermClock is EpochClock {
    /// @notice Epochs in a term: term t is epochs 4t … 4t + 3.
    uint32 public constant TERM_EPOCHS = 4;

    /// @notice Number of the term that contains the current block.
    function currentTerm() public view virtual returns (uint32) {
        return currentEpoch() / TERM_EPOCHS;
    }

    /// @notice The first election that a change made now counts for, by the number of the term that it elects.
    function nextElection() public view returns (uint32) {
        return (currentEpoch() + 1) / TERM_EPOCHS + 1;
    }

    /// @notice From when on the snapshot of the election for a term changes no more. There is none for term 0.
    function freezeOf(uint32 term) public view returns (uint48) {
        return epochStart(term * TERM_EPOCHS - 1);
    }
}
