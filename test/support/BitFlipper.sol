// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @notice Tries calls with one bit of their arguments flipped.
contract BitFlipper {
    /// @notice A call that runs out of gas would pass for a refused one.
    error TooLittleGas(uint256 bit);

    /// @notice How many of the bits `from … until − 1` after the selector can be flipped without the call being refused.
    function accepted(address target, bytes memory data, uint256 from, uint256 until) external returns (uint256 count) {
        for (uint256 bit = from; bit < until; ++bit) {
            uint256 index = 4 + bit / 8;
            bytes1 original = data[index];
            data[index] = original ^ bytes1(uint8(1 << (bit % 8)));
            require(gasleft() > 1_000_000, TooLittleGas(bit));
            (bool success, ) = target.call(data);
            if (success) ++count;
            data[index] = original;
        }
    }
}
