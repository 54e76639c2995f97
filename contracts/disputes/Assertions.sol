// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Parameter} from "../models/IQualityModels.sol";
import {Values, distance} from "../shared/Values.sol";

/// @title Assertions
/// @notice Whether two vectors of values say the same: jurors could not tell them apart, and their votes would split.
library Assertions {
    /// @dev Deviations up to a quarter of the tolerance get full marks in scoring, too.
    uint256 private constant SAME_DIVISOR = 4;

    /// @notice Whether no parameter differs by more than a quarter of its tolerance.
    function saySame(Values a, Values b, Parameter[] memory parameters) internal pure returns (bool) {
        for (uint256 i; i < parameters.length; ++i) {
            if (SAME_DIVISOR * distance(a.get(i), b.get(i)) > parameters[i].tolerance) return false;
        }
        return true;
    }
}
