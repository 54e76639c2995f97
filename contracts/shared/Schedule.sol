// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title Schedule
/// @notice The one round of a lot, counted in epochs. A lot sold in `start … start + epochs − 1` is reported on for three
/// more epochs (delivery, return period and statement need that long), closed in the next one (first half: reveal and
/// unseal; second half: tally and dispute), scored in the one after, and claimed afterwards.
library Schedule {
    uint32 internal constant REPORTING_EPOCHS = 3;

    /// @notice Epoch in which a lot's reports are revealed and tallied; commits end where it starts.
    function closingEpoch(uint32 startEpoch, uint8 epochs) internal pure returns (uint32) {
        return startEpoch + epochs + REPORTING_EPOCHS;
    }

    /// @notice Epoch in which the reports of a lot without dispute are scored.
    function scoringEpoch(uint32 closing) internal pure returns (uint32) {
        return closing + 1;
    }

    /// @notice Epoch from whose start rewards of a lot without dispute are claimed.
    function claimingEpoch(uint32 closing) internal pure returns (uint32) {
        return closing + 2;
    }
}
