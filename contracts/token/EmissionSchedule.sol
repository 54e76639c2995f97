// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title EmissionSchedule
/// @notice How much can be mined in an epoch, counted from the first one that has an emission: the same amount for 208 epochs
/// (four years), then half of it, and so on: `A >> era` with A = ⌊800,000,000 CTT / 416⌋. All eras together stay below
/// 208 · 2A ≤ 800,000,000 CTT. In each epoch ⌊80 %⌋ is for winners, the rest for the treasury.
library EmissionSchedule {
    uint256 internal constant EPOCHS_PER_ERA = 208;
    uint256 private constant MINED = 800_000_000e18;
    uint256 private constant FIRST = MINED / (2 * EPOCHS_PER_ERA);
    uint256 private constant WINNERS_BPS = 8_000;
    uint256 private constant BPS = 10_000;

    /// @notice What winners share in an epoch.
    function winnersPart(uint256 elapsed) internal pure returns (uint256) {
        return (_amount(elapsed / EPOCHS_PER_ERA) * WINNERS_BPS) / BPS;
    }

    /// @notice What the treasury gets in an epoch.
    function treasuryPart(uint256 elapsed) internal pure returns (uint256) {
        return _treasuryPart(elapsed / EPOCHS_PER_ERA);
    }

    /// @notice What the treasury gets in the first `elapsed` epochs; the loop ends when an era has nothing left, after 81.
    function treasuryTotal(uint256 elapsed) internal pure returns (uint256 total) {
        uint256 eras = elapsed / EPOCHS_PER_ERA;
        for (uint256 era; era < eras; ++era) {
            uint256 part = _treasuryPart(era);
            if (part == 0) return total;
            total += EPOCHS_PER_ERA * part;
        }
        total += (elapsed % EPOCHS_PER_ERA) * _treasuryPart(eras);
    }

    function _treasuryPart(uint256 era) private pure returns (uint256) {
        uint256 amount = _amount(era);
        return amount - (amount * WINNERS_BPS) / BPS;
    }

    function _amount(uint256 era) private pure returns (uint256) {
        return FIRST >> era;
    }
}
