// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title Slashes
/// @notice How a bond that a court takes is shared between the challenger and the audit fund. Never more than half is a bounty: whoever
/// challenges his own lie, to be slashed to himself, still loses the other half.
library Slashes {
    uint256 private constant BOUNTY_DIVISOR = 2;
    uint256 private constant BOUNTY_MULTIPLE = 20;

    /// @notice Most that a challenger can get out of one case.
    function capOf(uint256 bond) internal pure returns (uint256) {
        return BOUNTY_MULTIPLE * bond;
    }

    /// @notice Of an amount that is taken; rounded down.
    /// @param left What the challenger can still get.
    function bountyOf(uint256 amount, uint256 left) internal pure returns (uint256) {
        return Math.min(amount / BOUNTY_DIVISOR, left);
    }
}
