// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @notice Up to eight int32 values in one word; value i lies in bits 32i … 32i + 31 as two's complement, unused lanes are 0.
type Values is uint256;

using ValuesLib for Values global;

/// @title ValuesLib
/// @notice Reads and writes the lanes of a `Values` word.
library ValuesLib {
    uint256 internal constant MAX = 8;

    function get(Values self, uint256 i) internal pure returns (int32) {
        unchecked {
            return int32(uint32(Values.unwrap(self) >> (32 * i)));
        }
    }

    /// @dev The lane must still be 0.
    function with(Values self, uint256 i, int32 value) internal pure returns (Values) {
        return Values.wrap(Values.unwrap(self) | (uint256(uint32(value)) << (32 * i)));
    }

    /// @dev At most eight values.
    function pack(int32[] calldata values) internal pure returns (Values packed) {
        for (uint256 i; i < values.length; ++i) packed = packed.with(i, values[i]);
    }

    function unpack(Values self, uint256 count) internal pure returns (int32[] memory values) {
        values = new int32[](count);
        for (uint256 i; i < count; ++i) values[i] = self.get(i);
    }
}

/// @notice |a − b| of two int32.
function distance(int32 a, int32 b) pure returns (uint256) {
    unchecked {
        return uint256(a > b ? int256(a) - b : int256(b) - a);
    }
}
