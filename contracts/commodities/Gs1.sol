// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title Gs1
/// @notice Checks of GS1 identifiers: GTIN-14 check digit (GS1 General Specifications 7.9) and the character set 82 of
/// batch or lot numbers (AI 10, at most 20 characters).
library Gs1 {
    uint64 internal constant MAX_GTIN_14 = 99_999_999_999_999;

    /// @dev Bit c is set when ASCII c belongs to character set 82 (General Specifications figure 7.11-1).
    uint256 private constant CHARACTER_SET_82 = 0x7fffffe87fffffeffffffe600000000;

    /// @notice What the last digit of a GTIN must be, given all its digits.
    function checkDigit(uint64 gtin) internal pure returns (uint8) {
        uint256 rest = gtin / 10;
        uint256 sum;
        for (uint256 weight = 3; rest > 0; weight = 4 - weight) {
            sum += (rest % 10) * weight;
            rest /= 10;
        }
        return uint8((10 - (sum % 10)) % 10);
    }

    /// @notice Whether a lot code is 1 to 20 characters of set 82 followed by zeros.
    function isLotCode(bytes20 code) internal pure returns (bool) {
        if (code == 0) return false;
        bool ended;
        for (uint256 i; i < 20; ++i) {
            uint8 c = uint8(code[i]);
            if (c == 0) ended = true;
            else if (ended || (CHARACTER_SET_82 >> c) & 1 == 0) return false;
        }
        return code[0] != 0;
    }
}
