// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title Bounds
/// @notice Governed parameters move only inside limits that are fixed in code.
library Bounds {
    /// @notice A governed parameter would leave its coded limits.
    error ParameterOutOfBounds(bytes32 name, uint256 value, uint256 min, uint256 max);

    function check(bytes32 name, uint256 value, uint256 min, uint256 max) internal pure {
        require(value >= min && value <= max, ParameterOutOfBounds(name, value, min, max));
    }
}
