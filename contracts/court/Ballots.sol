// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title Ballots
/// @notice The votes of a jury of up to fifteen in one word, eight bits a seat from the lowest: 0 nothing, 1 committed, 2 + choice when
/// revealed. And its seats, sixteen bits each.
library Ballots {
    uint256 internal constant MAX_CHOICE = type(uint8).max - REVEALED;

    uint256 private constant COMMITTED = 1;
    uint256 private constant REVEALED = 2;

    function commit(uint120 votes, uint256 seat) internal pure returns (uint120) {
        return votes | uint120(COMMITTED << (8 * seat));
    }

    /// @dev The seat has committed: 1 grows to 2 + choice.
    function reveal(uint120 votes, uint256 seat, uint256 choice) internal pure returns (uint120) {
        return votes + uint120((choice + REVEALED - COMMITTED) << (8 * seat));
    }

    function hasCommitted(uint120 votes, uint256 seat) internal pure returns (bool) {
        return _laneOf(votes, seat) != 0;
    }

    function hasRevealed(uint120 votes, uint256 seat) internal pure returns (bool) {
        return _laneOf(votes, seat) >= REVEALED;
    }

    function isVoteFor(uint120 votes, uint256 seat, uint256 choice) internal pure returns (bool) {
        return _laneOf(votes, seat) == choice + REVEALED;
    }

    function haveAllCommitted(uint120 votes, uint256 size) internal pure returns (bool) {
        for (uint256 seat; seat < size; ++seat) {
            if (_laneOf(votes, seat) == 0) return false;
        }
        return true;
    }

    /// @notice Whether no commitment is left to open.
    function isOpen(uint120 votes) internal pure returns (bool) {
        for (uint256 rest = votes; rest != 0; rest >>= 8) {
            if (uint8(rest) == COMMITTED) return false;
        }
        return true;
    }

    /// @notice The choice with most votes; 0 and not decided when several have as many, or nobody voted.
    function plurality(uint120 votes) internal pure returns (uint256 choice, bool decided) {
        uint256 most;
        for (uint256 rest = votes; rest != 0; rest >>= 8) {
            uint256 lane = uint8(rest);
            if (lane < REVEALED) continue;
            uint256 count;
            // Votes before this one are not counted, so that a choice reaches its number only where it stands first.
            for (uint256 other = rest; other != 0; other >>= 8) {
                if (uint8(other) == lane) ++count;
            }
            if (count > most) (most, choice, decided) = (count, lane - REVEALED, true);
            else if (count == most) decided = false;
        }
        if (!decided) choice = 0;
    }

    function seatAt(uint256 jury, uint256 seat) internal pure returns (uint16) {
        return uint16(jury >> (16 * seat));
    }

    function _laneOf(uint120 votes, uint256 seat) private pure returns (uint256) {
        return uint8(votes >> (8 * seat));
    }
}
